package io.throughline.people.link;

import io.throughline.people.ResetRequest;
import io.throughline.shared.PersonId;
import io.throughline.shared.row.Columns;
import io.throughline.shared.row.Utc;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who forgot the password and waits for an administrator's link, where no mail can bring one. */
@Component
public class ResetRequests {

    private final JdbcClient jdbc;

    ResetRequests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whoever waits already goes on waiting from then. */
    public void add(UUID account, Instant now) {
        jdbc.sql("insert ignore into reset_request (account_id, requested_at) values (?, ?)")
                .params(account, Utc.column(now))
                .update();
    }

    public void remove(UUID account) {
        jdbc.sql("delete from reset_request where account_id = ?")
                .param(account)
                .update();
    }

    /** Those who wait longest first. */
    public List<ResetRequest> waiting(int limit) {
        return jdbc.sql("""
                        select p.id, p.name, a.email, r.requested_at
                        from reset_request r join account a on a.id = r.account_id join person p on p.id = a.id
                        where a.state = 'ACTIVE' order by r.requested_at limit ?""")
                .param(limit)
                .query((row, number) -> new ResetRequest(
                        new PersonId(Columns.uuid(row, "id")),
                        row.getString("name"),
                        row.getString("email"),
                        Utc.instant(row, "requested_at")))
                .list();
    }

    /** Since when this account waits, if it does. */
    public Optional<Instant> since(UUID account) {
        return jdbc.sql("select requested_at from reset_request where account_id = ?")
                .param(account)
                .query((row, number) -> Utc.instant(row, "requested_at"))
                .optional();
    }
}
