package io.throughline.people.account;

import io.throughline.people.AccountFilter;
import io.throughline.people.AccountRow;
import io.throughline.people.AccountState;
import io.throughline.shared.PersonId;
import io.throughline.shared.Role;
import io.throughline.shared.row.Columns;
import io.throughline.shared.row.Like;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads accounts for lists, without their entities. */
@Component
public class AccountList {

    private static final String ROWS = """
            select p.id, p.name, a.email, a.state, coalesce(o.name, '') as organisation,
                   (select group_concat(r.role) from account_role r where r.account_id = a.id) as roles
            from account a join person p on p.id = a.id left join organisation o on o.id = p.organisation_id
            where (:text = '' or p.name like :pattern or a.email like :pattern)
              and (:state = '' or a.state = :state)
              and (:role = '' or exists (select 1 from account_role x where x.account_id = a.id and x.role = :role))
            order by p.name, p.id limit :limit offset :offset""";

    private static final String COUNT = """
            select count(*) from account a join person p on p.id = a.id
            where (:text = '' or p.name like :pattern or a.email like :pattern)
              and (:state = '' or a.state = :state)
              and (:role = '' or exists (select 1 from account_role x where x.account_id = a.id and x.role = :role))""";

    private final JdbcClient jdbc;

    AccountList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<AccountRow> find(AccountFilter filter, int offset, int limit) {
        return filtered(ROWS, filter)
                .param("limit", limit)
                .param("offset", offset)
                .query((row, number) -> row(row))
                .list();
    }

    public int count(AccountFilter filter) {
        return filtered(COUNT, filter).query(Integer.class).single();
    }

    private JdbcClient.StatementSpec filtered(String sql, AccountFilter filter) {
        var text = filter.text().strip();
        return jdbc.sql(sql)
                .param("text", text)
                .param("pattern", Like.containing(text))
                .param("state", filter.state() == null ? "" : filter.state().name())
                .param("role", filter.role() == null ? "" : filter.role().name());
    }

    private static AccountRow row(ResultSet row) throws SQLException {
        return new AccountRow(
                new PersonId(Columns.uuid(row, "id")),
                row.getString("name"),
                row.getString("email"),
                roles(row.getString("roles")),
                AccountState.valueOf(row.getString("state")),
                row.getString("organisation"));
    }

    /** @param names parted by commas, as the database gathers them */
    public static Set<Role> roles(String names) {
        var roles = EnumSet.noneOf(Role.class);
        Arrays.stream(names.split(",", -1)).map(Role::valueOf).forEach(roles::add);
        return roles;
    }
}
