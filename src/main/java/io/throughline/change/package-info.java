/** Modifications of a baseline: proposed, judged on computed facts, approved, applied. */
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
            "plan :: navigation"
        })
@NullMarked
package io.throughline.change;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
