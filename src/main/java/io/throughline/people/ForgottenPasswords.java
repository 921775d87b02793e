package io.throughline.people;

import io.throughline.shared.act.Act;
import io.throughline.shared.act.ActKind;
import io.throughline.shared.act.ObjectRef;
import io.throughline.shared.persistence.Command;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Does for whoever forgot the password what can be done; {@link OneTimeLinks#forgot} doesn't wait for it. */
@Component
class ForgottenPasswords {

    private static final Duration RESET_BY_MAIL = Duration.ofHours(1);

    private final AccountRepository accounts;
    private final PersonRepository persons;
    private final ResetRequests requests;
    private final LinkIssuer issuer;
    private final Mailer mailer;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ForgottenPasswords(
            AccountRepository accounts,
            PersonRepository persons,
            ResetRequests requests,
            LinkIssuer issuer,
            Mailer mailer,
            ApplicationEventPublisher events,
            Clock clock) {
        this.accounts = accounts;
        this.persons = persons;
        this.requests = requests;
        this.issuer = issuer;
        this.mailer = mailer;
        this.events = events;
        this.clock = clock;
    }

    /** With a mail server an account gets a link of one hour, without one its request waits for an administrator. */
    @Command
    void help(String emailKey) {
        accounts.findByEmailKey(emailKey)
                .filter(account -> account.state() == AccountState.ACTIVE)
                .ifPresent(this::help);
    }

    private void help(Account account) {
        events.publishEvent(Act.of(ActKind.PASSWORD_RESET_REQUESTED, new ObjectRef(Person.KIND, account.uuid())));
        if (mailer.available()) {
            var link = issuer.issue(account.uuid(), LinkPurpose.RESET, RESET_BY_MAIL);
            var name = persons.findById(account.uuid()).map(Person::name).orElse("");
            mailer.send(account, name, "reset", link.url());
        } else {
            requests.add(account.uuid(), clock.instant());
        }
    }
}
