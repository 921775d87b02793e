/** Takes out what people said once it is no longer to be kept, and keeps the figures. */
@NullMarked
package io.throughline.survey.removal;

import org.jspecify.annotations.NullMarked;
