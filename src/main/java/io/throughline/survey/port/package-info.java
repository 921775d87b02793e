/** What the shell and the line ask of this room. */
@NullMarked
package io.throughline.survey.port;

import org.jspecify.annotations.NullMarked;
