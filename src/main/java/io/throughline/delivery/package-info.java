/** What is delivered against the plan, and who accepts it. */
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
            "change :: *"
        })
@NullMarked
package io.throughline.delivery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
