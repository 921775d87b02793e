/** What of a survey is shown to whom, and what is wrong with how it is put together: pure functions of contents and answers. */
@NamedInterface("logic")
@NullMarked
package io.throughline.survey.logic;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
