/** Rounds of asking: who is invited, by which mails and links, with which quotas, until when. */
@NullMarked
package io.throughline.survey.campaign;

import org.jspecify.annotations.NullMarked;
