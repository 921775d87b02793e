/** Pages of the outbox. */
@NullMarked
package io.throughline.notice.ui;

import org.jspecify.annotations.NullMarked;
