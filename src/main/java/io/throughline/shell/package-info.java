/** Main layout, navigation, home, command palette, error views, security configuration. */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "people",
            "people :: navigation",
            "survey",
            "survey :: question",
            "survey :: navigation",
            "backlog",
            "backlog :: navigation",
            "plan",
            "plan :: content",
            "plan :: navigation",
            "change",
            "change :: navigation",
            "delivery",
            "delivery :: navigation",
            "trace",
            "trace :: navigation",
            "audit",
            "audit :: navigation"
        })
@NullMarked
package io.throughline.shell;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
