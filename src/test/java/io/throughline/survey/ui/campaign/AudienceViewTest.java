package io.throughline.survey.ui.campaign;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.router.QueryParameters;
import io.throughline.people.TestAccounts;
import io.throughline.shared.LocalizedText;
import io.throughline.shared.Role;
import io.throughline.shared.Viewer;
import io.throughline.support.As;
import io.throughline.support.Fixtures;
import io.throughline.support.ViewTest;
import io.throughline.survey.Campaigns;
import io.throughline.survey.MailLink;
import io.throughline.survey.QuestionId;
import io.throughline.survey.SurveyContent;
import io.throughline.survey.SurveyId;
import io.throughline.survey.Surveys;
import io.throughline.survey.question.OwnWords;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class AudienceViewTest extends ViewTest {

    @Autowired
    Surveys surveys;

    @Autowired
    Campaigns campaigns;

    @Autowired
    TestAccounts accounts;

    @Autowired
    JdbcClient jdbc;

    @Test
    void people_are_added_from_a_list_of_addresses_once_it_was_read() {
        var pm = fixtures.projectManager();
        var survey = draft(pm);
        var customer = accounts.active(fixtures.organisation(), Role.CUSTOMER);
        signIn(pm);
        UI.getCurrent().navigate("surveys/" + survey.value() + "/publish");
        _get(AudienceLists.class).show("email\n" + customer.email() + "\nnobody@example.org\n");

        assertThat(page()).contains("1 found, 1 unknown, 0 doubled").contains("No organisation, nobody.");
        _click(_get(Button.class, spec -> spec.withText("Add the one found")));
        assertThat(page()).contains("One organisation, one person.");
        _get(RadioButtonGroup.class, spec -> spec.withLabel("Who comes later")).setValue(false);
        _click(_get(Button.class, spec -> spec.withText("Publish")));
        _click(_get(_get(Dialog.class), Button.class, spec -> spec.withText("Publish for good")));

        var asked = As.viewer(
                pm, () -> campaigns.asked(campaigns.of(survey).getFirst().id()));
        assertThat(asked.audience().people()).containsExactly(customer.viewer().id());
        assertThat(asked.audience().following()).isFalse();

        jdbc.sql("update account set state = 'DISABLED' where id = ?")
                .param(customer.viewer().id().value())
                .update();
        UI.getCurrent().navigate("surveys/" + survey.value() + "/publish", QueryParameters.fromString("again"));
        assertThat(page()).contains("One person asked by name last time can’t be asked any more", "nobody.");
    }

    @Test
    void a_list_added_after_another_was_removed_takes_no_other_ones_place() {
        var pm = fixtures.projectManager();
        var survey = draft(pm);
        var organisation = fixtures.organisation();
        signIn(pm);
        UI.getCurrent().navigate("surveys/" + survey.value() + "/publish");
        for (int list = 1; list <= 3; list++) {
            _get(AudienceLists.class)
                    .show("email\n"
                            + accounts.active(organisation, Role.CUSTOMER).email() + "\n");
            _click(_get(Button.class, spec -> spec.withText("Add the one found")));
            if (list == 2) {
                _click(_get(
                        Button.class,
                        spec -> spec.withPredicate(one -> one.getAriaLabel()
                                .filter("Remove: List 1"::equals)
                                .isPresent())));
            }
        }
        assertThat(page()).contains("One organisation, 2 people.");
    }

    @Test
    void numbers_that_will_not_do_are_said_at_their_field_and_nothing_is_published_until_they_are_mended() {
        var pm = fixtures.projectManager();
        var survey = draft(pm);
        var segment = Fixtures.unique("Segment");
        accounts.active(fixtures.organisation(Fixtures.unique("Asked"), segment), Role.CUSTOMER);
        signIn(pm);
        UI.getCurrent().navigate("surveys/" + survey.value() + "/publish");
        segments().setValue(Set.of(segment));
        _get(RadioButtonGroup.class, spec -> spec.withLabel("How those asked hear of it"))
                .setValue(Optional.of(MailLink.PORTAL));
        var quota = _get(IntegerField.class, spec -> spec.withLabel(segment));
        var days = _get(IntegerField.class, spec -> spec.withLabel("Remind who has not answered, days before closing"));
        quota.setValue(0);
        days.setValue(61);

        _click(_get(Button.class, spec -> spec.withText("Publish")));
        _assertNone(Dialog.class);
        assertThat(quota.getErrorMessage()).contains("1,000,000");
        assertThat(days.getErrorMessage()).contains("60");

        days.setValue(5);
        _click(_get(Button.class, spec -> spec.withText("Publish")));
        _assertNone(Dialog.class);

        quota.setValue(7);
        _click(_get(Button.class, spec -> spec.withText("Publish")));
        _click(_get(_get(Dialog.class), Button.class, spec -> spec.withText("Publish for good")));
        var quotas = As.viewer(
                pm, () -> campaigns.quotas(campaigns.of(survey).getFirst().id()));
        assertThat(quotas).isEqualTo(Map.of(segment, 7));
    }

    @SuppressWarnings("unchecked")
    private static MultiSelectComboBox<String> segments() {
        return _get(MultiSelectComboBox.class, spec -> spec.withId("segments"));
    }

    private SurveyId draft(Viewer pm) {
        return As.viewer(pm, () -> {
            var id = surveys.create(LocalizedText.en(Fixtures.unique("Parks")));
            surveys.edit(
                    id,
                    surveys.detail(id).version(),
                    new SurveyContent(
                            LocalizedText.en(Fixtures.unique("Parks")),
                            LocalizedText.en("To plan."),
                            List.of(new OwnWords(
                                    QuestionId.next(), LocalizedText.en("What?"), LocalizedText.en(""), true))));
            return id;
        });
    }

    private static String page() {
        return _get(Main.class).getElement().getTextRecursively();
    }
}
