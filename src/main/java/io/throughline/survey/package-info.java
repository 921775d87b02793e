/** Ask and be answered: design, publish, answer, results. */
@ApplicationModule(allowedDependencies = {"shared", "people", "people :: *"})
@NullMarked
package io.throughline.survey;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
