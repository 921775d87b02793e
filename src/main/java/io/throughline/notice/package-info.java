/** What leaves the house: the outbox of mails, and their sending. */
@ApplicationModule(allowedDependencies = {"shared"})
@NullMarked
package io.throughline.notice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
