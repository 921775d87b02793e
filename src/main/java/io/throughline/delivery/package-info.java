/** What is delivered against the plan, and who accepts it. */
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
            "change :: navigation"
        })
@NullMarked
package io.throughline.delivery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
