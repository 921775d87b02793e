package io.throughline.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.shared.CommonError;
import io.throughline.shared.DomainException;
import io.throughline.shared.ErrorCode;
import io.throughline.shared.PersonId;
import io.throughline.shared.Progress;
import io.throughline.shared.Role;
import io.throughline.shared.Viewer;
import io.throughline.support.As;
import io.throughline.support.Fixtures;
import io.throughline.support.IntegrationTest;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
class AccountsIT {

    @Autowired
    Accounts accounts;

    @Autowired
    PeopleImport imports;

    @Autowired
    Organisations organisations;

    @Autowired
    People people;

    @Autowired
    Profiles profiles;

    @Autowired
    SignIn signIn;

    @Autowired
    OneTimeLinks links;

    @Autowired
    DemoAccounts demo;

    @Autowired
    TestAccounts testAccounts;

    @Autowired
    Fixtures fixtures;

    @Autowired
    JdbcClient jdbc;

    private Viewer administrator;

    @BeforeEach
    void administrator() {
        administrator = testAccounts.active(Role.ADMINISTRATOR).viewer();
    }

    @Test
    void an_address_signs_in_one_account_whatever_its_case() {
        var email = email();
        create(new AccountData("One", email, Set.of(Role.MANAGER), null));

        refused(
                PeopleError.EMAIL_TAKEN,
                () -> create(new AccountData("Two", email.toUpperCase(Locale.ROOT), Set.of(Role.MANAGER), null)));
    }

    @Test
    void a_customer_needs_an_organisation_and_everybody_a_role() {
        refused(
                PeopleError.ORGANISATION_REQUIRED,
                () -> create(new AccountData("One", email(), Set.of(Role.CUSTOMER), null)));
        refused(PeopleError.ROLES_REQUIRED, () -> create(new AccountData("One", email(), Set.of(), null)));
        refused(
                PeopleError.EMAIL_INVALID,
                () -> create(new AccountData("One", "a@b\r\nBcc: c@d", Set.of(Role.MANAGER), null)));
    }

    @Test
    void an_account_speaks_what_was_chosen_for_it_and_not_its_maker_s_language() {
        var german = email();
        As.viewer(
                administrator,
                () -> accounts.create(new AccountData("Ada", german, Set.of(Role.MANAGER), null), Locale.GERMAN));

        assertThat(administrator.locale()).isEqualTo(Locale.ENGLISH);
        assertThat(language(german)).isEqualTo("de");
        refused(
                CommonError.NOT_FOUND,
                () -> accounts.create(new AccountData("Ben", email(), Set.of(Role.MANAGER), null), Locale.FRENCH));
    }

    @Test
    void a_list_finds_by_name_role_and_state() {
        var name = Fixtures.unique("Findme");
        var id = create(new AccountData(name, email(), Set.of(Role.MANAGER, Role.PROJECT_MANAGER), null))
                .person();

        var found = As.viewer(
                administrator,
                () -> accounts.find(
                        new AccountFilter(name.toLowerCase(Locale.ROOT), Role.MANAGER, AccountState.INVITED), 0, 50));
        assertThat(found).singleElement().satisfies(row -> {
            assertThat(row.id()).isEqualTo(id);
            assertThat(row.roles()).containsExactlyInAnyOrder(Role.MANAGER, Role.PROJECT_MANAGER);
        });
        assertThat(As.viewer(administrator, () -> accounts.count(new AccountFilter(name, Role.CUSTOMER, null))))
                .isZero();
        assertThat(As.viewer(administrator, () -> accounts.count(new AccountFilter("%", null, null))))
                .as("a wildcard is a character like any other")
                .isZero();
    }

    @Test
    void nobody_disables_their_own_account_and_a_stale_version_is_refused() {
        refused(PeopleError.OWN_ACCOUNT, () -> accounts.disable(administrator.id(), version(administrator.id())));
        var other = testAccounts.active(Role.MANAGER).viewer().id();
        var seen = version(other);
        As.viewer(administrator, () -> accounts.disable(other, seen));
        refused(CommonError.STALE, () -> accounts.enable(other, seen));
    }

    @Test
    void a_disabled_account_is_nobody_s_choice_any_more() {
        var manager = testAccounts.active(Role.MANAGER).viewer().id();
        assertThat(withRoleManager()).contains(manager);

        As.viewer(administrator, () -> accounts.disable(manager, version(manager)));

        assertThat(withRoleManager()).doesNotContain(manager);
    }

