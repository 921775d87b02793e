/** The UI kit: small components every view is built from. */
@NullMarked
package io.throughline.shared.ui;

import org.jspecify.annotations.NullMarked;
