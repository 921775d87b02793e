package io.throughline.people.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import io.throughline.people.AccountData;
import io.throughline.people.Accounts;
import io.throughline.people.IssuedLink;
import io.throughline.people.LinkPurpose;
import io.throughline.people.OneTimeLinks;
import io.throughline.people.TestAccounts;
import io.throughline.people.link.LinkIssuer;
import io.throughline.shared.Role;
import io.throughline.shared.Viewer;
import io.throughline.support.As;
import io.throughline.support.Fixtures;
import io.throughline.support.ViewTest;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What a one-time link's page says where, when something is wrong. */
class LinkViewTest extends ViewTest {

    private static final String GOOD = "sextant oboe gravel lamp";

    @Autowired
    Accounts accounts;

    @Autowired
    OneTimeLinks links;

    @Autowired
    LinkIssuer issuer;

    @Autowired
    TestAccounts testAccounts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private Viewer administrator;

    @BeforeEach
    void administrator() {
        administrator = fixtures.administrator();
        signIn(administrator);
    }

    @Test
    void a_link_that_was_used_meanwhile_says_so_and_leads_on_instead_of_blaming_the_password() {
        var token = invitation();
        open(token);
        links.redeem(token, GOOD, Locale.ENGLISH);

        submit(GOOD, GOOD);

        assertThat(_get(H1.class).getText()).isEqualTo("This link doesn’t work");
        _assertNone(PasswordField.class);
    }

    @Test
    void whoever_reads_the_page_in_german_reads_all_others_in_german() {
        var link = invited();
        UI.getCurrent().setLocale(Locale.GERMANY);
        open(token(link.url()));
        password().setValue(GOOD);
        repeated().setValue(GOOD);
        _click(_get(Button.class, spec -> spec.withText("Passwort setzen")));

        assertThat(testAccounts.language(link.person())).isEqualTo("de");
    }

    @Test
    void two_passwords_that_differ_are_said_at_the_second_and_a_bad_one_at_the_first() {
        open(invitation());

        submit(GOOD, "another one altogether");
        assertThat(password().isInvalid()).isFalse();
        assertThat(repeated().isInvalid()).isTrue();

        submit("short", "short");
        assertThat(password().isInvalid()).isTrue();
        assertThat(password().getErrorMessage()).contains("15");
        assertThat(repeated().isInvalid()).isFalse();
    }

    @Test
    void the_first_administrator_is_told_at_the_field_that_is_wrong() {
        whereNobodyAdministers(() -> {
            open(token(issuer.issue(null, LinkPurpose.FIRST_ADMIN, Duration.ofHours(1))
                    .url()));

            name().setValue(" ");
            email().setValue("ada@example.org");
            submit(GOOD, GOOD);
            assertThat(name().isInvalid()).isTrue();
            assertThat(email().isInvalid()).isFalse();
            assertThat(password().isInvalid()).isFalse();

            name().setValue("Ada");
            email().setValue("ada");
            submit(GOOD, GOOD);
            assertThat(name().isInvalid()).isFalse();
            assertThat(email().isInvalid()).isTrue();
            assertThat(password().isInvalid()).isFalse();

            email().setValue("ada@example.org");
            submit("short", "short");
            assertThat(email().isInvalid()).isFalse();
            assertThat(password().isInvalid()).isTrue();
            assertThat(name().getValue()).as("nothing typed is lost").isEqualTo("Ada");
        });
    }

    @Test
    void whoever_is_not_the_first_any_more_is_not_asked_for_another_password() {
        whereNobodyAdministers(() -> {
            open(token(issuer.issue(null, LinkPurpose.FIRST_ADMIN, Duration.ofHours(1))
                    .url()));
            jdbc.sql("update account set state = 'ACTIVE' where id = ?")
                    .param(administrator.id().value())
                    .update();

            name().setValue("Ada");
            email().setValue("ada@example.org");
            submit(GOOD, GOOD);

            _assertNone(PasswordField.class);
            _assertNone(EmailField.class);
        });
    }

    /** For as long as it takes; nothing of it is kept. */
    private void whereNobodyAdministers(Runnable act) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("""
                    update account set state = 'DISABLED'
                    where id in (select account_id from account_role where role = 'ADMINISTRATOR')""").update();
            try {
                act.run();
            } finally {
                status.setRollbackOnly();
            }
        });
    }

    private String invitation() {
        return token(invited().url());
    }

    private IssuedLink invited() {
        var email = Fixtures.unique("invited").replace(' ', '-') + "@example.org";
        return As.viewer(
                administrator,
                () -> accounts.create(new AccountData("Guest", email, Set.of(Role.MANAGER), null), Locale.ENGLISH));
    }

    private static String token(String url) {
        return url.substring(url.lastIndexOf('/') + 1);
    }

    private static void open(String token) {
        UI.getCurrent().navigate(PeopleNavigation.LINK + "/" + token);
    }

    private static void submit(String password, String again) {
        password().setValue(password);
        repeated().setValue(again);
        _click(_get(Button.class, spec -> spec.withText("Set password")));
    }

    private static TextField name() {
        return _get(TextField.class, spec -> spec.withLabel("Name"));
    }

    private static EmailField email() {
        return _get(EmailField.class);
    }

    private static PasswordField password() {
        return _find(PasswordField.class).getFirst();
    }

    private static PasswordField repeated() {
        return _find(PasswordField.class).getLast();
    }
}