    @Test
    void a_dry_run_names_bad_rows_and_nothing_is_half_imported() {
        var good = email();
        var csv = """
                Name;Email;Roles;Organisation
                Good One;%s;manager | project manager;

                ;no address;KING;
                "Customer
                of ours";%s;CUSTOMER;Nowhere Ltd
                Twice;%s;MANAGER;
                """.formatted(good, email(), good.toUpperCase(Locale.ROOT));

        var rows = As.viewer(administrator, () -> imports.dryRun(csv));

        assertThat(rows).extracting(ImportRow::line).as("as an editor counts").containsExactly(2L, 4L, 6L, 7L);
        assertThat(rows).extracting(ImportRow::good).containsExactly(true, false, false, false);
        assertThat(rows.get(0).roles()).containsExactlyInAnyOrder(Role.MANAGER, Role.PROJECT_MANAGER);
        assertThat(codes(rows.get(1)))
                .containsExactly(CommonError.REQUIRED, PeopleError.EMAIL_INVALID, PeopleError.IMPORT_ROLE_UNKNOWN);
        assertThat(codes(rows.get(2))).containsExactly(PeopleError.IMPORT_ORGANISATION_UNKNOWN);
        assertThat(codes(rows.get(3))).containsExactly(PeopleError.IMPORT_EMAIL_TWICE);
        refused(PeopleError.IMPORT_BAD_ROWS, () -> imports.importAll(csv, Progress.UNWATCHED));
        assertThat(As.viewer(administrator, () -> accounts.count(new AccountFilter(good, null, null))))
                .isZero();
    }

    @Test
    void a_good_file_makes_every_account_with_a_link() {
        var organisation = Fixtures.unique("Import Ltd");
        fixtures.organisation(organisation, "standard");
        var first = email();
        var second = email();
        var csv = "\uFEFFemail,name,organisation,roles\n%s,\"Ada, Countess\",,MANAGER\n%s,Ben,%s,CUSTOMER\n"
                .formatted(first, second, organisation);

        var links = As.viewer(administrator, () -> imports.importAll(csv, Progress.UNWATCHED));

        assertThat(links).extracting(IssuedLink::email).containsExactly(first, second);
        assertThat(As.viewer(administrator, () -> accounts.detail(links.get(1).person())))
                .hasValueSatisfying(detail -> assertThat(detail.organisation()).isNotNull());
        refused(PeopleError.IMPORT_UNREADABLE, () -> imports.dryRun("just,some\ntext,here"));
        refused(PeopleError.IMPORT_UNREADABLE, () -> imports.dryRun("\"unclosed"));
    }

    @Test
    void imported_accounts_speak_what_the_file_says_else_what_the_installation_speaks() {
        var german = email();
        var unsaid = email();
        var maker = new Viewer(
                administrator.id(),
                administrator.name(),
                administrator.roles(),
                administrator.organisation(),
                Locale.GERMAN,
                administrator.zone());
        var csv = "email,name,organisation,roles,language\n%s,Ada,,MANAGER,DE\n%s,Ben,,MANAGER,\n"
                .formatted(german, unsaid);
        assertThat(As.viewer(maker, () -> imports.dryRun(csv)))
                .extracting(ImportRow::language)
                .containsExactly(Locale.GERMAN, Locale.ENGLISH);

        As.viewer(maker, () -> imports.importAll(csv, Progress.UNWATCHED));

        assertThat(language(german)).isEqualTo("de");
        assertThat(language(unsaid)).as("not its maker's").isEqualTo("en");
        assertThat(As.viewer(maker, () -> imports.dryRun(csv.replace(",DE", ",Klingon"))))
                .flatExtracting(ImportRow::problems)
                .extracting(DomainException::code)
                .contains(PeopleError.IMPORT_LANGUAGE_UNKNOWN);
    }

    private String language(String email) {
        return jdbc.sql("select language from account where email = ?")
                .param(email)
                .query(String.class)
                .single();
    }

    @Test
    void an_import_that_is_stopped_leaves_nothing_behind() {
        var csv = "email,name,organisation,roles\n%s,Ann,,MANAGER\n%s,Ben,,MANAGER\n".formatted(email(), email());
        Progress stopped = (done, all) -> {
            if (done == 2) {
                throw new CancellationException();
            }
        };
        assertThatThrownBy(() -> As.viewer(administrator, () -> imports.importAll(csv, stopped)))
                .isInstanceOf(CancellationException.class);
        assertThat(As.viewer(administrator, () -> imports.dryRun(csv))).allMatch(ImportRow::good);
    }

