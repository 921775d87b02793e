/** Ways to begin a survey: own templates, built-in ones, surveys written for other tools. */
@NullMarked
package io.throughline.survey.start;

import org.jspecify.annotations.NullMarked;
