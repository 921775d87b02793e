/** Screens of sign-in, profile and administration. */
@NullMarked
package io.throughline.people.ui;

import org.jspecify.annotations.NullMarked;
