/** Surveys written for other tools, read as far as they can be asked here: pure functions of untrusted bytes. */
@NullMarked
package io.throughline.survey.foreign;

import org.jspecify.annotations.NullMarked;
