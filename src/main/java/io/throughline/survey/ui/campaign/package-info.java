/** Publishing and watching a round of asking: audience, mails, quotas, weights. */
@NullMarked
package io.throughline.survey.ui.campaign;

import org.jspecify.annotations.NullMarked;
