package io.throughline.notice.ui;

import io.throughline.notice.MailId;
import org.springframework.modulith.NamedInterface;

/** Where this room's pages stand. */
@NamedInterface("navigation")
public final class NoticeNavigation {

    public static final String OUTBOX = "outbox";

    private NoticeNavigation() {}

    static String mailHref(MailId mail) {
        return OUTBOX + "/" + mail.value();
    }
}
