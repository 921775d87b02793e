/** Weights and uncertainty, one way for all question types (METHODS section 0). */
@NamedInterface("question")
@NullMarked
package io.throughline.survey.question.stats;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
