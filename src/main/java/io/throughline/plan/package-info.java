/** Projects: scope, stages, schedule, budget, drafts and baselines. */
@ApplicationModule(
        allowedDependencies = {"shared", "people", "people :: *", "survey", "survey :: *", "backlog", "backlog :: *"})
@NullMarked
package io.throughline.plan;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
