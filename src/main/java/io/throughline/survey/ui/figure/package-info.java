/** The picture of what all said to one question, by its type. */
@NullMarked
package io.throughline.survey.ui.figure;

import org.jspecify.annotations.NullMarked;
