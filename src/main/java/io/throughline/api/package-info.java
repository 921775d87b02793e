/** The door for programs: REST under {@code /api/v1}, by personal token. It calls the same services as the views. */
@ApplicationModule(allowedDependencies = {"shared", "people", "survey", "survey :: *"})
@NullMarked
package io.throughline.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
