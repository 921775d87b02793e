/** Passwords, tokens and the budget of attempts: plain rules, no storage. */
@NullMarked
package io.throughline.people.credentials;

import org.jspecify.annotations.NullMarked;
