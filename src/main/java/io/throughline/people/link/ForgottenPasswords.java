package io.throughline.people.link;

import io.throughline.people.AccountState;
import io.throughline.people.account.Account;
import io.throughline.people.account.AccountStore;
import io.throughline.people.account.Person;
import io.throughline.shared.act.Act;
import io.throughline.shared.act.ActKind;
import io.throughline.shared.act.ObjectRef;
import io.throughline.shared.persistence.Command;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Does for whoever forgot the password what can be done; whoever asks doesn't wait for it. */
@Component
public class ForgottenPasswords {

    private final AccountStore accounts;
    private final ResetRequests requests;
    private final LinkIssuer issuer;
    private final AccountMails mails;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ForgottenPasswords(
            AccountStore accounts,
            ResetRequests requests,
            LinkIssuer issuer,
            AccountMails mails,
            ApplicationEventPublisher events,
            Clock clock) {
        this.accounts = accounts;
        this.requests = requests;
        this.issuer = issuer;
        this.mails = mails;
        this.events = events;
        this.clock = clock;
    }

    /** With a mail server an account gets a mail with a link of one hour, without one its request waits for an administrator. */
    @Command
    public void help(String emailKey) {
        accounts.byEmailKey(emailKey)
                .filter(account -> account.state() == AccountState.ACTIVE)
                .ifPresent(this::help);
    }

    private void help(Account account) {
        events.publishEvent(Act.of(ActKind.PASSWORD_RESET_REQUESTED, new ObjectRef(Person.KIND, account.uuid())));
        if (mails.delivered()) {
            issuer.withdraw(account);
            mails.reset(account.personId());
        } else {
            requests.add(account.uuid(), clock.instant());
        }
    }
}
