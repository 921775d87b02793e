package io.throughline.survey.ui.campaign;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.internal.CurrentInstance;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServletRequest;
import io.throughline.notice.TestPost;
import io.throughline.people.TestAccounts;
import io.throughline.people.TestAccounts.TestAccount;
import io.throughline.shared.Role;
import io.throughline.shared.Viewer;
import io.throughline.shared.ui.LongTable;
import io.throughline.support.As;
import io.throughline.support.ViewTest;
import io.throughline.survey.Audience;
import io.throughline.survey.CampaignId;
import io.throughline.survey.Campaigns;
import io.throughline.survey.LinkEnd;
import io.throughline.survey.MailLink;
import io.throughline.survey.Mailing;
import io.throughline.survey.PersonalAccess;
import io.throughline.survey.QuestionId;
import io.throughline.survey.Round;
import io.throughline.survey.SurveyContent;
import io.throughline.survey.SurveyFixtures;
import io.throughline.survey.SurveyId;
import io.throughline.survey.Surveys;
import io.throughline.survey.campaign.CampaignDesk;
import io.throughline.survey.campaign.CampaignSettings;
import io.throughline.survey.campaign.Settings;
import io.throughline.survey.question.OwnWords;
import io.throughline.survey.results.Weights;
import io.throughline.survey.ui.SurveyNavigation;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class CampaignViewTest extends ViewTest {

    @Autowired
    Surveys surveys;

    @Autowired
    Campaigns campaigns;

    @Autowired
    CampaignDesk desk;

    @Autowired
    CampaignSettings settings;

    @Autowired
    PersonalAccess links;

    @Autowired
    TestPost post;

    @Autowired
    TestAccounts accounts;

    @Autowired
    SurveyFixtures made;

    @Autowired
    Weights weights;

    private Viewer pm;
    private TestAccount customer;
    private SurveyId survey = SurveyId.next();
    private CampaignId campaign = CampaignId.next();

    @BeforeEach
    void aCampaignIsOpen() {
        pm = fixtures.projectManager();
        var organisation = fixtures.organisation();
        customer = accounts.active(organisation, Role.CUSTOMER);
        survey = made.draft(pm, SurveyFixtures.content());
        var opens = Instant.now().minusSeconds(60);
        campaign = As.viewer(
                pm,
                () -> campaigns.publish(
                        survey,
                        surveys.detail(survey).version(),
                        new Round(
                                new Audience(Set.of(organisation), Set.of(), Set.of(), false),
                                opens,
                                opens.plus(Duration.ofDays(9)),
                                new Mailing(MailLink.PERSONAL, 3, true),
                                Map.of()),
                        List.of(Locale.ENGLISH)));
    }

    @Test
    void who_has_not_answered_is_reminded_and_all_are_told_what_became_of_it() {
        open(pm);
        assertThat(page()).contains("0 of 1 invited have answered").contains("Frozen");
        _click(_get(Button.class, spec -> spec.withText("Remind the one who has not answered")));
        assertThat(As.viewer(pm, () -> desk.mails(campaign)).reminders()).isEqualTo(1);

        _click(_get(Button.class, spec -> spec.withText("Tell what became of it")));
        _click(_get(Button.class, spec -> spec.withText("Send to everybody")));
        assertThat(_get(TextArea.class).isInvalid()).as("nothing said").isTrue();
        _get(TextArea.class).setValue("We plant forty trees.");
        _click(_get(Button.class, spec -> spec.withText("Send to everybody")));
        assertThat(_find(Dialog.class)).isEmpty();
        assertThat(post.deliver(customer.email()))
                .anySatisfy(mail -> assertThat(mail.text()).contains("We plant forty trees."));
    }

    @Test
    void what_became_of_it_is_said_in_each_language_of_the_campaign_or_in_some_of_them() {
        askInTwoLanguages();
        open(pm);
        _click(_get(Button.class, spec -> spec.withText("Tell what became of it")));
        var german = _get(TextArea.class, spec -> spec.withLabel("What became of it (German)"));
        _click(_get(Button.class, spec -> spec.withText("Send to everybody")));
        assertThat(_get(TextArea.class, spec -> spec.withLabel("What became of it (English)"))
                        .isInvalid())
                .as("nothing said in any")
                .isTrue();
        german.setValue("Wir pflanzen vierzig Bäume.");
        _click(_get(Button.class, spec -> spec.withText("Send to everybody")));
        assertThat(_find(Dialog.class)).isEmpty();
        assertThat(post.deliver(customer.email()))
                .anySatisfy(mail -> assertThat(mail.text()).contains("Wir pflanzen vierzig Bäume."));
    }

    private void askInTwoLanguages() {
        var asked = new OwnWords(
                QuestionId.next(),
                SurveyFixtures.text("What else?").with(Locale.GERMAN, "Was noch?"),
                SurveyFixtures.text(""),
                false);
        survey = made.draft(
                pm,
                new SurveyContent(
                        SurveyFixtures.text("Trees").with(Locale.GERMAN, "Bäume"),
                        SurveyFixtures.text("To plant some.").with(Locale.GERMAN, "Um welche zu pflanzen."),
                        List.of(asked)));
        var opens = Instant.now().minusSeconds(60);
        campaign = As.viewer(
                pm,
                () -> campaigns.publish(
                        survey,
                        surveys.detail(survey).version(),
                        new Round(
                                Set.of(Objects.requireNonNull(customer.viewer().organisation())),
                                opens,
                                opens.plus(Duration.ofDays(9))),
                        List.of(Locale.ENGLISH, Locale.GERMAN)));
    }

    @Test
    void links_are_revoked_and_sent_anew_from_a_person_s_row() {
        var token = token();
        open(pm);
        act("revoke");
        assertThat(links.look(token, "10.7.0.1")).isEmpty();
        act("again");
        assertThat(links.look(token(), "10.7.0.1")).isPresent();
    }

    @Test
    void links_are_shown_to_editors_only() {
        token();
        open(pm);
        assertThat(drawn()).contains("Personal links", "Revoke links");
        open(fixtures.manager());
        assertThat(drawn()).contains(customer.viewer().name()).doesNotContain("Personal links", "Revoke links");
    }

    @Test
    @SuppressWarnings("unchecked")
    void a_manager_sets_another_weight_and_says_why() {
        open(pm);
        assertThat(page()).contains("In force");
        assertThat(_find(Button.class, spec -> spec.withText("Change a weight …")))
                .isEmpty();

        open(fixtures.manager());
        _click(_get(Button.class, spec -> spec.withText("Change a weight …")));
        _click(_get(Button.class, spec -> spec.withText("Set the weight")));
        assertThat(_get(Dialog.class).isOpened()).as("nothing chosen").isTrue();
        var organisation = (ComboBox<Weights.Weight>) _get(_get(Dialog.class), ComboBox.class);
        var asked = As.viewer(pm, () -> weights.of(campaign)).weights().getFirst();
        organisation.setValue(asked);
        _get(BigDecimalField.class).setValue(new BigDecimal("2.5"));
        _get(TextArea.class).setValue("They speak for two.");
        _click(_get(Button.class, spec -> spec.withText("Set the weight")));

        assertThat(_find(Dialog.class)).isEmpty();
        assertThat(page()).contains("They speak for two.");
        assertThat(As.viewer(pm, () -> weights.of(campaign))
                        .weights()
                        .getFirst()
                        .weight())
                .isEqualByComparingTo("2.5");
    }

    @Test
    void an_editor_changes_quotas_and_reminders_and_sees_before_and_after() {
        var segment = As.viewer(pm, () -> settings.of(campaign))
                .submitted()
                .keySet()
                .iterator()
                .next();
        open(pm);
        _click(_get(Button.class, spec -> spec.withText("Change quotas and reminders …")));
        assertThat(dialog()).contains("Now no limit, 0 submitted").contains("Nothing yet");
        var quota = _get(IntegerField.class, spec -> spec.withLabel(segment));
        quota.setValue(40);
        _get(IntegerField.class, spec -> spec.withLabel("Remind who has not answered, days before closing"))
                .setValue(5);
        _get(Checkbox.class, spec -> spec.withLabel("Thank whoever submits")).setValue(false);
        assertThat(dialog())
                .contains("Quota of " + segment + ": no limit → 40")
                .contains("Reminder, days before closing: 3 → 5")
                .contains("Thank-you: yes → no");
        _click(_get(Button.class, spec -> spec.withText("Save")));

        assertThat(_find(Dialog.class)).isEmpty();
        assertThat(As.viewer(pm, () -> settings.of(campaign)).settings())
                .isEqualTo(new Settings(Map.of(segment, 40), new Settings.Mails(5, false)));
        assertThat(page()).contains("no limit → 40").contains(pm.name());
    }

    @Test
    void a_quota_that_is_no_number_is_not_saved_and_what_was_typed_stays() {
        open(pm);
        _click(_get(Button.class, spec -> spec.withText("Change quotas and reminders …")));
        var segment = As.viewer(pm, () -> settings.of(campaign))
                .submitted()
                .keySet()
                .iterator()
                .next();
        var quota = _get(IntegerField.class, spec -> spec.withLabel(segment));
        quota.setValue(0);
        _click(_get(Button.class, spec -> spec.withText("Save")));
        assertThat(_get(Dialog.class).isOpened()).isTrue();
        assertThat(quota.getErrorMessage()).contains("1,000,000");
        assertThat(As.viewer(pm, () -> settings.of(campaign)).settings().quotas())
                .isEmpty();
    }

    @Test
    void who_doesn_t_edit_the_survey_sees_it_run_and_changes_nothing() {
        open(fixtures.manager());
        assertThat(page()).contains("0 of 1 invited have answered");
        assertThat(_find(Button.class, spec -> spec.withText("Remind the one who has not answered")))
                .isEmpty();
        assertThat(_find(Button.class, spec -> spec.withText("Tell what became of it")))
                .isEmpty();
        assertThat(page()).contains("Quotas and reminders");
        assertThat(_find(Button.class, spec -> spec.withText("Change quotas and reminders …")))
                .isEmpty();
        assertThat(drawn()).doesNotContain("Revoke").doesNotContain("Invite again");
    }

    @Test
    void a_personal_link_s_page_has_one_button_and_a_useless_one_says_what_to_do() {
        var token = token();
        signIn(fixtures.customer());
        UI.getCurrent().navigate("a/" + token);
        assertThat(page()).contains(customer.viewer().name());
        assertThat(_get(NativeButton.class).getText()).isEqualTo("Answer now");
        UI.getCurrent().navigate("a/nobody-was-given-this");
        assertThat(page()).contains("This link doesn’t work");
        assertThat(_find(NativeButton.class)).isEmpty();
    }

    @Test
    void a_link_that_works_is_not_called_useless_where_too_many_others_were_tried() {
        var token = token();
        for (int guess = 0; guess < 30; guess++) {
            assertThat(links.look("guess-" + guess, "10.7.0.9")).isEmpty();
        }
        signIn(fixtures.customer());
        comeFrom("10.7.0.9");
        UI.getCurrent().navigate("a/" + token);
        assertThat(page())
                .contains("Too many links that don’t work were tried from this network", "wait a minute")
                .doesNotContain("This link doesn’t work");
        assertThat(_find(NativeButton.class)).isEmpty();
    }

    @Test
    void why_what_a_link_opened_is_over_is_said_on_a_page_of_its_own() {
        signIn(fixtures.customer());
        for (var why : Map.of(
                        LinkEnd.CLOSED, "This survey has closed",
                        LinkEnd.REVOKED, "This link doesn’t work any more",
                        LinkEnd.AWAY, "Please open your link again")
                .entrySet()) {
            UI.getCurrent()
                    .navigate(
                            "a/-",
                            QueryParameters.of(
                                    SurveyNavigation.OVER, why.getKey().name()));
            assertThat(page()).contains(why.getValue());
            assertThat(_find(NativeButton.class)).isEmpty();
        }
    }

    private static void comeFrom(String address) {
        var here = VaadinServletRequest.getCurrent();
        CurrentInstance.set(VaadinRequest.class, new VaadinServletRequest(here, here.getService()) {
            @Override
            public String getRemoteAddr() {
                return address;
            }
        });
    }

    private void open(Viewer viewer) {
        signIn(viewer);
        UI.getCurrent().navigate("surveys/" + survey.value() + "/campaign/" + campaign.value());
    }

    private void act(String name) {
        var table = _get(LongTable.class);
        ComponentUtil.fireEvent(
                table,
                new LongTable.Acted(table, true, customer.viewer().id().value().toString(), name));
    }

    private String token() {
        return post.deliver(customer.email()).getFirst().path().substring("a/".length());
    }

    private static String dialog() {
        return _get(Dialog.class).getElement().getTextRecursively()
                + _find(_get(Dialog.class), IntegerField.class).stream()
                        .map(IntegerField::getHelperText)
                        .toList();
    }

    private static String page() {
        return _get(Main.class).getElement().getTextRecursively();
    }
}
