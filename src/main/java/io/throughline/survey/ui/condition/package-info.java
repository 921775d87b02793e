/** Conditions read and written by people: when a question or an item is asked. */
@NullMarked
package io.throughline.survey.ui.condition;

import org.jspecify.annotations.NullMarked;
