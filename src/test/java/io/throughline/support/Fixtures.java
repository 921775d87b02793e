package io.throughline.support;

import io.throughline.shared.Ids;
import io.throughline.shared.OrganisationId;
import io.throughline.shared.PersonId;
import io.throughline.shared.Role;
import io.throughline.shared.Viewer;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Makes people and organisations of a test's own; nothing is ever cleaned up. */
@Component
public class Fixtures {

    private static final AtomicLong COUNTER = new AtomicLong(System.nanoTime());

    private final JdbcClient jdbc;

    Fixtures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A text no other test uses. */
    public static String unique(String text) {
        return text + " " + Long.toString(COUNTER.incrementAndGet(), 36);
    }

    public OrganisationId organisation() {
        return organisation(unique("Organisation"), "standard");
    }

    public OrganisationId organisation(String name, String segment) {
        var id = new OrganisationId(Ids.next());
        jdbc.sql("insert into organisation (id, version, name, segment, weight) values (?, 0, ?, ?, 1)")
                .params(id.value(), name, segment)
                .update();
        return id;
    }

    public Viewer projectManager() {
        return person(null, Role.PROJECT_MANAGER);
    }

    public Viewer manager() {
        return person(null, Role.MANAGER);
    }

    public Viewer teamMember() {
        return person(null, Role.TEAM_MEMBER);
    }

    public Viewer administrator() {
        return person(null, Role.ADMINISTRATOR);
    }

    public Viewer customer(OrganisationId organisation) {
        return person(organisation, Role.CUSTOMER);
    }

    public Viewer customer() {
        return customer(organisation());
    }

    /** The person of one of the demo's accounts, where a test runs with the demo. @param account as "pm", before the @ */
    public Viewer demo(String account, Role role) {
        return jdbc.sql("""
                        select p.id, p.organisation_id from person p join account a on a.id = p.id
                        where a.email = concat(?, '@demo.example')""")
                .param(account)
                .query((row, number) -> {
                    var home = row.getObject("organisation_id", UUID.class);
                    return new Viewer(
                            new PersonId(row.getObject("id", UUID.class)),
                            account,
                            Set.of(role),
                            home == null ? null : new OrganisationId(home),
                            Locale.ENGLISH,
                            ZoneOffset.UTC);
                })
                .single();
    }

    /** Somebody with these roles and an account no password opens. */
    public Viewer person(@Nullable OrganisationId organisation, Role... roles) {
        var id = new PersonId(Ids.next());
        var name = unique("Person");
        jdbc.sql("insert into person (id, version, name, organisation_id) values (?, 0, ?, ?)")
                .params(java.util.Arrays.asList(id.value(), name, organisation == null ? null : organisation.value()))
                .update();
        jdbc.sql("""
                insert into account (id, version, email, email_key, state, security_stamp, session_epoch, language, theme,
                    zone, created_at)
                values (:id, 0, :email, :email, 'ACTIVE', uuid(), 0, 'en', 'SYSTEM', 'UTC', utc_timestamp(6))
                """)
                .param("id", id.value())
                .param("email", id.value() + "@fixture.example")
                .update();
        for (var role : roles) {
            jdbc.sql("insert into account_role (account_id, role) values (?, ?)")
                    .params(id.value(), role.name())
                    .update();
        }
        return new Viewer(id, name, Set.of(roles), organisation, Locale.ENGLISH, ZoneOffset.UTC);
    }
}
