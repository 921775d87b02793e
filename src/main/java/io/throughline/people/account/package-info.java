/** Persons and their accounts as they are stored, and who of them administers. */
@NullMarked
package io.throughline.people.account;

import org.jspecify.annotations.NullMarked;
