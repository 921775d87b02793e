package io.throughline.bench;

import io.throughline.people.credentials.PasswordHasher;
import io.throughline.shared.OrganisationId;
import io.throughline.shared.PersonId;
import io.throughline.shared.Role;
import io.throughline.shared.Viewer;
import io.throughline.shared.database.DatabaseLogins;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/**
 * A portal's data, of any size and the same at every run: people here, what they said in {@link GeneratedSurvey}, what
 * was made of it in {@link GeneratedBacklog} and {@link GeneratedPlan}. Much of it goes past the services, in bulk; it
 * is what they would have written.
 */
final class Generator implements AutoCloseable {

    /** Of every account. */
    static final String PASSWORD = "correct horse battery staple";

    static final String PROJECT_MANAGER = "pm@bench.example";
    static final String MANAGER = "manager@bench.example";
    static final String CUSTOMER = "customer@bench.example";

    static final LocalDateTime LONG_AGO = LocalDateTime.of(2026, 1, 1, 9, 0);

    private static final long SEED = 20_260_101;
    private static final int ORGANISATIONS = 20;
    private static final String[] SEGMENTS = {"city", "suburb", "business"};

    private final ApplicationContext context;
    private final RandomGenerator random =
            RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
    private final Bulk bulk;
    private final List<OrganisationId> organisations = new ArrayList<>();
    private final Viewer projectManager;
    private final Viewer manager;

    Generator(ApplicationContext context) throws SQLException {
        this.context = context;
        this.bulk = new Bulk(context.getBean(DatabaseLogins.class), random);
        for (int i = 0; i < ORGANISATIONS; i++) {
            organisations.add(new OrganisationId(bulk.id()));
        }
        var rows = new ArrayList<Object[]>();
        for (int i = 0; i < ORGANISATIONS; i++) {
            rows.add(new Object[] {
                organisations.get(i).value(), 0, "Generated organisation " + i, SEGMENTS[i % SEGMENTS.length], 1 + i % 3
            });
        }
        bulk.insert("organisation", "id, version, name, segment, weight", rows);
        projectManager = account("Petra Manager", PROJECT_MANAGER, Role.PROJECT_MANAGER, null);
        manager = account("Mara Decides", MANAGER, Role.MANAGER, null);
    }

    Viewer projectManager() {
        return projectManager;
    }

    Viewer manager() {
        return manager;
    }

    /** Somebody who may sign in with {@link #PASSWORD}. */
    Viewer customer(String email) throws SQLException {
        return account("Carla Customer", email, Role.CUSTOMER, organisations.getFirst());
    }

    Set<OrganisationId> organisations() {
        return Set.copyOf(organisations);
    }

    /** People who are known and have no account, spread over the organisations. */
    List<Respondent> respondents(int count) throws SQLException {
        var people = new ArrayList<Respondent>();
        for (int i = 0; i < count; i++) {
            int at = i % ORGANISATIONS;
            people.add(new Respondent(
                    bulk.id(), organisations.get(at).value(), SEGMENTS[at % SEGMENTS.length], 1 + at % 3));
        }
        bulk.insert(
                "person", "id, version, name, organisation_id", people.stream().map(one ->
                        new Object[] {one.person(), 0, "Respondent", one.organisation()})::iterator);
        return people;
    }

    record Respondent(UUID person, UUID organisation, String segment, int weight) {

        /** As one who has come to answer. */
        Viewer viewer() {
            return new Viewer(
                    new PersonId(person),
                    "Respondent",
                    Set.of(Role.CUSTOMER),
                    new OrganisationId(organisation),
                    Locale.ENGLISH,
                    ZoneOffset.UTC);
        }
    }

    ApplicationContext context() {
        return context;
    }

    Bulk bulk() {
        return bulk;
    }

    RandomGenerator random() {
        return random;
    }

    /** Lets the database learn how large its tables have become. */
    void analyse() throws SQLException {
        bulk.execute(
                "analyze table answer, submitted_answer, response, expression_text, expression, evidence, person, need,"
                        + " requirement, requirement_version, requirement_need, requirement_status, standing, rank_block");
    }

    private Viewer account(String name, String email, Role role, @Nullable OrganisationId organisation)
            throws SQLException {
        var id = bulk.id();
        var hash = context.getBean(PasswordHasher.class).hash(PASSWORD);
        bulk.execute(
                "insert into person (id, version, name, organisation_id) values (?, 0, ?, ?)",
                id,
                name,
                organisation == null ? null : organisation.value());
        bulk.execute("""
                insert into account (id, version, email, email_key, state, password_hash, security_stamp, session_epoch,
                    language, theme, zone, created_at)
                values (?, 0, ?, ?, 'ACTIVE', ?, ?, 0, 'en', 'SYSTEM', 'UTC', ?)
                """, id, email, email, hash, bulk.id(), LONG_AGO);
        bulk.execute("insert into account_role (account_id, role) values (?, ?)", id, role.name());
        return new Viewer(new PersonId(id), name, Set.of(role), organisation, Locale.ENGLISH, ZoneOffset.UTC);
    }

    @Override
    public void close() throws SQLException {
        bulk.close();
    }
}
