package io.throughline.survey.ui.intake;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._assertOne;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import io.throughline.people.AccountFilter;
import io.throughline.people.AccountRow;
import io.throughline.people.Accounts;
import io.throughline.people.TestAccounts;
import io.throughline.people.TestAccounts.TestAccount;
import io.throughline.people.ui.PeopleNavigation;
import io.throughline.shared.OrganisationId;
import io.throughline.shared.Role;
import io.throughline.shared.Viewer;
import io.throughline.shared.ui.LongTable;
import io.throughline.support.As;
import io.throughline.support.Fixtures;
import io.throughline.support.ViewTest;
import io.throughline.survey.CampaignId;
import io.throughline.survey.ImportedAnswers;
import io.throughline.survey.MyResponses;
import io.throughline.survey.RespondentLinks;
import io.throughline.survey.RespondentLinks.Respondent;
import io.throughline.survey.SurveyFixtures;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class RespondentsViewTest extends ViewTest {

    @Autowired
    SurveyFixtures made;

    @Autowired
    ImportedAnswers answers;

    @Autowired
    RespondentLinks links;

    @Autowired
    MyResponses responses;

    @Autowired
    Accounts accounts;

    @Autowired
    TestAccounts testAccounts;

    private Viewer administrator;
    private TestAccount customer;
    private OrganisationId home = OrganisationId.next();
    private CampaignId round = CampaignId.next();

    @BeforeEach
    void answersAreBroughtIn() {
        var pm = fixtures.projectManager();
        var called = Fixtures.unique("Home");
        home = fixtures.organisation(called, "standard");
        round = made.published(pm, home);
        answers.bring(pm, round, called, "A-1,%s,20,80", "B-1,%s,40,60", "A-11,%s,0,100");
        customer = testAccounts.active(home, Role.CUSTOMER);
        administrator = testAccounts.active(Role.ADMINISTRATOR).viewer();
    }

    @Test
    void a_respondent_is_found_linked_and_taken_back() {
        open();
        assertThat(drawn()).contains("A-11", "B-1");
        assertThat(found()).isEqualTo("3 respondents");
        search("A-1");
        assertThat(drawn()).contains("A-11").doesNotContain("B-1");
        assertThat(found()).isEqualTo("2 respondents");

        act(RespondentsView.LINK, "A-1");
        choose(customer.viewer());
        _assertNone(Dialog.class);
        assertThat(answersOf(customer.viewer())).isOne();
        assertThat(links(() -> links.find(round, "A-1", 0, 10)))
                .extracting(Respondent::linkedWith)
                .containsExactly(name(customer.viewer()), null);

        act(RespondentsView.UNLINK, "A-1");
        assertThat(answersOf(customer.viewer())).isZero();
        _click(_find(Button.class, spec -> spec.withText("Undo")).getLast());
        assertThat(answersOf(customer.viewer())).isOne();
    }

    @Test
    void linking_can_be_undone() {
        open();
        act(RespondentsView.LINK, "B-1");
        choose(customer.viewer());

        _click(_get(Button.class, spec -> spec.withText("Undo")));

        assertThat(answersOf(customer.viewer())).isZero();
    }

    @Test
    void nobody_links_with_their_own_account_and_is_told_so_at_the_field() {
        administrator =
                testAccounts.active(home, Role.ADMINISTRATOR, Role.CUSTOMER).viewer();
        open();
        act(RespondentsView.LINK, "A-1");

        _click(_get(Button.class, spec -> spec.withText("Link")));
        assertThat(account().isInvalid()).as("nobody chosen").isTrue();
        choose(administrator);

        _assertOne(Dialog.class);
        assertThat(account().getErrorMessage()).contains("own account");
        assertThat(links(() -> links.find(round, "A-1", 0, 10))).noneMatch(Respondent::linked);
    }

    @Test
    void a_search_that_finds_nobody_says_so_and_texts_are_german_for_those_who_read_it() {
        open();
        search("nobody's");
        assertThat(found()).isEqualTo("No respondent found");
        _assertNone(LongTable.class);

        administrator = new Viewer(
                administrator.id(),
                administrator.name(),
                administrator.roles(),
                administrator.organisation(),
                Locale.GERMAN,
                administrator.zone());
        open();
        assertThat(found()).isEqualTo("3 Befragte");
    }

    private void open() {
        signIn(administrator);
        UI.getCurrent()
                .navigate(
                        PeopleNavigation.IMPORTED,
                        QueryParameters.of("round", round.value().toString()));
    }

    private static String found() {
        return _get(Div.class, spec -> spec.withClasses("tl-live")).getText();
    }

    private static void search(String text) {
        _get(TextField.class).setValue(text);
    }

    private void act(String what, String id) {
        var table = _get(LongTable.class);
        var response = links(() -> links.find(round, id, 0, 10)).getFirst().response();
        ComponentUtil.fireEvent(
                table, new LongTable.Acted(table, true, response.value().toString(), what));
    }

    private void choose(Viewer person) {
        var row = links(() -> accounts.find(new AccountFilter(name(person), null, null), 0, 200)).stream()
                .filter(one -> one.id().equals(person.id()))
                .findFirst()
                .orElseThrow();
        account().setValue(row);
        _click(_get(Button.class, spec -> spec.withText("Link")));
    }

    @SuppressWarnings("unchecked")
    private static ComboBox<AccountRow> account() {
        return _get(ComboBox.class);
    }

    private String name(Viewer person) {
        return links(() -> accounts.detail(person.id())).orElseThrow().name();
    }

    private <T> T links(Callable<T> asked) {
        return As.viewer(administrator, asked);
    }

    private int answersOf(Viewer person) {
        return As.viewer(person, () -> responses.submitted()).size();
    }
}
