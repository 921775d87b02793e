package io.throughline.notice;

import io.throughline.shared.ErrorCode;

/** Why something can't be done with a mail. */
public enum NoticeError implements ErrorCode {
    /** Only a mail that was given up can wait again. */
    NOT_GIVEN_UP,
    /** There is a mail server, which sends it. */
    SENT_BY_MAIL,
    /** It holds no link an administrator may hand on. */
    NOT_RELEASABLE
}
