/** Surveys and their published versions as they are stored, and who may read or change them. */
@NullMarked
package io.throughline.survey.design;

import org.jspecify.annotations.NullMarked;
