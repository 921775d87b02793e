/** The append-only trail, sealed into a signed hash chain. */
@ApplicationModule(allowedDependencies = {"shared", "people", "people :: *"})
@NullMarked
package io.throughline.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
