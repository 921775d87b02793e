package io.throughline.notice;

import io.throughline.shared.DomainException;
import io.throughline.shared.Id;
import io.throughline.shared.Ids;
import java.util.UUID;

/** Identity: A mail in the outbox; also what its Message-ID is made of. */
public record MailId(UUID value) implements Id {

    public static MailId next() {
        return new MailId(Ids.next());
    }

    /** @throws DomainException NOT_FOUND if the text is no id */
    public static MailId parse(String text) {
        return new MailId(Ids.parse(text));
    }
}
