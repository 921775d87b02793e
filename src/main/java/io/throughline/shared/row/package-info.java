/** How rows are read and found, in every room the same. */
@NullMarked
package io.throughline.shared.row;

import org.jspecify.annotations.NullMarked;
