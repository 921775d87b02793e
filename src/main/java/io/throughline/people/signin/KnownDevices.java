package io.throughline.people.signin;

import io.throughline.people.credentials.Tokens;
import io.throughline.shared.Hashes;
import io.throughline.shared.persistence.Command;
import io.throughline.shared.row.Utc;
import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Devices somebody has signed in from: an attacker's attempts never slow these down. */
@Component
public class KnownDevices {

    private static final int DEVICES_AN_ACCOUNT = 20;

    private final JdbcClient jdbc;

    KnownDevices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Command
    public void used(String tokenHash, Instant now) {
        jdbc.sql("update known_device set last_used_at = ? where token_hash = ?")
                .params(Utc.column(now), tokenHash)
                .update();
    }

    /** From now on all of them are strangers again. */
    public void forget(UUID account) {
        jdbc.sql("delete from known_device where account_id = ?").param(account).update();
    }

    /**
     * Knows one more device, and forgets the one that was not used for longest where there are too many.
     *
     * @return the secret to give to the device; only its hash is kept
     */
    @Command
    public String remember(UUID account, Instant now) {
        // Sign-ins of one account queue here: their inserts and deletes would lock each other's gaps.
        jdbc.sql("select id from account where id = ? for update")
                .param(account)
                .query(UUID.class)
                .single();
        var token = Tokens.next();
        jdbc.sql("insert into known_device (token_hash, account_id, last_used_at) values (?, ?, ?)")
                .params(Hashes.sha256(token), account, Utc.column(now))
                .update();
        jdbc.sql("""
                        delete from known_device where account_id = ? and token_hash not in (
                            select token_hash from (select token_hash from known_device where account_id = ?
                                                    order by last_used_at desc limit ?) kept)""").params(account, account, DEVICES_AN_ACCOUNT).update();
        return token;
    }
}
