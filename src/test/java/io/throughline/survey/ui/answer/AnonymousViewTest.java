package io.throughline.survey.ui.answer;

import static com.github.mvysny.kaributesting.v10.ElementUtilsKt._fireDomEvent;
import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.QueryParameters;
import io.throughline.shared.OrganisationId;
import io.throughline.shared.Viewer;
import io.throughline.support.As;
import io.throughline.support.ViewTest;
import io.throughline.survey.CampaignId;
import io.throughline.survey.Confidentiality;
import io.throughline.survey.Counting;
import io.throughline.survey.QuestionId;
import io.throughline.survey.SurveyFixtures;
import io.throughline.survey.Surveys;
import io.throughline.survey.ballot.BallotCount;
import io.throughline.survey.ballot.BallotFixtures;
import io.throughline.survey.ballot.BallotKey;
import io.throughline.survey.ballot.Ballots;
import io.throughline.survey.question.Points;
import io.throughline.survey.ui.SurveyNavigation;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/** The pages of an anonymous survey, from choosing it to what is told of it. */
class AnonymousViewTest extends ViewTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Autowired
    BallotFixtures made;

    @Autowired
    SurveyFixtures surveyFixtures;

    @Autowired
    Ballots ballots;

    @Autowired
    BallotCount count;

    @Autowired
    Surveys surveys;

    private Viewer pm;
    private OrganisationId organisation;
    private List<Viewer> people;
    private CampaignId campaign;

    @BeforeEach
    void publish() {
        pm = fixtures.projectManager();
        organisation = fixtures.organisation();
        people = made.customers(organisation, 4);
        campaign = made.published(pm, organisation);
        signIn(people.getFirst());
    }

    @Test
    void the_first_page_says_what_is_promised_and_what_can_t_be_had_with_it() {
        open("");
        assertThat(page())
                .contains(
                        "This survey is anonymous",
                        "Whoever changes or watches the running server could",
                        "A lost code can’t be replaced",
                        "nobody can ask you back",
                        "those of 3 people at least")
                .doesNotContain("You speak for");
    }

    @Test
    void who_begins_gets_a_code_answers_with_it_and_then_nobody_sees_it_any_more() {
        open("");
        _click(_get(Button.class, spec -> spec.withText("Start")));
        var key = BallotKey.parse(code());
        _click(_get(Button.class, spec -> spec.withText("I have noted it: go on")));
        go("1");
        give(SurveyFixtures.POINTS.id(), "{\"roads\":60,\"parks\":40}");
        assertThat(As.viewer(people.getFirst(), () -> ballots.sheet(campaign, key))
                        .given())
                .containsExactly(
                        Map.entry(SurveyFixtures.POINTS.id(), new Points.Answer(Map.of("roads", 60, "parks", 40))));

        go("review");
        _click(_get(Button.class, spec -> spec.withText("Submit")));
        assertThat(page()).contains("You have submitted your answers", "nobody sees or changes them any more");
        signIn(people.getFirst());
        open(key.code());
        assertThat(page()).contains("You have submitted your answers");
    }

    @Test
    void on_another_device_the_code_opens_what_was_given_and_a_wrong_one_does_not() {
        var key = made.begun(people.getFirst(), campaign);
        As.viewer(
                people.getFirst(),
                () -> ballots.save(
                        campaign,
                        key,
                        SurveyFixtures.POINTS.id(),
                        new Points.Answer(Map.of("roads", 70, "parks", 30))));
        open("");
        assertThat(page()).contains("This browser doesn’t know your code", "If you have lost it");
        _assertNone(Button.class, spec -> spec.withText("Start"));

        var field = _get(TextField.class, spec -> spec.withLabel("Your code"));
        field.setValue(key.code().substring(0, 20));
        _click(_get(Button.class, spec -> spec.withText("Open my answers")));
        assertThat(field.isInvalid()).isTrue();
        assertThat(field.getErrorMessage()).contains("not complete");
        field.setValue(BallotKey.fresh(new java.security.SecureRandom()).code());
        _click(_get(Button.class, spec -> spec.withText("Open my answers")));
        assertThat(field.getErrorMessage()).contains("No answers of yours belong to this code");

        field.setValue(key.code().toLowerCase(java.util.Locale.ROOT));
        _click(_get(Button.class, spec -> spec.withText("Open my answers")));
        assertThat(drawn()).as("told to this browser, to be remembered").contains(key.code());
        go("review");
        assertThat(page()).contains("70");
    }

    @Test
    void who_tried_too_many_codes_reads_when_to_try_again_and_the_right_one_stays_remembered() {
        var key = made.begun(people.getFirst(), campaign);
        open("");
        var field = _get(TextField.class, spec -> spec.withLabel("Your code"));
        for (int guess = 0; guess < 40; guess++) {
            field.setValue(BallotKey.fresh(new java.security.SecureRandom()).code());
            _click(_get(Button.class, spec -> spec.withText("Open my answers")));
        }
        assertThat(field.getErrorMessage()).containsPattern("try it again in (one second|\\d+ seconds)");
        UI.getCurrent().setLocale(java.util.Locale.GERMAN);
        _click(_get(Button.class, spec -> spec.withText("Open my answers")));
        assertThat(field.getErrorMessage()).contains("noch einmal", "Sekunde");
        UI.getCurrent().setLocale(java.util.Locale.ENGLISH);

        open(key.code());
        assertThat(page())
                .contains("Too many codes that open nothing were tried")
                .doesNotContain("This browser doesn’t know your code");
        assertThat(calls()).as("it may be right").noneMatch(call -> call.contains("forget"));
        _get(Button.class, spec -> spec.withText("Try again"));
    }

    /** What the browser is told to do. */
    private static List<String> calls() {
        var internals = UI.getCurrent().getInternals();
        internals.getStateTree().runExecutionsBeforeClientResponse();
        return internals.dumpPendingJavaScriptInvocations().stream()
                .map(pending -> pending.getInvocation().getExpression())
                .toList();
    }

    @Test
    void what_the_browser_remembers_of_another_ballot_opens_nothing() {
        var other = made.begun(people.getFirst(), made.published(pm, organisation));
        open(other.code());
        assertThat(page()).contains("This survey is anonymous");
        _get(Button.class, spec -> spec.withText("Start"));
    }

    @Test
    void what_was_not_submitted_when_it_closed_is_not_counted() {
        var key = made.begun(people.getFirst(), campaign);
        made.close(pm, campaign);
        open(key.code());
        assertThat(page()).contains("What was not submitted by then is not counted");
    }

    @Test
    void who_has_submitted_reads_that_the_last_ones_may_stay_uncounted_and_once_it_closed_that_they_may_have() {
        made.submitted(people.getFirst(), campaign, SurveyFixtures.points(50, 50), "");
        open("");
        assertThat(page()).contains("The last ones may stay uncounted: up to 2 people’s answers");
        made.close(pm, campaign);
        signIn(people.getFirst());
        open("");
        assertThat(page())
                .contains("The last ones may have stayed uncounted: up to 2 people’s answers")
                .doesNotContain("They are counted", "may stay uncounted");
    }

    @Test
    void where_all_are_counted_at_closing_who_has_submitted_reads_of_no_last_ones() {
        campaign = made.published(pm, Counting.AT_CLOSING, organisation);
        made.submitted(people.getFirst(), campaign, SurveyFixtures.points(50, 50), "");
        open("");
        assertThat(page())
                .contains("They are counted when the survey has closed, all at once")
                .doesNotContain("last ones");
        made.close(pm, campaign);
        signIn(people.getFirst());
        open("");
        assertThat(page())
                .contains("They were counted with all the others if 3 people at least had answered")
                .doesNotContain("last ones");
    }

    @Test
    void closing_it_early_is_said_to_be_for_good_and_it_offers_no_way_back() {
        signIn(pm);
        var survey = As.viewer(pm, () -> surveys.detail(campaign)).id();
        UI.getCurrent().navigate("surveys/" + survey.value());
        _click(_get(Button.class, spec -> spec.withText("Close early")));
        assertThat(_get(Dialog.class).getElement().getTextRecursively())
                .contains("stays closed", "those of fewer people are not counted and are deleted")
                .doesNotContain("Everything submitted counts");
        _click(_get(Button.class, spec -> spec.withText("Close now")));
        assertThat(page()).contains("Closed");
        _assertNone(Button.class, spec -> spec.withText("Open again"));
    }

    @Test
    void whoever_asks_chooses_it_with_the_size_of_the_groups() {
        var draft = surveyFixtures.draft(pm, SurveyFixtures.content());
        signIn(pm);
        UI.getCurrent().navigate("surveys/" + draft.value() + "/design");
        _assertNone(IntegerField.class, spec -> spec.withLabel("Nobody is told apart from fewer than"));
        @SuppressWarnings("unchecked")
        RadioButtonGroup<Confidentiality> choice =
                _get(RadioButtonGroup.class, spec -> spec.withLabel("Who sees names"));
        choice.setValue(Confidentiality.ANONYMOUS);
        _get(IntegerField.class, spec -> spec.withLabel("Nobody is told apart from fewer than"))
                .setValue(7);
        @SuppressWarnings("unchecked")
        RadioButtonGroup<Counting> counting =
                _get(RadioButtonGroup.class, spec -> spec.withLabel("When figures appear"));
        assertThat(counting.getValue()).isEqualTo(Counting.IN_STEPS);
        counting.setValue(Counting.AT_CLOSING);
        var stored = As.viewer(pm, () -> surveys.detail(draft)).content();
        assertThat(stored.counting()).isEqualTo(Counting.AT_CLOSING);
        assertThat(stored.confidentiality()).isEqualTo(Confidentiality.ANONYMOUS);
        assertThat(stored.groupSize()).isEqualTo(7);
    }

    @Test
    void the_first_page_says_when_answers_are_counted_and_the_results_how_many_were_not() {
        open("");
        assertThat(page()).contains("up to 2 people’s answers", "are too few to be counted");
        for (int one = 0; one < 3; one++) {
            made.submitted(people.get(one), campaign, SurveyFixtures.points(50, 50), "");
        }
        count.count(campaign);
        made.submitted(people.get(3), campaign, SurveyFixtures.points(50, 50), "");
        made.close(pm, campaign);
        count.count(campaign);
        signIn(pm);
        UI.getCurrent()
                .navigate("surveys/"
                        + As.viewer(pm, () -> surveys.detail(campaign)).id().value());
        assertThat(page()).contains("One person more answered and is not counted");
    }

    @Test
    void results_say_from_when_on_there_are_any_and_never_who() {
        for (int one = 0; one < 4; one++) {
            made.submitted(people.get(one), campaign, SurveyFixtures.points(50, 50), "Said by " + one);
        }
        signIn(pm);
        var survey = As.viewer(pm, () -> surveys.detail(campaign)).id();
        UI.getCurrent().navigate("surveys/" + survey.value() + "/campaign/" + campaign.value());
        assertThat(page()).contains("Anonymous: nobody sees who gave which answer", "0 of 4 invited");
        made.close(pm, campaign);
        count.count(campaign);
        UI.getCurrent().navigate("surveys/" + survey.value());
        assertThat(page()).contains("Ask again").doesNotContain("For statistics programs", "Bring in answers");
        UI.getCurrent()
                .navigate("surveys/" + survey.value() + "/answers/"
                        + SurveyFixtures.WORDS.id().value());
        assertThat(page())
                .contains("No name is shown", "Said by 0", "Said by 3")
                .doesNotContain(people.getFirst().name());
    }

    @Test
    void whoever_publishes_it_reads_that_it_is_not_opened_again() {
        signIn(pm);
        var survey = As.viewer(pm, () -> surveys.detail(campaign)).id();
        UI.getCurrent()
                .navigate("surveys/" + survey.value() + "/publish", QueryParameters.fromString(SurveyNavigation.AGAIN));
        _click(_get(Button.class, spec -> spec.withText("Ask again")));
        assertThat(_get(Dialog.class).getElement().getTextRecursively())
                .contains("Once closed it stays closed")
                .doesNotContain("open it again");
    }

    /** Opens the survey in a browser that remembers this code. */
    private void open(String remembered) {
        UI.getCurrent().navigate("answer/" + campaign.value());
        var memory = element("tl-ballot");
        _fireDomEvent(
                memory,
                new DomEvent(
                        memory, "tl-recall", JSON.readTree("{\"event.detail.code\":\"%s\"}".formatted(remembered))));
    }

    private void go(String step) {
        UI.getCurrent().navigate("answer/" + campaign.value() + "/" + step);
    }

    private static String code() {
        return _get(Span.class, spec -> spec.withClasses("ballot-code")).getText();
    }

    private void give(QuestionId question, String value) {
        var keep = element("tl-keep");
        _fireDomEvent(
                keep,
                new DomEvent(
                        keep,
                        "tl-save",
                        JSON.readTree(
                                "{\"event.detail\":{\"field\":\"%s\",\"value\":%s,\"tab\":\"%s\",\"sequence\":1,\"seen\":0}}"
                                        .formatted(question.value(), value, UUID.randomUUID()))));
    }

    private static Element element(String tag) {
        return all(_get(Main.class).getElement())
                .filter(one -> !one.isTextNode() && one.getTag().equals(tag))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<Element> all(Element root) {
        return Stream.concat(Stream.of(root), root.getChildren().flatMap(AnonymousViewTest::all));
    }

    private static String page() {
        Component main = _get(Main.class);
        return main.getElement().getTextRecursively();
    }
}
