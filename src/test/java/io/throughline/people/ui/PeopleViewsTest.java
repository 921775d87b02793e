package io.throughline.people.ui;

import static com.github.mvysny.kaributesting.v10.GridKt._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.throughline.people.AccountDetail;
import io.throughline.people.AccountFilter;
import io.throughline.people.AccountRow;
import io.throughline.people.AccountState;
import io.throughline.people.Accounts;
import io.throughline.people.OrganisationInfo;
import io.throughline.people.Organisations;
import io.throughline.people.Profiles;
import io.throughline.people.SignIn;
import io.throughline.people.SignInResult;
import io.throughline.people.TestAccounts;
import io.throughline.people.Theme;
import io.throughline.shared.CommonError;
import io.throughline.shared.DomainException;
import io.throughline.shared.PersonId;
import io.throughline.shared.Role;
import io.throughline.shared.Viewer;
import io.throughline.support.As;
import io.throughline.support.Fixtures;
import io.throughline.support.ViewTest;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class PeopleViewsTest extends ViewTest {

    private static final String NEW = "sextant oboe gravel lamp";

    @Autowired
    Accounts accounts;

    @Autowired
    Organisations organisations;

    @Autowired
    Profiles profiles;

    @Autowired
    SignIn signIns;

    @Autowired
    TestAccounts testAccounts;

    @Test
    void an_administrator_makes_an_account_whose_person_sets_a_password_by_the_link() {
        var administrator = testAccounts.active(Role.ADMINISTRATOR).viewer();
        var email = Fixtures.unique("new").replace(' ', '-') + "@example.org";
        signIn(administrator);
        UI.getCurrent().navigate("people/new");
        _get(TextField.class, spec -> spec.withLabel("Name")).setValue("Newcomer");
        _get(EmailField.class).setValue(email);
        roles().setValue(Set.of(Role.MANAGER));
        _click(_get(Button.class, spec -> spec.withText("Create and invite")));

        var url = _get(TextField.class, spec -> spec.withId("one-time-link")).getValue();
        assertThat(only(email).state()).isEqualTo(AccountState.INVITED);

        UI.getCurrent().navigate("link/" + url.substring(url.lastIndexOf('/') + 1));
        var fields = _find(PasswordField.class);
        fields.get(0).setValue(NEW);
        fields.get(1).setValue(NEW);
        _click(_get(Button.class, spec -> spec.withText("Set password")));

        assertThat(only(email).state()).isEqualTo(AccountState.ACTIVE);
    }

    @Test
    @SuppressWarnings("unchecked")
    void a_new_account_speaks_the_installation_s_language_unless_another_is_chosen() {
        var email = Fixtures.unique("new").replace(' ', '-') + "@example.org";
        var maker = testAccounts.active(Role.ADMINISTRATOR).viewer();
        signIn(new Viewer(maker.id(), maker.name(), maker.roles(), maker.organisation(), Locale.GERMAN, maker.zone()));
        UI.getCurrent().navigate("people/new");
        var language = (Select<Locale>) _get(Select.class, spec -> spec.withLabel("Sprache"));
        assertThat(language.getValue()).as("not the maker's").isEqualTo(accounts.usualLanguage());
        language.setValue(Locale.GERMAN);
        _get(TextField.class, spec -> spec.withLabel("Name")).setValue("Newcomer");
        _get(EmailField.class).setValue(email);
        roles().setValue(Set.of(Role.MANAGER));
        _click(_get(Button.class, spec -> spec.withText("Anlegen und einladen")));

        assertThat(testAccounts.language(only(email).id())).isEqualTo("de");
        UI.getCurrent().navigate("people/" + only(email).id().value());
        assertThat(_find(Select.class, spec -> spec.withLabel("Sprache")))
                .as("later it is the person's own")
                .isEmpty();
    }

    @Test
    void each_field_of_a_new_account_says_what_is_wrong_with_it() {
        signIn(testAccounts.active(Role.ADMINISTRATOR).viewer());
        UI.getCurrent().navigate("people/new");
        var name = _get(TextField.class, spec -> spec.withLabel("Name"));
        var email = _get(EmailField.class);
        _click(_get(Button.class, spec -> spec.withText("Create and invite")));
        assertThat(List.of(name.isInvalid(), email.isInvalid(), roles().isInvalid()))
                .containsOnly(true);
        assertThat(name.getErrorMessage()).isEqualTo("Please fill in “Name”.");
        assertThat(email.getErrorMessage()).startsWith("Please fill in");
        assertThat(roles().getErrorMessage()).isEqualTo("Choose at least one role.");
        assertThat(_find(Notification.class)).isEmpty();

        email.setValue("nowhere");
        roles().setValue(Set.of(Role.CUSTOMER));
        assertThat(email.isInvalid()).as("while it is changed").isFalse();
        _click(_get(Button.class, spec -> spec.withText("Create and invite")));
        assertThat(name.isInvalid()).isTrue();
        assertThat(email.getErrorMessage()).contains("isn’t an e-mail address");
        assertThat(roles().isInvalid()).isFalse();
        assertThat(_get(ComboBox.class).getErrorMessage()).contains("belongs to an organisation");
    }

    @Test
    void an_address_another_account_has_is_told_at_its_field_and_one_s_own_is_not() {
        var taken = testAccounts.active(Role.MANAGER);
        var target = testAccounts.active(Role.MANAGER);
        signIn(testAccounts.active(Role.ADMINISTRATOR).viewer());
        UI.getCurrent().navigate("people/" + target.viewer().id().value());
        var email = _get(EmailField.class);
        email.setValue(taken.email());
        _click(_get(Button.class, spec -> spec.withText("Save")));
        assertThat(email.isInvalid()).isTrue();

        email.setValue(target.email());
        _get(TextField.class, spec -> spec.withLabel("Name")).setValue("Renamed");
        _click(_get(Button.class, spec -> spec.withText("Save")));
        assertThat(only(target.email()).name()).isEqualTo("Renamed");
    }

    @Test
    void an_administrator_disables_an_account() {
        var target = testAccounts.active(Role.MANAGER);
        signIn(testAccounts.active(Role.ADMINISTRATOR).viewer());
        UI.getCurrent().navigate("people/" + target.viewer().id().value());
        _click(_get(Button.class, spec -> spec.withText("Disable")));

        assertThat(detail(target.viewer().id()).state()).isEqualTo(AccountState.DISABLED);
    }

    @Test
    void a_file_is_shown_row_by_row_and_then_imported() {
        var email = Fixtures.unique("row").replace(' ', '-') + "@example.org";
        signIn(testAccounts.active(Role.ADMINISTRATOR).viewer());
        UI.getCurrent().navigate("people/import");
        _get(TextArea.class, spec -> spec.withId("csv")).setValue("name,email,roles,organisation\nX,nothing,KING,\n");
        _click(_get(Button.class, spec -> spec.withText("Show what would happen")));
        assertThat(_find(Button.class, spec -> spec.withText("Create one account")))
                .isEmpty();

        _get(TextArea.class, spec -> spec.withId("csv"))
                .setValue("name,email,roles,organisation\nRow One," + email + ",MANAGER,\n");
        _click(_get(Button.class, spec -> spec.withText("Show what would happen")));
        _click(_get(Button.class, spec -> spec.withText("Create one account")));
        settle();

        assertThat(only(email).roles()).containsExactly(Role.MANAGER);
    }

    @Test
    void a_manager_weighs_an_organisation() {
        var id = fixtures.organisation();
        var manager = fixtures.manager();
        signIn(manager);
        UI.getCurrent().navigate("organisations/" + id.value());
        _get(BigDecimalField.class).setValue(new BigDecimal("3.5"));
        _click(_find(Button.class, spec -> spec.withText("Save")).getLast());

        assertThat(As.viewer(
                        manager, () -> organisations.byIds(List.of(id)).get(id).weight()))
                .isEqualByComparingTo("3.5");
    }

    @Test
    void everybody_chooses_their_colours_and_changes_their_password() {
        var account = testAccounts.active(Role.TEAM_MEMBER);
        signIn(account.viewer());
        UI.getCurrent().navigate("profile");
        @SuppressWarnings("unchecked")
        var theme = (Select<Theme>) _get(Select.class, spec -> spec.withLabel("Colours"));
        theme.setValue(Theme.DARK);
        _click(_get(Button.class, spec -> spec.withText("Save")));
        assertThat(As.viewer(account.viewer(), () -> profiles.mine().theme())).isEqualTo(Theme.DARK);

        var fields = _find(PasswordField.class);
        fields.get(0).setValue(TestAccounts.PASSWORD);
        fields.get(1).setValue(NEW);
        fields.get(2).setValue(NEW);
        _click(_get(Button.class, spec -> spec.withText("Change password")));

        assertThat(signIns.signIn(account.email(), NEW, null, "10.4.0.1")).isInstanceOf(SignInResult.Accepted.class);
    }

    @Test
    void a_weight_left_empty_is_not_told_as_saved() {
        var id = fixtures.organisation();
        signIn(fixtures.manager());
        UI.getCurrent().navigate("organisations/" + id.value());
        _get(BigDecimalField.class).setValue(null);
        assertThatThrownBy(() -> _click(
                        _find(Button.class, spec -> spec.withText("Save")).getLast()))
                .isInstanceOfSatisfying(
                        DomainException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(CommonError.REQUIRED));
    }

    @Test
    void a_wrong_present_password_is_told_at_its_own_field() {
        signIn(testAccounts.active(Role.TEAM_MEMBER).viewer());
        UI.getCurrent().navigate("profile");
        var fields = _find(PasswordField.class);
        fields.get(0).setValue("not the present one");
        fields.get(1).setValue(NEW);
        fields.get(2).setValue(NEW);
        _click(_get(Button.class, spec -> spec.withText("Change password")));
        assertThat(fields).extracting(PasswordField::isInvalid).containsExactly(true, false, false);
    }

    @Test
    @SuppressWarnings("unchecked")
    void a_time_zone_left_empty_stays_what_it_was() {
        var account = testAccounts.active(Role.TEAM_MEMBER);
        signIn(account.viewer());
        UI.getCurrent().navigate("profile");
        ((ComboBox<String>) _get(ComboBox.class)).setValue(null);
        _click(_get(Button.class, spec -> spec.withText("Save")));
        assertThat(As.viewer(account.viewer(), () -> profiles.mine().zone()))
                .isEqualTo(account.viewer().zone());
    }

    @Test
    @SuppressWarnings("unchecked")
    void a_customer_s_organisation_is_chosen_by_its_name() {
        var name = Fixtures.unique("Riverside Traders");
        var home = fixtures.organisation(name, "standard");
        var target = testAccounts.active(Role.MANAGER).viewer();
        signIn(testAccounts.active(Role.ADMINISTRATOR).viewer());
        UI.getCurrent().navigate("people/" + target.id().value());
        var choice = (ComboBox<OrganisationInfo>) _get(ComboBox.class);
        choice.getElement().setProperty("filter", name.toLowerCase(Locale.ROOT));
        var found = choice.getGenericDataView().getItems().filter(o -> o.name().equals(name));
        choice.setValue(found.findFirst().orElseThrow());
        roles().setValue(Set.of(Role.CUSTOMER));
        _click(_get(Button.class, spec -> spec.withText("Save")));
        assertThat(detail(target.id()).organisation()).isEqualTo(home);
        assertThat(((ComboBox<OrganisationInfo>) _get(ComboBox.class))
                        .getValue()
                        .name())
                .isEqualTo(name);
    }

    @Test
    @SuppressWarnings("unchecked")
    void a_row_can_be_chosen_again_after_coming_back() {
        var target = testAccounts.active(Role.MANAGER).viewer();
        signIn(testAccounts.active(Role.ADMINISTRATOR).viewer());
        UI.getCurrent().navigate("people");
        _get(TextField.class, spec -> spec.withLabel("Find")).setValue(target.name());
        for (int visit = 0; visit < 2; visit++) {
            var grid = (Grid<AccountRow>) _get(Grid.class);
            grid.select(_get(grid, 0));
            assertThat(UI.getCurrent().getInternals().getActiveViewLocation().getPath())
                    .isEqualTo("people/" + target.id().value());
            UI.getCurrent().navigate("people");
        }
    }

    @SuppressWarnings("unchecked")
    private static CheckboxGroup<Role> roles() {
        return (CheckboxGroup<Role>) _get(CheckboxGroup.class);
    }

    private AccountDetail only(String email) {
        return As.viewer(fixtures.administrator(), () -> {
            var rows = accounts.find(new AccountFilter(email, null, null), 0, 10);
            assertThat(rows).hasSize(1);
            return accounts.detail(rows.getFirst().id()).orElseThrow();
        });
    }

    private AccountDetail detail(PersonId id) {
        return As.viewer(fixtures.administrator(), () -> accounts.detail(id).orElseThrow());
    }
}
