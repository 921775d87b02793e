/** Acts that matter, for the audit trail. */
@NullMarked
package io.throughline.shared.act;

import org.jspecify.annotations.NullMarked;
