/** Main layout, navigation, home, command palette, error views, security configuration. */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "people",
            "people :: *",
            "survey",
            "survey :: *",
            "backlog",
            "backlog :: *",
            "plan",
            "plan :: *",
            "change",
            "change :: *",
            "delivery",
            "delivery :: *",
            "trace",
            "trace :: *",
            "notice",
            "notice :: *",
            "audit",
            "audit :: *"
        })
@NullMarked
package io.throughline.shell;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
