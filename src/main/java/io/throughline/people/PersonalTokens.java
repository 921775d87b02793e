package io.throughline.people;

import io.throughline.people.account.AccountStore;
import io.throughline.people.account.Person;
import io.throughline.people.credentials.Tokens;
import io.throughline.shared.CurrentViewer;
import io.throughline.shared.DomainException;
import io.throughline.shared.Hashes;
import io.throughline.shared.Ids;
import io.throughline.shared.TypedText;
import io.throughline.shared.act.Act;
import io.throughline.shared.act.ActKind;
import io.throughline.shared.act.ObjectRef;
import io.throughline.shared.persistence.Command;
import io.throughline.shared.row.Columns;
import io.throughline.shared.row.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Personal tokens, by which a program acts as the person who made it. Always the viewer's own: no account's id comes in.
 * Only the secret's hash is stored. A token ends when it expires, is revoked, or its owner changes the password or signs
 * out everywhere.
 */
@Service
@Transactional(readOnly = true)
@PreAuthorize("isAuthenticated()")
public class PersonalTokens {

    /** The longest a token may last, in days. */
    public static final int MOST_DAYS = 366;

    /** How many a person may have at once. */
    public static final int MOST = 20;

    /** What every secret begins with, so that a leaked one is recognised. */
    public static final String PREFIX = "tl_";

    private static final int LONGEST_NAME = 100;
    private static final int SHOWN = 8;

    private final AccountStore accounts;
    private final CurrentViewer viewer;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PersonalTokens(
            AccountStore accounts,
            CurrentViewer viewer,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            Clock clock) {
        this.accounts = accounts;
        this.viewer = viewer;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /**
     * A token just made.
     *
     * @param secret shown now and never again
     */
    public record Issued(TokenInfo token, String secret) {}

    /** Those that still work, the newest first. */
    public List<TokenInfo> mine() {
        return jdbc.sql("""
                        select t.id, t.name, t.start, t.scopes, t.created_at, t.expires_at, t.last_used_at
                        from personal_token t join account a on a.id = t.account_id and a.session_epoch = t.epoch
                        where t.account_id = ? and t.revoked_at is null and t.expires_at > ?
                        order by t.created_at desc, t.id""")
                .params(viewer.get().id().value(), Utc.column(clock.instant()))
                .query((row, number) -> info(row))
                .list();
    }

    /**
     * @param name what it is for, in the owner's words
     * @param days until it expires, 1 to {@link #MOST_DAYS}
     * @throws DomainException TOKEN_WITHOUT_NAME, TOKEN_WITHOUT_SCOPE, TOKEN_DAYS_OUT_OF_RANGE, TOO_MANY_TOKENS
     */
    @Command
    public Issued issue(String name, Set<TokenScope> scopes, int days) {
        var stripped = name.strip();
        if (TypedText.showsNothing(stripped) || stripped.length() > LONGEST_NAME) {
            throw new DomainException(PeopleError.TOKEN_WITHOUT_NAME, LONGEST_NAME);
        }
        if (scopes.isEmpty()) {
            throw new DomainException(PeopleError.TOKEN_WITHOUT_SCOPE);
        }
        if (days < 1 || days > MOST_DAYS) {
            throw new DomainException(PeopleError.TOKEN_DAYS_OUT_OF_RANGE, MOST_DAYS);
        }
        // Two at once must not both be the last one there is room for.
        jdbc.sql("select id from account where id = ? for update")
                .param(viewer.get().id().value())
                .query(UUID.class)
                .single();
        if (mine().size() >= MOST) {
            throw new DomainException(PeopleError.TOO_MANY_TOKENS, MOST);
        }
        var me = viewer.get().id();
        var account = accounts.account(me.value()).orElseThrow(DomainException::notFound);
        var secret = PREFIX + Tokens.next();
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var token = new TokenInfo(
                Ids.next(), stripped, secret.substring(0, SHOWN), scopes, now, now.plus(days, ChronoUnit.DAYS), null);
        jdbc.sql("""
                        insert into personal_token (id, account_id, epoch, name, start, token_hash, scopes, created_at,
                                                    expires_at)
                        values (:id, :account, :epoch, :name, :start, :hash, :scopes, :created, :expires)""")
                .param("id", token.id())
                .param("account", me.value())
                .param("epoch", account.epoch())
                .param("name", token.name())
                .param("start", token.start())
                .param("hash", Hashes.sha256(secret))
                .param("scopes", written(scopes))
                .param("created", Utc.column(token.createdAt()))
                .param("expires", Utc.column(token.expiresAt()))
                .update();
        events.publishEvent(Act.of(ActKind.TOKEN_ISSUED, ObjectRef.of(Person.KIND, me)));
        return new Issued(token, secret);
    }

    /**
     * Works no more from now on. Revoking one that doesn't work any more does nothing.
     *
     * @throws DomainException NOT_FOUND
     */
    @Command
    public void revoke(UUID id) {
        var me = viewer.get().id();
        int own = jdbc.sql("select count(*) from personal_token where id = ? and account_id = ?")
                .params(id, me.value())
                .query(Integer.class)
                .single();
        if (own == 0) {
            throw DomainException.notFound();
        }
        int revoked = jdbc.sql("update personal_token set revoked_at = ? where id = ? and revoked_at is null")
                .params(Utc.column(clock.instant()), id)
                .update();
        if (revoked > 0) {
            events.publishEvent(Act.of(ActKind.TOKEN_REVOKED, ObjectRef.of(Person.KIND, me)));
        }
    }

    static String written(Set<TokenScope> scopes) {
        return scopes.stream().sorted().map(TokenScope::name).collect(Collectors.joining(","));
    }

    static Set<TokenScope> scopes(String written) {
        return Arrays.stream(written.split(",", -1)).map(TokenScope::valueOf).collect(Collectors.toSet());
    }

    private static TokenInfo info(ResultSet row) throws SQLException {
        return new TokenInfo(
                Columns.uuid(row, "id"),
                row.getString("name"),
                row.getString("start"),
                scopes(row.getString("scopes")),
                Utc.instant(row, "created_at"),
                Utc.instant(row, "expires_at"),
                Utc.optional(row, "last_used_at"));
    }
}
