/** What the shell, the mails and the line ask of this room. */
@NullMarked
package io.throughline.people.port;

import org.jspecify.annotations.NullMarked;
