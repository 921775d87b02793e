/** Passwords, tokens and the budget of attempts: plain rules, no storage. */
@NamedInterface("credentials")
@NullMarked
package io.throughline.people.credentials;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
