/** Every visible text, by key, in English and German. */
@NullMarked
package io.throughline.shared.i18n;

import org.jspecify.annotations.NullMarked;
