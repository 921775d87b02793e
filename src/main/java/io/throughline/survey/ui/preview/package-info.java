/** A survey looked at and tried before anybody is asked. */
@NullMarked
package io.throughline.survey.ui.preview;

import org.jspecify.annotations.NullMarked;
