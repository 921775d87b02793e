/** What a campaign says: figures by filter, by weight and over time, each shown to whom it may be shown. */
@NullMarked
package io.throughline.survey.results;

import org.jspecify.annotations.NullMarked;
