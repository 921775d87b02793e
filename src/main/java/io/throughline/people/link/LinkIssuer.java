package io.throughline.people.link;

import io.throughline.people.LinkPurpose;
import io.throughline.people.account.Account;
import io.throughline.people.credentials.Tokens;
import io.throughline.people.settings.PeopleSettings;
import io.throughline.shared.Hashes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes one-time links. Asking for one takes back those the account was given before. */
@Component
public class LinkIssuer {

    static final String PATH = "link/";

    private static final Duration REMEMBERED = Duration.ofDays(30);

    private final OneTimeLinkRepository links;
    private final PeopleSettings settings;
    private final Clock clock;

    LinkIssuer(OneTimeLinkRepository links, PeopleSettings settings, Clock clock) {
        this.links = links;
        this.settings = settings;
        this.clock = clock;
    }

    /** One in the place of all earlier ones. */
    public Issued issue(@Nullable UUID account, LinkPurpose purpose, Duration life) {
        var now = clock.instant();
        links.forget(now.minus(REMEMBERED));
        if (account == null) {
            links.withdrawUnused(purpose);
        } else {
            links.withdrawUnused(account);
        }
        return made(account, purpose, life, now);
    }

    /** One more: for an account that never had one, or for a mail that was asked for and may be written twice. */
    Issued further(UUID account, LinkPurpose purpose, Duration life) {
        return made(account, purpose, life, clock.instant());
    }

    private Issued made(@Nullable UUID account, LinkPurpose purpose, Duration life, Instant now) {
        var token = Tokens.next();
        var expires = now.plus(life);
        links.save(new OneTimeLink(account, purpose, Hashes.sha256(token), now, expires));
        return new Issued(url(token), expires);
    }

    /** Where a token is redeemed. */
    public String url(String token) {
        return settings.href(PATH + token);
    }

    /** Links of this account that were not used yet stop working. */
    public void withdraw(Account account) {
        links.withdrawUnused(account.uuid());
    }

    public record Issued(String url, Instant expires) {}
}
