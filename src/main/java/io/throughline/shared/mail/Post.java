package io.throughline.shared.mail;

import io.throughline.shared.PersonId;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Where rooms order mails. An order is stored in the transaction of what it tells of: with it, or not at all. */
public interface Post {

    /** Whether a mail server is set; without one mails wait in the outbox. */
    boolean delivers();

    /** Orders those that were not ordered before. */
    void order(Collection<MailOrder> orders);

    /** How many mails about an object stand where. */
    List<MailCount> counts(UUID about);

    /** How many mails of a kind about an object to one person wait no more, sent or not. */
    int settled(PersonId to, String kind, UUID about);
}
