/** Projects: scope, stages, schedule, budget, drafts and baselines. */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "people",
            "people :: navigation",
            "survey",
            "survey :: question",
            "survey :: navigation",
            "backlog",
            "backlog :: navigation"
        })
@NullMarked
package io.throughline.plan;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