    /** Who took an account over by another address, or made a voice another organisation's, must be found. */
    @Test
    void what_is_changed_about_a_person_stands_in_the_trail() {
        var account = testAccounts.active(Role.MANAGER);
        var id = account.viewer().id();
        change(id, seen -> new AccountData(seen.name(), seen.email(), seen.roles(), seen.organisation()));
        assertThat(actsOn(id)).isEmpty();
        change(id, seen -> new AccountData(seen.name(), "new-" + seen.email(), seen.roles(), seen.organisation()));
        assertThat(actsOn(id)).containsExactly("EMAIL_CHANGED");
        change(id, seen -> new AccountData(seen.name(), seen.email(), seen.roles(), fixtures.organisation()));
        change(id, seen -> new AccountData("Renamed", seen.email(), seen.roles(), seen.organisation()));
        assertThat(actsOn(id)).containsExactly("EMAIL_CHANGED", "PERSON_CHANGED", "PERSON_CHANGED");
    }

    private void change(PersonId id, Function<AccountDetail, AccountData> to) {
        As.viewer(administrator, () -> {
            var seen = accounts.detail(id).orElseThrow();
            accounts.change(id, seen.version(), to.apply(seen));
        });
    }

    private List<String> actsOn(PersonId id) {
        return jdbc.sql("select act from audit_entry where actor = ? and objects like ? order by at, id")
                .params(administrator.id().value(), "%" + id.value() + "%")
                .query(String.class)
                .list();
    }

    @Test
    void weights_are_a_manager_s_and_not_below_zero() {
        var id = As.viewer(administrator, () -> organisations.create(Fixtures.unique("Org"), "east"));
        var manager = fixtures.manager();

        As.viewer(manager, () -> organisations.weigh(id, 0, new BigDecimal("2.5")));
        assertThat(As.viewer(
                        manager, () -> organisations.byIds(List.of(id)).get(id).weight()))
                .isEqualByComparingTo("2.5");
        refusedTo(manager, CommonError.OUT_OF_RANGE, () -> organisations.weigh(id, 1, new BigDecimal("-0.1")));
        assertThatThrownBy(() -> As.viewer(administrator, () -> organisations.weigh(id, 1, BigDecimal.TEN)))
                .isInstanceOf(org.springframework.security.access.AccessDeniedException.class);
    }

    @Test
    void an_organisation_s_name_is_its_own() {
        var name = Fixtures.unique("Org");
        As.viewer(administrator, () -> organisations.create(name, ""));

        refused(PeopleError.ORGANISATION_NAME_TAKEN, () -> organisations.create(name.toUpperCase(Locale.ROOT), ""));
        var other = As.viewer(administrator, () -> organisations.create(Fixtures.unique("Org"), ""));
        refused(PeopleError.ORGANISATION_NAME_TAKEN, () -> organisations.rename(other, 0, name));
        As.viewer(administrator, () -> organisations.rename(other, 0, name + " too"));
    }

    @Test
    void a_respondent_is_a_person_without_an_account() {
        var organisation = fixtures.organisation();
        var id = As.viewer(fixtures.projectManager(), () -> people.registerRespondent(organisation, "Respondent 1"));

        assertThat(As.viewer(administrator, () -> people.names(List.of(id)))).containsEntry(id, "Respondent 1");
        assertThat(As.viewer(administrator, () -> accounts.detail(id))).isEmpty();
    }

    @Test
    void names_of_other_customers_and_organisations_are_not_a_customer_s() {
        var home = fixtures.organisation();
        var elsewhere = fixtures.organisation();
        var customer = fixtures.customer(home);
        var neighbour = fixtures.customer(home);
        var projectManager = fixtures.projectManager();
        var everybody = List.of(customer.id(), neighbour.id(), projectManager.id(), administrator.id());

        assertThat(As.viewer(customer, () -> people.names(everybody)))
                .as("who works here, and oneself; no other customer")
                .containsOnlyKeys(customer.id(), projectManager.id(), administrator.id());
        assertThat(As.viewer(customer, () -> organisations.byIds(List.of(home, elsewhere))))
                .containsOnlyKeys(home);
        assertThat(As.viewer(fixtures.teamMember(), () -> organisations.byIds(List.of(home))))
                .isEmpty();
        assertThat(As.viewer(projectManager, () -> people.names(everybody))).hasSize(4);
        assertThat(As.viewer(projectManager, () -> organisations.byIds(List.of(home, elsewhere))))
                .hasSize(2);
    }

