/** Answering on screen: page by page, saved as it is given, with or without a name. */
@NullMarked
package io.throughline.survey.ui.answer;

import org.jspecify.annotations.NullMarked;
