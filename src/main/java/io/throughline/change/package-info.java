/** Modifications of a baseline: proposed, judged on computed facts, approved, applied. */
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
            "plan :: *"
        })
@NullMarked
package io.throughline.change;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
