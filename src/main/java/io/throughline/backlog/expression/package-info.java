/** What customers say in their own words, taken in and stored. */
@NullMarked
package io.throughline.backlog.expression;

import org.jspecify.annotations.NullMarked;
