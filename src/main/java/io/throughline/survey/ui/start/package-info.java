/** The list of surveys and the ways to begin one. */
@NullMarked
package io.throughline.survey.ui.start;

import org.jspecify.annotations.NullMarked;
