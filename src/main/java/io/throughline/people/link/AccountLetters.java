package io.throughline.people.link;

import io.throughline.people.LinkPurpose;
import io.throughline.people.account.AccountStore;
import io.throughline.people.account.Person;
import io.throughline.shared.act.ObjectRef;
import io.throughline.shared.mail.MailOrder;
import io.throughline.shared.mail.MailWriter;
import io.throughline.shared.mail.Recipient;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;

/**
 * Writes the mails that bring a one-time link. The link is made here, so that its life begins when it leaves; one made
 * for a mail that is sent twice leaves the other's working, since the recipient may see either.
 */
@Component
class AccountLetters implements MailWriter {

    private final AccountStore accounts;
    private final LinkIssuer issuer;
    private final Clock clock;

    AccountLetters(AccountStore accounts, LinkIssuer issuer, Clock clock) {
        this.accounts = accounts;
        this.issuer = issuer;
        this.clock = clock;
    }

    /**
     * @param life of the link, from when its mail is written
     * @param patience how long after the asking the mail still makes sense
     * @param releasable as in {@link Letter}: a link for a forgotten password is handed out where the request waits
     */
    private record Kind(LinkPurpose purpose, Duration life, Duration patience, boolean releasable) {

        static Kind of(String name) {
            return switch (name) {
                case AccountMails.INVITATION ->
                    new Kind(LinkPurpose.INVITATION, AccountInvitations.LIFE, AccountInvitations.LIFE, true);
                case AccountMails.RESET -> new Kind(LinkPurpose.RESET, Duration.ofHours(1), Duration.ofDays(1), false);
                default -> throw new IllegalArgumentException("not a mail of this room: " + name);
            };
        }
    }

    @Override
    public Set<String> kinds() {
        return Set.of(AccountMails.INVITATION, AccountMails.RESET);
    }

    @Override
    public Written write(MailOrder order, Recipient to, boolean masked) {
        var kind = Kind.of(order.kind());
        var id = order.to().value();
        var fits = (masked ? accounts.account(id) : accounts.locked(id))
                .filter(account -> kind.purpose().fits(account.state()));
        if (fits.isEmpty()) {
            return new Withheld("mail.withheld.needless");
        }
        if (AccountMails.asked(order).plus(kind.patience()).isBefore(clock.instant())) {
            return new Withheld("mail.withheld.late");
        }
        if (masked) {
            return letter(order, to, issuer.url(MASK), kind);
        }
        // Whoever changes an address takes back what is on its way to it, and can't see what is only being made.
        if (!fits.get().email().equals(to.address())) {
            throw new ConcurrencyFailureException("the address has changed since it was looked up");
        }
        return letter(order, to, issuer.further(id, kind.purpose(), kind.life()).url(), kind);
    }

    private static Letter letter(MailOrder order, Recipient to, String url, Kind kind) {
        return new Letter(
                Map.of("name", to.name(), "link", url), ObjectRef.of(Person.KIND, order.to()), kind.releasable());
    }
}
