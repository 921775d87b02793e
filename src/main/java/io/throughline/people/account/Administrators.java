package io.throughline.people.account;

import io.throughline.people.settings.PeopleSettings;
import io.throughline.shared.row.Columns;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who can administer this installation: those of the demo only where there is one, since they can't sign in elsewhere. */
@Component
public class Administrators {

    private static final String THEY = """
            select a.id from account a join account_role r on r.account_id = a.id and r.role = 'ADMINISTRATOR'
            where a.state = 'ACTIVE' and (:demo or not exists (select 1 from demo_account d where d.account_id = a.id))
            order by a.id
            """;

    private final JdbcClient jdbc;
    private final PeopleSettings settings;

    Administrators(JdbcClient jdbc, PeopleSettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    public boolean isAny() {
        return !ids(THEY).isEmpty();
    }

    /** Two of them who disable each other at once must not both succeed, so both lock the same rows. */
    public List<UUID> locked() {
        return ids(THEY + "for update");
    }

    private List<UUID> ids(String sql) {
        return jdbc.sql(sql)
                .param("demo", settings.demo())
                .query((row, number) -> Columns.uuid(row, "id"))
                .list();
    }
}
