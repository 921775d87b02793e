package io.throughline.notice;

import io.throughline.shared.mail.MailState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A mail in a list.
 *
 * @param to the name; empty where that they get this mail is not to be known
 * @param about what it is about, in the reader's words; empty where that is its recipient alone
 * @param due not sent before; after a failed attempt, when it is tried again
 * @param attempts begun
 * @param trouble of the last attempt, in one word or as a translation key; empty for none
 */
public record OutboxRow(
        MailId id,
        String to,
        String kind,
        String about,
        MailState state,
        Instant due,
        @Nullable Instant sent,
        int attempts,
        String trouble) {

    /** Not sent because an administrator gave its link out. */
    public boolean givenOut() {
        return state == MailState.WITHHELD && trouble.equals(MailStore.GIVEN_OUT);
    }

    /** Without what would tell who it is: nor why it was withheld, which may be true of one person only. */
    OutboxRow unnamed() {
        return new OutboxRow(
                id, "", kind, about, state, due, sent, attempts, state == MailState.WITHHELD ? "" : trouble);
    }

    OutboxRow about(String object) {
        return new OutboxRow(id, to, kind, object, state, due, sent, attempts, trouble);
    }
}
