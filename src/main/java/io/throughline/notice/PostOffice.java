package io.throughline.notice;

import io.throughline.shared.PersonId;
import io.throughline.shared.mail.MailCount;
import io.throughline.shared.mail.MailOrder;
import io.throughline.shared.mail.Post;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes orders into the outbox. */
@Component
class PostOffice implements Post {

    private final MailStore store;
    private final ObjectProvider<JavaMailSender> sender;
    private final Clock clock;

    PostOffice(MailStore store, ObjectProvider<JavaMailSender> sender, Clock clock) {
        this.store = store;
        this.sender = sender;
        this.clock = clock;
    }

    @Override
    public boolean delivers() {
        return sender.getIfAvailable() != null;
    }

    /** Only with what it tells of: an order by itself would be told of something that may not happen. */
    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void order(Collection<MailOrder> orders) {
        store.add(orders, clock.instant());
    }

    @Override
    public List<MailCount> counts(UUID about) {
        return store.counts(about);
    }

    @Override
    public int settled(PersonId to, String kind, UUID about) {
        return store.settled(to, kind, about);
    }
}
