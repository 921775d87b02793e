/** From needs to ranked requirements, each with the evidence behind it. */
@ApplicationModule(allowedDependencies = {"shared", "people", "people :: *", "survey", "survey :: *"})
@NullMarked
package io.throughline.backlog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
