package io.throughline.people.link;

import io.throughline.people.account.AccountStore;
import io.throughline.shared.PersonId;
import io.throughline.shared.mail.MailOrder;
import io.throughline.shared.mail.Post;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;

/** Orders the mails that bring a one-time link: one per person and asking. {@link AccountLetters} makes the link. */
@Component
class AccountMails {

    static final String INVITATION = "people.invitation";
    static final String RESET = "people.reset";

    private final Post post;
    private final AccountStore accounts;
    private final Clock clock;

    AccountMails(Post post, AccountStore accounts, Clock clock) {
        this.post = post;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** Whether they leave the house; without a mail server they wait. */
    boolean delivered() {
        return post.delivers();
    }

    void invite(Collection<PersonId> people) {
        order(people, INVITATION);
    }

    void reset(PersonId person) {
        order(List.of(person), RESET);
    }

    private void order(Collection<PersonId> people, String kind) {
        var asked = clock.instant().truncatedTo(ChronoUnit.MICROS);
        // The outbox refers to people by its own statements: those made just now must be there.
        accounts.flush();
        post.order(people.stream()
                .map(person -> new MailOrder(person, kind, person.value(), asked.toString(), asked))
                .toList());
    }

    /** When somebody asked for this mail: its event, which stays when it is put off. */
    static Instant asked(MailOrder order) {
        return Instant.parse(order.event());
    }
}
