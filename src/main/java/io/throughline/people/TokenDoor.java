package io.throughline.people;

import io.throughline.people.account.AccountStore;
import io.throughline.people.settings.PeopleSettings;
import io.throughline.shared.Hashes;
import io.throughline.shared.persistence.Command;
import io.throughline.shared.row.Columns;
import io.throughline.shared.row.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/**
 * Judges personal tokens, at every request anew: what happened to the account or its roles acts at once. A secret has
 * 256 random bits; nothing needs to slow guessing down.
 */
@Service
@PreAuthorize("permitAll()")
public class TokenDoor {

    private static final Duration USE_NOTED = Duration.ofMinutes(1);
    private static final int LONGEST_SECRET = 100;

    private final AccountStore accounts;
    private final PeopleSettings settings;
    private final JdbcClient jdbc;
    private final Clock clock;

    TokenDoor(AccountStore accounts, PeopleSettings settings, JdbcClient jdbc, Clock clock) {
        this.accounts = accounts;
        this.settings = settings;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Whom this secret stands for; empty if it is none, has ended, or its owner may not come in. */
    @Command
    public Optional<TokenAccess> admit(String secret) {
        if (!secret.startsWith(PersonalTokens.PREFIX) || secret.length() > LONGEST_SECRET) {
            return Optional.empty();
        }
        var now = clock.instant();
        return jdbc.sql("""
                        select t.id, t.account_id, t.epoch, t.scopes, t.last_used_at,
                               exists (select 1 from demo_account m where m.account_id = t.account_id) demo
                        from personal_token t
                        where t.token_hash = ? and t.revoked_at is null and t.expires_at > ?""")
                .params(Hashes.sha256(secret), Utc.column(now))
                .query((row, number) -> Token.of(row))
                .optional()
                .filter(token -> settings.demo() || !token.demo())
                .flatMap(token -> access(token, now));
    }

    private Optional<TokenAccess> access(Token token, Instant now) {
        var access = accounts.account(token.account())
                .filter(account -> account.state() == AccountState.ACTIVE && account.epoch() == token.epoch())
                .flatMap(account -> accounts.person(token.account())
                        .map(person -> new TokenAccess(SignIn.principal(account, person), token.scopes())));
        access.ifPresent(_ -> noteUse(token, now));
        return access;
    }

    /** Once a minute is enough for the owner, and keeps a busy program off one row. */
    private void noteUse(Token token, Instant now) {
        if (token.lastUsedAt() == null || token.lastUsedAt().plus(USE_NOTED).isBefore(now)) {
            jdbc.sql("update personal_token set last_used_at = ? where id = ?")
                    .params(Utc.column(now), token.id())
                    .update();
        }
    }

    private record Token(
            UUID id,
            UUID account,
            long epoch,
            Set<TokenScope> scopes,
            @Nullable Instant lastUsedAt,
            boolean demo) {

        static Token of(ResultSet row) throws SQLException {
            return new Token(
                    Columns.uuid(row, "id"),
                    Columns.uuid(row, "account_id"),
                    row.getLong("epoch"),
                    PersonalTokens.scopes(row.getString("scopes")),
                    Utc.optional(row, "last_used_at"),
                    row.getBoolean("demo"));
        }
    }
}
