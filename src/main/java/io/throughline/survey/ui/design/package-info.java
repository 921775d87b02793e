/** Designing a survey on screen: sections, questions of each type, items of the backlog. */
@NullMarked
package io.throughline.survey.ui.design;

import org.jspecify.annotations.NullMarked;
