/** Links by which people set a password, and the mails that bring them. */
@NullMarked
package io.throughline.people.link;

import org.jspecify.annotations.NullMarked;