    @Test
    void a_link_on_its_way_dies_with_the_address_the_password_and_the_account() {
        var account = testAccounts.active(Role.PROJECT_MANAGER);
        var id = account.viewer().id();

        var released = released(id);
        As.viewer(account.viewer(), () -> profiles.changePassword(TestAccounts.PASSWORD, "another long enough one"));
        assertThat(links.peek(released)).isEmpty();

        var toOldAddress = released(id);
        As.viewer(administrator, () -> {
            var seen = accounts.detail(id).orElseThrow();
            accounts.change(
                    id,
                    seen.version(),
                    new AccountData(seen.name(), "new-" + seen.email(), seen.roles(), seen.organisation()));
        });
        assertThat(links.peek(toOldAddress)).isEmpty();

        var beforeDisabling = released(id);
        As.viewer(administrator, () -> {
            accounts.disable(id, accounts.detail(id).orElseThrow().version());
            accounts.enable(id, accounts.detail(id).orElseThrow().version());
        });
        assertThat(links.peek(beforeDisabling)).isEmpty();
    }

    private String released(PersonId id) {
        var url = As.viewer(administrator, () -> accounts.releaseReset(id)).url();
        var token = url.substring(url.lastIndexOf('/') + 1);
        assertThat(links.peek(token)).isPresent();
        return token;
    }

    @Test
    void changing_the_password_ends_other_sessions_and_keeps_one_s_own() {
        var account = testAccounts.active(Role.MANAGER);
        var elsewhere = signedIn(account);

        refusedTo(
                account.viewer(),
                PeopleError.PASSWORD_WRONG,
                () -> profiles.changePassword("not it", "sextant oboe gravel lamp"));
        var own = As.viewer(
                account.viewer(), () -> profiles.changePassword(TestAccounts.PASSWORD, "sextant oboe gravel lamp"));

        assertThat(signIn.recheck(elsewhere)).isEmpty();
        assertThat(signIn.recheck(own)).containsSame(own);
    }

    @Test
    void signing_out_everywhere_ends_every_session() {
        var account = testAccounts.active(Role.MANAGER);
        var one = signedIn(account);

        As.viewer(account.viewer(), profiles::signOutEverywhere);

        assertThat(signIn.recheck(one)).isEmpty();
    }

    @Test
    void preferences_reach_open_sessions_without_ending_them() {
        var account = testAccounts.active(Role.MANAGER);
        var elsewhere = signedIn(account);

        As.viewer(account.viewer(), () -> {
            var mine = profiles.mine();
            profiles.prefer(mine.version(), Locale.GERMAN, Theme.DARK, ZoneId.of("Europe/Berlin"));
        });

        assertThat(signIn.recheck(elsewhere)).hasValueSatisfying(fresh -> {
            assertThat(fresh.viewer().locale()).isEqualTo(Locale.GERMAN);
            assertThat(fresh.theme()).isEqualTo(Theme.DARK);
        });
    }

    @Test
    void outside_the_demo_no_account_has_a_published_password() {
        refused(
                PeopleError.DEMO_ONLY,
                () -> demo.create("Demo", email(), Set.of(Role.MANAGER), null, "gravel tulip oboe sextant"));
        assertThat(demo.listed()).isEmpty();
        assertThat(demo.isNobodyThere()).isFalse();
    }

    private AccountPrincipal signedIn(TestAccounts.TestAccount account) {
        return ((SignInResult.Accepted) signIn.signIn(account.email(), TestAccounts.PASSWORD, null, "10.2.0.1"))
                .principal();
    }

    private List<PersonId> withRoleManager() {
        return As.viewer(administrator, () -> people.withRole(Role.MANAGER)).stream()
                .map(PersonInfo::id)
                .toList();
    }

    private static List<ErrorCode> codes(ImportRow row) {
        return row.problems().stream().map(DomainException::code).toList();
    }

    private IssuedLink create(AccountData data) {
        return As.viewer(administrator, () -> accounts.create(data, Locale.ENGLISH));
    }

    private long version(PersonId id) {
        return As.viewer(administrator, () -> accounts.detail(id).orElseThrow().version());
    }

    private static String email() {
        return Fixtures.unique("person").replace(' ', '-') + "@example.org";
    }

    private void refused(ErrorCode code, ThrowingCallable act) {
        refusedTo(administrator, code, act);
    }

    private static void refusedTo(Viewer viewer, ErrorCode code, ThrowingCallable act) {
        assertThatThrownBy(() -> As.viewer(viewer, () -> {
                    try {
                        act.call();
                    } catch (RuntimeException e) {
                        throw e;
                    } catch (Throwable e) {
                        throw new IllegalStateException(e);
                    }
                }))
                .isInstanceOfSatisfying(
                        DomainException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
