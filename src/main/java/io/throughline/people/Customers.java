package io.throughline.people;

import io.throughline.people.account.Email;
import io.throughline.shared.OrganisationId;
import io.throughline.shared.PersonId;
import io.throughline.shared.row.Columns;
import io.throughline.shared.row.Like;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Customers who can be asked: those with an account that isn't disabled. */
@Service
@Transactional(readOnly = true)
@PreAuthorize("hasAnyRole('PROJECT_MANAGER','MANAGER')")
public class Customers {

    private static final int LARGEST_PAGE = 200;
    private static final int LARGEST_PART = 500;

    private static final String ASKABLE = """
            select p.id, p.name, o.id organisation_id, o.name organisation, a.email_key
            from account a
            join account_role ar on ar.account_id = a.id and ar.role = 'CUSTOMER'
            join person p on p.id = a.id
            join organisation o on o.id = p.organisation_id
            where a.state <> 'DISABLED'
            """;

    private final JdbcClient jdbc;

    Customers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * By name.
     *
     * @param text part of the name or of the organisation's, any case; empty for all
     * @param limit at most 200
     */
    public List<Customer> find(String text, int offset, int limit) {
        return jdbc.sql(ASKABLE + """
                        and (:text = '' or p.name like :pattern or o.name like :pattern)
                        order by p.name, p.id limit :limit offset :offset""")
                .param("text", text.strip())
                .param("pattern", Like.containing(text))
                .param("limit", Math.clamp(limit, 0, LARGEST_PAGE))
                .param("offset", Math.max(0, offset))
                .query((row, number) -> customer(row))
                .list();
    }

    /** Those of them who can be asked, in no order. */
    public List<Customer> byIds(Collection<PersonId> ids) {
        var found = new ArrayList<Customer>();
        for (var some : parts(ids.stream().map(PersonId::value).distinct().toList())) {
            jdbc.sql(ASKABLE + "and a.id in (:ids)")
                    .param("ids", some)
                    .query((row, number) -> customer(row))
                    .list()
                    .forEach(found::add);
        }
        return found;
    }

    /** Whoever of them can be asked, by the address in the form {@link #addressKey} gives. */
    public Map<String, Customer> byAddress(Collection<String> addresses) {
        var keys = addresses.stream().map(Email::keyOf).collect(Collectors.toSet());
        var found = new HashMap<String, Customer>();
        for (var some : parts(List.copyOf(keys))) {
            jdbc.sql(ASKABLE + "and a.email_key in (:keys)")
                    .param("keys", some)
                    .query((row, number) -> Map.entry(row.getString("email_key"), customer(row)))
                    .list()
                    .forEach(one -> found.put(one.getKey(), one.getValue()));
        }
        return found;
    }

    /** The form in which two addresses are compared. */
    public static String addressKey(String address) {
        return Email.keyOf(address);
    }

    private static <T> List<List<T>> parts(List<T> all) {
        var parts = new ArrayList<List<T>>();
        for (int start = 0; start < all.size(); start += LARGEST_PART) {
            parts.add(all.subList(start, Math.min(all.size(), start + LARGEST_PART)));
        }
        return parts;
    }

    private static Customer customer(ResultSet row) throws SQLException {
        return new Customer(
                new PersonId(Columns.uuid(row, "id")),
                row.getString("name"),
                new OrganisationId(Columns.uuid(row, "organisation_id")),
                row.getString("organisation"));
    }
}
