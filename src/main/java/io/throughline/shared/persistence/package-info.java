/** How aggregates are stored, retried and numbered. */
@NullMarked
package io.throughline.shared.persistence;

import org.jspecify.annotations.NullMarked;
