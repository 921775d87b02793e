package io.throughline.survey.ui.version;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static io.throughline.survey.SurveyFixtures.CHOICE;
import static io.throughline.survey.SurveyFixtures.POINTS;
import static io.throughline.survey.SurveyFixtures.WORDS;
import static io.throughline.survey.SurveyFixtures.points;
import static io.throughline.survey.SurveyFixtures.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.QueryParameters;
import io.throughline.shared.Viewer;
import io.throughline.support.As;
import io.throughline.support.ViewTest;
import io.throughline.survey.CampaignId;
import io.throughline.survey.CampaignInfo;
import io.throughline.survey.Campaigns;
import io.throughline.survey.Confidentiality;
import io.throughline.survey.QuestionId;
import io.throughline.survey.SurveyDetail;
import io.throughline.survey.SurveyFixtures;
import io.throughline.survey.SurveyId;
import io.throughline.survey.SurveyState;
import io.throughline.survey.Surveys;
import io.throughline.survey.campaign.CampaignChange;
import io.throughline.survey.lineage.Lineage;
import io.throughline.survey.lineage.NextVersion;
import io.throughline.survey.question.Item;
import io.throughline.survey.question.Question;
import io.throughline.survey.question.Rewording;
import io.throughline.survey.version.Choice;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class VersionsViewTest extends ViewTest {

    @Autowired
    Surveys surveys;

    @Autowired
    Campaigns campaigns;

    @Autowired
    NextVersion next;

    @Autowired
    Lineage lineage;

    @Autowired
    SurveyFixtures made;

    private Viewer pm;
    private CampaignId first = CampaignId.next();
    private SurveyId survey = SurveyId.next();

    @BeforeEach
    void aVersionIsAnswered() {
        pm = fixtures.projectManager();
        var organisation = fixtures.organisation();
        first = made.published(pm, organisation);
        survey = As.viewer(pm, () -> surveys.detail(first)).id();
        made.submitted(fixtures.customer(organisation), first, points(100, 0), "Trees");
    }

    @Test
    void the_designer_says_what_the_draft_follows_and_takes_it_back_with_undo() {
        open(pm, "design");
        assertThat(page()).contains("Draft of version 2").contains("No changes yet");
        edit(POINTS.id(), question -> retitled(question, "Divide them"));
        open(pm, "design");
        assertThat(page()).contains("One change");

        _click(_get(Button.class, spec -> spec.withText("Take back the draft")));
        assertThat(detail().isDrafted()).isFalse();
        assertThat(page()).contains("No changes yet");
        _click(_find(Button.class, spec -> spec.withText("Undo")).getFirst());
        assertThat(detail().content().question(POINTS.id()).title()).isEqualTo(text("Divide them"));
    }

    @Test
    void once_something_else_was_changed_taking_back_the_draft_is_not_undone_in_its_place() {
        edit(POINTS.id(), question -> retitled(question, "Divide them"));
        open(pm, "design");
        _click(_get(Button.class, spec -> spec.withText("Take back the draft")));
        var offer = _get(Notification.class);
        assertThat(offer.isOpened()).isTrue();
        _click(_get(Button.class, spec -> spec.withText("+ Own words")));
        assertThat(offer.isOpened()).isFalse();
    }

    @Test
    void who_doesn_t_edit_the_survey_reads_versions_and_designs_nothing() {
        edit(POINTS.id(), question -> retitled(question, "Divide them"));
        open(fixtures.projectManager(), "design");
        assertThat(page()).contains("You can’t edit this survey");
        open(fixtures.projectManager(), "changes");
        assertThat(page()).contains("You can’t edit this survey").doesNotContain("Divide them");
        open(fixtures.manager(), "versions");
        assertThat(page()).contains("Version 1").doesNotContain("being drafted");
    }

    @Test
    void each_change_shows_both_wordings_and_asks_what_only_a_reader_can_tell() {
        edit(POINTS.id(), question -> retitled(question, "How would you divide the budget?"));
        open(pm, "changes");
        assertThat(page())
                .contains("Question 1: How would you divide the budget?")
                .contains("Spend 100 points")
                .contains("Touches one answer");
        _click(confirm());
        assertThat(choices().getFirst().isInvalid()).isTrue();
        assertThat(page()).contains("One decision is missing");

        choices().getFirst().setValue(Choice.KEEP);
        assertThat(As.viewer(pm, () -> next.undecided(survey)))
                .as("stored as it is taken")
                .isZero();
        _click(confirm());
        assertThat(location()).isEqualTo("surveys/" + survey.value() + "/publish");
    }

    @Test
    void what_is_suggested_counts_once_it_is_confirmed() {
        edit(POINTS.id(), question -> without(question, "parks"));
        open(pm, "publish");
        assertThat(page()).contains("For one change it is not decided yet");
        open(pm, "changes");
        assertThat(choices().getFirst().getValue()).isEqualTo(Choice.ARCHIVE);
        assertThat(choices().getFirst().getHelperText()).contains("Suggested");
        assertThat(As.viewer(pm, () -> next.undecided(survey))).isEqualTo(1);

        _click(confirm());
        assertThat(As.viewer(pm, () -> next.undecided(survey))).isZero();
        open(pm, "changes");
        assertThat(choices().getFirst().getHelperText()).contains(pm.name());
    }

    @Test
    @SuppressWarnings("unchecked")
    void an_option_is_mapped_to_the_one_that_took_its_place() {
        edit(
                CHOICE.id(),
                question -> Rewording.of(
                        question,
                        Stream.concat(without(question, "c").items().stream(), Stream.of(new Item("d", text("Item d"))))
                                .toList()));
        open(pm, "changes");
        var removed = choices().stream()
                .filter(one -> one.getValue() == Choice.SET_ASIDE)
                .findFirst()
                .orElseThrow();
        removed.setValue(Choice.MAP);
        _click(confirm());
        var target = (Select<String>) _find(Select.class).stream()
                .filter(one -> one.isVisible())
                .findFirst()
                .orElseThrow();
        assertThat(target.isInvalid()).as("nothing it counts for").isTrue();
        target.setValue("d");
        _click(confirm());
        publish();

        var second = detail().campaigns().getFirst();
        assertThat(second.versionNumber()).isEqualTo(2);
        assertThat(As.viewer(pm, () -> lineage.between(first, second.id(), CHOICE.id())))
                .hasValue(Map.of("a", "a", "b", "b", "c", "d"));
    }

    @Test
    void publishing_closes_the_running_round_for_a_reason_and_leaves_out_who_answered() {
        edit(WORDS.id(), question -> retitled(question, "What else should we know?"));
        open(pm, "changes");
        choices().getFirst().setValue(Choice.ARCHIVE);
        _click(confirm());
        fate().setValue(true);
        _get(Checkbox.class, spec -> spec.withLabel("Don’t ask those again who have submitted answers to version 1"))
                .setValue(true);
        publish();
        assertThat(detail().campaigns()).as("a reason is missing").hasSize(1);
        _get(TextArea.class, spec -> spec.withLabel("Why it is closed")).setValue("The question was unclear");
        publish();

        var rounds = detail().campaigns();
        assertThat(rounds).extracting(CampaignInfo::versionNumber).containsExactly(2, 1);
        assertThat(rounds.getLast().state()).isEqualTo(SurveyState.CLOSED);
        assertThat(As.viewer(pm, () -> campaigns.changes(first)))
                .extracting(CampaignChange::reason)
                .containsExactly("The question was unclear");

        open(pm, "versions");
        assertThat(page())
                .contains("Version 2")
                .contains("What else should we know?")
                .contains("Archive")
                .contains(pm.name());
        UI.getCurrent().navigate("surveys/" + survey.value());
        assertThat(page())
                .contains("Continues question 1 of version 1 (one response).")
                .contains("Asked differently until version 1");
        UI.getCurrent().navigate("surveys/" + survey.value() + "/preview", QueryParameters.of("version", "1"));
        assertThat(page()).contains("Version 1, as it was asked").contains("What else?");
        open(pm, "preview");
        assertThat(page()).contains("What else should we know?");
    }

    @Test
    void who_answered_a_confidential_version_is_not_offered_to_be_left_out() {
        first = made.published(
                pm,
                SurveyFixtures.content().with(Confidentiality.CONFIDENTIAL),
                Instant.now().minusSeconds(60),
                Set.of(fixtures.organisation()));
        survey = As.viewer(pm, () -> surveys.detail(first)).id();
        var draft = detail();
        As.viewer(
                pm,
                () -> surveys.edit(
                        survey,
                        draft.version(),
                        draft.content().with(text("Once more"), draft.content().why())));
        open(pm, "publish");
        assertThat(page()).contains("Who has answered version 1 is confidential: all are asked again");
        assertThat(_find(
                        Checkbox.class,
                        spec -> spec.withLabel("Don’t ask those again who have submitted answers to version 1")))
                .isEmpty();
    }

    @Test
    void nothing_changed_is_said_with_the_way_to_the_designer() {
        open(pm, "changes");
        assertThat(page()).contains("Nothing is changed");
    }

    private void publish() {
        _click(_get(Button.class, spec -> spec.withText("Publish")));
        _find(Button.class, spec -> spec.withText("Publish for good")).forEach(button -> _click(button));
    }

    private static Button confirm() {
        return _get(Button.class, spec -> spec.withText("Confirm and go on to publishing"));
    }

    @SuppressWarnings("unchecked")
    private static List<RadioButtonGroup<Choice>> choices() {
        return _find(RadioButtonGroup.class).stream()
                .map(one -> (RadioButtonGroup<Choice>) one)
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static RadioButtonGroup<Boolean> fate() {
        return _find(RadioButtonGroup.class).stream()
                .filter(one -> one.getLabel().contains("still being asked"))
                .map(one -> (RadioButtonGroup<Boolean>) one)
                .findFirst()
                .orElseThrow();
    }

    private void open(Viewer viewer, String page) {
        signIn(viewer);
        UI.getCurrent().navigate("surveys/" + survey.value() + "/" + page);
    }

    private SurveyDetail detail() {
        return As.viewer(pm, () -> surveys.detail(survey));
    }

    private void edit(QuestionId id, UnaryOperator<Question> edit) {
        As.viewer(
                pm,
                () -> surveys.edit(
                        survey,
                        detail().version(),
                        detail().content().edited(id, entry -> entry.with(edit.apply(entry.question())))));
    }

    private static Question retitled(Question question, String title) {
        return Rewording.of(question, text(title), question.help(), question.required(), question.items());
    }

    private static Question without(Question question, String key) {
        return Rewording.of(
                question,
                question.items().stream().filter(one -> !one.key().equals(key)).toList());
    }

    private static String location() {
        return UI.getCurrent().getInternals().getActiveViewLocation().getPath();
    }

    private static String page() {
        return _get(Main.class).getElement().getTextRecursively();
    }
}
