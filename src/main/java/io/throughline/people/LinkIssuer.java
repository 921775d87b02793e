package io.throughline.people;

import io.throughline.people.credentials.Tokens;
import io.throughline.shared.Hashes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes one-time links; each takes the place of the account's earlier ones. */
@Component
class LinkIssuer {

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

    Issued issue(@Nullable UUID account, LinkPurpose purpose, Duration life) {
        var now = clock.instant();
        links.forget(now.minus(REMEMBERED));
        if (account == null) {
            links.withdrawUnused(purpose);
        } else {
            links.withdrawUnused(account);
        }
        return made(account, purpose, life, now);
    }

    /** For an account that never had one. */
    Issued first(UUID account, LinkPurpose purpose, Duration life) {
        return made(account, purpose, life, clock.instant());
    }

    private Issued made(@Nullable UUID account, LinkPurpose purpose, Duration life, Instant now) {
        var token = Tokens.next();
        var expires = now.plus(life);
        links.save(new OneTimeLink(account, purpose, Hashes.sha256(token), now, expires));
        return new Issued(settings.href(PATH + token), expires);
    }

    /** Links of this account that were not used yet stop working. */
    void withdraw(Account account) {
        links.withdrawUnused(account.uuid());
    }

    record Issued(String url, Instant expires) {}
}
