/**
 * Question types: for each what may be asked, how an answer is checked, and what many answers say (METHODS sections 0
 * and 1). Pure functions on records; a type more is one record here and one mirror in the views, and the compiler names
 * the rest.
 */
@NamedInterface("question")
@NullMarked
package io.throughline.survey.question;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
