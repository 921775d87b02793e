/** Answering without a name: a register that says who, a box that says what, and nothing that joins them. */
@NullMarked
package io.throughline.survey.ballot;

import org.jspecify.annotations.NullMarked;
