/** How one version of a survey descends from another, and which answers still count. */
@NullMarked
package io.throughline.survey.lineage;

import org.jspecify.annotations.NullMarked;
