/** The mirror of the question types: for each, the field it is answered with. */
@NullMarked
package io.throughline.survey.ui.question;

import org.jspecify.annotations.NullMarked;
