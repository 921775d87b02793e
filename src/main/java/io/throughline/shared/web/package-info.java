/** What every request passes: its id, and the guard of the metrics. */
@NullMarked
package io.throughline.shared.web;

import org.jspecify.annotations.NullMarked;
