/** Responses and answers as they are stored, customers' own words and files among them. */
@NullMarked
package io.throughline.survey.answer;

import org.jspecify.annotations.NullMarked;
