/** Who is here: accounts, roles, organisations, sign-in. */
@ApplicationModule(allowedDependencies = {"shared"})
@NullMarked
package io.throughline.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
