/** Results on screen: filters, waves, single answers, files to take away. */
@NullMarked
package io.throughline.survey.ui.results;

import org.jspecify.annotations.NullMarked;
