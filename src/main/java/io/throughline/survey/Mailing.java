package io.throughline.survey;

import io.throughline.shared.CommonError;
import io.throughline.shared.DomainException;

/**
 * How a campaign's mails go out.
 *
 * @param remindDays so many days before closing whoever has not answered is reminded, 1–60; 0 for never by itself
 * @param thanks whether whoever submits is thanked
 */
public record Mailing(MailLink link, int remindDays, boolean thanks) {

    /** The longest time before closing. */
    public static final int MOST_DAYS = 60;

    /** @throws DomainException OUT_OF_RANGE */
    public Mailing {
        requireDays(remindDays);
    }

    /** @throws DomainException OUT_OF_RANGE */
    public static void requireDays(int remindDays) {
        if (remindDays < 0 || remindDays > MOST_DAYS) {
            throw new DomainException(CommonError.OUT_OF_RANGE, "surveys.mailing.remind", 0, MOST_DAYS);
        }
    }

    /** Nobody is thanked whom nobody is to know. */
    public Mailing withoutThanks() {
        return new Mailing(link, remindDays, false);
    }
}
