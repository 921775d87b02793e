/** What every room speaks: ids, money, effort, errors, the viewer, and the ports through which rooms answer each other. */
@ApplicationModule(type = ApplicationModule.Type.OPEN)
@NullMarked
package io.throughline.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
