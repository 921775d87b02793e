package io.throughline.survey.ui.answer;

import static com.github.mvysny.kaributesting.v10.ElementUtilsKt._fireDomEvent;
import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.dom.Element;
import io.throughline.shared.Viewer;
import io.throughline.support.As;
import io.throughline.support.Fixtures;
import io.throughline.support.ViewTest;
import io.throughline.survey.AnswerSheet;
import io.throughline.survey.Answering;
import io.throughline.survey.Audience;
import io.throughline.survey.CampaignId;
import io.throughline.survey.Campaigns;
import io.throughline.survey.MyResponses;
import io.throughline.survey.QuestionId;
import io.throughline.survey.ResponseId;
import io.throughline.survey.Round;
import io.throughline.survey.SurveyContent;
import io.throughline.survey.SurveyFixtures;
import io.throughline.survey.Surveys;
import io.throughline.survey.question.Answer;
import io.throughline.survey.question.ImportanceSatisfaction;
import io.throughline.survey.question.Item;
import io.throughline.survey.question.OwnWords;
import io.throughline.survey.question.Points;
import io.throughline.survey.question.Question;
import io.throughline.survey.question.Rewording;
import io.throughline.survey.question.Text;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/** The answering pages: what a browser's fields send is fired as the events they send it with. */
class AnswerViewTest extends ViewTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Autowired
    SurveyFixtures surveys;

    @Autowired
    Answering answering;

    @Autowired
    Surveys administration;

    @Autowired
    Campaigns campaigns;

    @Autowired
    MyResponses told;

    private final UUID tab = UUID.randomUUID();
    private Viewer pm;
    private Viewer customer;
    private CampaignId survey;
    private long sequence;

    @BeforeEach
    void publishASurvey() {
        var organisation = fixtures.organisation();
        pm = fixtures.projectManager();
        customer = fixtures.customer(organisation);
        survey = surveys.published(pm, organisation);
        signIn(customer);
    }

    @Test
    void who_comes_after_the_quota_reads_a_polite_end_that_leads_on() {
        var segment = Fixtures.unique("Segment");
        var organisation = fixtures.organisation(Fixtures.unique("Organisation"), segment);
        customer = fixtures.customer(organisation);
        var opens = Instant.now().minusSeconds(60);
        survey = surveys.published(
                pm,
                SurveyFixtures.content(),
                new Round(
                        new Audience(Set.of(organisation), Set.of(), Set.of(), true),
                        opens,
                        opens.plusSeconds(3600),
                        null,
                        Map.of(segment, 1)));
        signIn(customer);
        go("");
        var begin = _get(Button.class, spec -> spec.withText("Start"));
        surveys.submitted(fixtures.customer(organisation), survey, SurveyFixtures.points(50, 50), "Shade");
        _click(begin);
        assertThat(page()).contains("Enough people like you have answered already", "Tell us what you need");
        go("");
        assertThat(page())
                .contains("Enough people like you have answered already", "nothing more for you to do", "Tell us what");
        UI.getCurrent().setLocale(Locale.GERMAN);
        go("");
        assertThat(page())
                .contains(
                        "Es haben schon genug Menschen wie Sie geantwortet",
                        "nichts weiter zu tun",
                        "Uns trotzdem sagen");
        assertThat(As.viewer(customer, () -> answering.find(survey)))
                .as("nothing is kept of the try")
                .isEmpty();
    }

    @Test
    void the_first_page_says_who_asks_and_how_the_voice_counts() {
        go("");
        assertThat(page()).contains(pm.name(), "Project managers and managers see your answers", "You speak for");
    }

    @Test
    void points_are_stored_as_they_are_given_even_before_they_add_up() {
        start("1");
        give(SurveyFixtures.POINTS.id(), "{\"roads\":40}");
        assertThat(answer(SurveyFixtures.POINTS.id())).isEqualTo(new Points.Answer(Map.of("roads", 40)));
    }

    @Test
    @SuppressWarnings("unchecked")
    void the_language_is_chosen_while_answering_and_what_was_given_stays() {
        both();
        start("1");
        assertThat(page()).contains("Spend 100 points");
        give(SurveyFixtures.POINTS.id(), "{\"roads\":40}");

        ((Select<Locale>) _get(Select.class)).setValue(Locale.GERMAN);
        go("1");
        assertThat(page()).contains("Verteilen Sie 100 Punkte", "Zurück").doesNotContain("Spend 100 points");
        assertThat(answer(SurveyFixtures.POINTS.id())).isEqualTo(new Points.Answer(Map.of("roads", 40)));
        go("review");
        assertThat(page()).contains("Verteilen Sie 100 Punkte");

        UI.getCurrent().navigate("my-needs");
        assertThat(UI.getCurrent().getLocale().getLanguage())
                .as("the rest of the portal keeps its own language")
                .isEqualTo("en");
        go("");
        assertThat(UI.getCurrent().getLocale().getLanguage()).isEqualTo("de");
        ((Select<Locale>) _get(Select.class)).setValue(Locale.ENGLISH);
        go("1");
        assertThat(page()).contains("Spend 100 points");
    }

    @Test
    void a_survey_in_one_language_offers_no_choice() {
        go("");
        _assertNone(Select.class);
    }

    /** Published in two languages. */
    private void both() {
        var organisation = customer.organisation();
        var german = Rewording.of(
                SurveyFixtures.POINTS,
                SurveyFixtures.POINTS.title().with(Locale.GERMAN, "Verteilen Sie 100 Punkte"),
                SurveyFixtures.POINTS.help(),
                true,
                SurveyFixtures.POINTS.items().stream()
                        .map(item -> new Item(item.key(), item.text().with(Locale.GERMAN, "Punkt " + item.key())))
                        .toList());
        var content = new SurveyContent(
                SurveyFixtures.text("Both").with(Locale.GERMAN, "Beides"),
                SurveyFixtures.text("Why").with(Locale.GERMAN, "Warum"),
                List.of(german));
        var draft = surveys.draft(pm, content);
        survey = As.viewer(
                pm,
                () -> campaigns.publish(
                        draft,
                        administration.detail(draft).version(),
                        new Round(
                                Set.of(organisation),
                                Instant.now().minusSeconds(60),
                                Instant.now().plusSeconds(3_600)),
                        List.of(Locale.ENGLISH, Locale.GERMAN)));
    }

    @Test
    void who_submitted_twice_sees_what_was_submitted_when() {
        var response = surveys.submitted(customer, survey, SurveyFixtures.points(50, 50), "A ramp.");
        go("");
        assertThat(page()).doesNotContain("What I submitted before");
        surveys.save(customer, response, SurveyFixtures.WORDS.id(), new OwnWords.Answer("A wider ramp."));
        As.viewer(customer, () -> answering.submit(response));

        go("");
        assertThat(page()).contains("What I submitted before");
        go("earlier");

        assertThat(page())
                .contains(
                        "Submitted for the second time",
                        "One answer was changed",
                        "A ramp.",
                        "A wider ramp.",
                        "Submitted for the first time");
    }

    @Test
    void what_was_changed_stands_in_the_order_of_the_survey() {
        var lines = IntStream.range(0, 9)
                .<Question>mapToObj(at -> new Text(
                        QuestionId.next(), SurveyFixtures.text("Line " + at), SurveyFixtures.text(""), false, false))
                .toList();
        var content = new SurveyContent(SurveyFixtures.text("Lines"), SurveyFixtures.text("To know."), lines);
        var organisation = customer.organisation();
        survey = surveys.published(pm, content, Instant.now().minusSeconds(60), Set.of(organisation));
        var response = surveys.started(customer, survey);
        for (var words : List.of("first", "second")) {
            lines.forEach(line -> surveys.save(customer, response, line.id(), new Text.Answer(words)));
            As.viewer(customer, () -> answering.submit(response));
        }
        go("earlier");
        assertThat(_find(Details.class).stream().map(Details::getSummaryText))
                .containsExactlyElementsOf(lines.stream()
                        .map(line -> line.title().in(Locale.ENGLISH))
                        .toList());
    }

    @Test
    void what_matters_is_stored_in_the_order_it_was_chosen_with_how_satisfied_one_is() {
        start("2");
        give(SurveyFixtures.CHOICE.id(), "{\"named\":[\"c\",\"a\"],\"none\":false,\"satisfaction\":{\"b\":4}}");
        assertThat(answer(SurveyFixtures.CHOICE.id()))
                .isEqualTo(new ImportanceSatisfaction.Answer(List.of("c", "a"), false, Map.of("b", 4)));
    }

    @Test
    void own_words_are_there_again_on_another_device() {
        start("3");
        give(SurveyFixtures.WORDS.id(), "\"A ramp at the entrance.\"");
        signIn(customer);
        go("mine");
        assertThat(page()).contains("A ramp at the entrance.");
    }

    @Test
    void what_is_printed_says_whose_it_is_and_whether_it_was_submitted() {
        start("1");
        give(SurveyFixtures.POINTS.id(), "{\"roads\":100}");
        go("mine");
        assertThat(sheet().intro().organisation()).isNotEmpty();
        assertThat(page())
                .contains(customer.name() + " · " + sheet().intro().organisation())
                .contains("Not submitted", "do not count");

        complete();
        go("mine");
        assertThat(page()).contains("Submitted" + day(sheet().submittedAt())).doesNotContain("Not submitted");

        go("1");
        give(SurveyFixtures.POINTS.id(), "{\"roads\":0,\"parks\":100}");
        go("mine");
        assertThat(page()).contains("Not submitted again", "Submitted" + day(sheet().submittedAt()));
    }

    private String day(Instant instant) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(Locale.ENGLISH)
                .format(instant.atZone(customer.zone()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "17",
                "\"text\"",
                "[1,2]",
                "{\"roads\":\"many\",\"unheard of\":5}",
                "{\"roads\":1e99}",
                "{\"roads\":{\"deep\":{}}}"
            })
    void whatever_else_a_browser_sends_becomes_no_points(String hostile) {
        start("1");
        give(SurveyFixtures.POINTS.id(), hostile);
        assertThat(((Points.Answer) answer(SurveyFixtures.POINTS.id())).sum()).isZero();
    }

    @Test
    void a_value_out_of_range_is_refused_and_nothing_is_stored() {
        start("1");
        give(SurveyFixtures.POINTS.id(), "{\"roads\":101}");
        assertThat(sheet().answers()).isEmpty();
    }

    @Test
    void the_same_stamp_again_stores_nothing_more() {
        start("1");
        give(SurveyFixtures.POINTS.id(), "{\"roads\":40}");
        sequence--;
        give(SurveyFixtures.POINTS.id(), "{\"roads\":70}");
        assertThat(sheet().answers().get(SurveyFixtures.POINTS.id()).revision()).isEqualTo(1);
    }

    @Test
    void what_a_tab_still_kept_of_another_question_is_stored_from_the_review() {
        start("review");
        give(SurveyFixtures.WORDS.id(), "\"typed before the session ended\"");
        assertThat(page()).contains("typed before the session ended");
        assertThat(answer(SurveyFixtures.WORDS.id())).isEqualTo(new OwnWords.Answer("typed before the session ended"));
    }

    @Test
    void a_tab_is_told_when_another_one_saved_later() {
        start("1");
        surveys.save(customer, response(), SurveyFixtures.POINTS.id(), SurveyFixtures.points(10, 20));
        assertThat(page()).doesNotContain("in another tab");
        fire("tl-look", "{\"event.detail.tab\":\"" + tab + "\"}");
        assertThat(page()).contains("in another tab");
        _click(_get(Button.class, spec -> spec.withText("Show what is stored")));
        assertThat(page()).doesNotContain("in another tab");
    }

    @Test
    void a_tab_that_replaces_what_it_had_not_seen_is_told() {
        start("1");
        surveys.save(customer, response(), SurveyFixtures.POINTS.id(), SurveyFixtures.points(10, 20));
        give(SurveyFixtures.POINTS.id(), "{\"roads\":40}");
        assertThat(page()).contains("in another tab");
        assertThat(((Points.Answer) answer(SurveyFixtures.POINTS.id())).sum()).isEqualTo(40);
    }

    @Test
    void ones_own_saves_tell_nobody_of_another_tab() {
        start("1");
        give(SurveyFixtures.POINTS.id(), "{\"roads\":40}");
        give(SurveyFixtures.POINTS.id(), "{\"roads\":50}");
        fire("tl-look", "{\"event.detail.tab\":\"" + tab + "\"}");
        assertThat(page()).doesNotContain("in another tab");
    }

    @Test
    void an_incomplete_response_says_what_is_missing_and_is_not_offered_to_be_submitted() {
        start("1");
        give(SurveyFixtures.POINTS.id(), "{\"roads\":99}");
        go("review");
        _assertNone(Button.class, spec -> spec.withText("Submit"));
        assertThat(page()).contains("The points must come to 100; they come to 99.");
    }

    @Test
    void who_comes_back_goes_on_after_the_last_answer_not_with_what_was_left_out_before_it() {
        start("2");
        give(SurveyFixtures.CHOICE.id(), "{\"named\":[\"a\"],\"none\":false,\"satisfaction\":{}}");
        go("");
        _click(_get(Button.class, spec -> spec.withText("Continue")));
        assertThat(page()).contains("Question 3 of 3");
    }

    @Test
    void who_changes_one_answer_while_looking_all_over_is_led_back_there() {
        start("review");
        go("1");
        _click(_get(Button.class, spec -> spec.withText("Look it over")));
        assertThat(page()).contains("Look over your answers");
        go("");
        go("1");
        assertThat(_find(Button.class, spec -> spec.withText("Next"))).hasSize(1);
    }

    @Test
    void a_complete_response_is_submitted_and_says_so() {
        complete();
        assertThat(sheet().submittedRevision()).isEqualTo(1);
        assertThat(page()).contains("You have submitted your answers");
    }

    @Test
    void a_changed_response_says_that_the_submitted_one_still_counts() {
        complete();
        go("1");
        give(SurveyFixtures.POINTS.id(), "{\"roads\":0,\"parks\":100}");
        go("");
        assertThat(page()).contains("What you submitted still counts");
        go("review");
        _click(_get(Button.class, spec -> spec.withText("Submit")));
        assertThat(sheet().submittedRevision()).isEqualTo(2);
    }

    @Test
    void a_closed_survey_says_so_and_shows_what_was_given() {
        complete();
        close();
        go("1");
        assertThat(page()).contains("This survey is closed. What you submitted counts", "roads");
        _assertNone(Button.class, spec -> spec.withText("Next"));
    }

    @Test
    void a_survey_closed_before_changes_were_submitted_says_that_they_do_not_count() {
        complete();
        go("1");
        give(SurveyFixtures.POINTS.id(), "{\"roads\":0,\"parks\":100}");
        close();
        go("");
        assertThat(page())
                .contains("What you submitted counts", "with your changes, which do not count")
                .doesNotContain("here is what you gave");
    }

    @Test
    void a_survey_closed_before_one_submitted_says_that_nothing_is_lost() {
        start("3");
        give(SurveyFixtures.WORDS.id(), "\"too late\"");
        close();
        go("");
        assertThat(page()).contains("they don’t count; nothing of them is lost", "too late");
    }

    @Test
    void a_save_after_closing_is_refused_with_what_was_stored_before_unharmed() {
        start("1");
        give(SurveyFixtures.POINTS.id(), "{\"roads\":40}");
        close();
        give(SurveyFixtures.POINTS.id(), "{\"roads\":70}");
        assertThat(((Points.Answer) answer(SurveyFixtures.POINTS.id())).sum()).isEqualTo(40);
    }

    @Test
    void a_closed_survey_one_never_began_takes_no_answers() {
        close();
        go("");
        assertThat(page()).contains("closed and takes no more answers");
        _assertNone(Button.class, spec -> spec.withText("Start"));
    }

    /** What scrolls away above a long question is never read. */
    @Test
    void whether_all_is_stored_is_said_once_beside_how_far_one_is_and_politely() {
        start("1");
        give(SurveyFixtures.POINTS.id(), "{\"roads\":40}");
        go("1");
        var states = all(_get(Main.class).getElement())
                .filter(one -> !one.isTextNode() && one.getClassList().contains("tl-save"))
                .toList();
        assertThat(states).singleElement().satisfies(state -> {
            assertThat(state.getParent().getClassList()).contains("answer-progress");
            assertThat(state.getTextRecursively()).contains("✓ Saved");
            assertThat(state.getChildren().filter(one -> "status".equals(one.getAttribute("role"))))
                    .singleElement()
                    .satisfies(said -> assertThat(said.getText())
                            .as("what the page begins with is not news")
                            .isEmpty());
        });
    }

    @Test
    void a_need_told_twice_by_the_same_form_is_one_need() {
        UI.getCurrent().navigate("tell-a-need");
        var request = UUID.randomUUID();
        for (var times = 0; times < 2; times++) {
            fire("tl-save", detail("need", "\"A bench at the stop.\"", request));
            _click(_get(Button.class, spec -> spec.withText("Send")));
        }
        assertThat(As.viewer(customer, () -> told.told()))
                .extracting(MyResponses.Told::words)
                .containsExactly("A bench at the stop.");
    }

    @Test
    void a_need_without_words_is_asked_for_where_it_is_told() {
        UI.getCurrent().navigate("tell-a-need");
        _click(_get(Button.class, spec -> spec.withText("Send")));
        assertThat(page()).contains("Please say what the problem is.");
        fire("tl-save", detail("need", "\"A bench at the stop.\"", UUID.randomUUID()));
        _click(_get(Button.class, spec -> spec.withText("Send")));
        assertThat(page()).doesNotContain("Please say what the problem is.");
        assertThat(As.viewer(customer, () -> told.told())).hasSize(1);
    }

    private void complete() {
        start("1");
        give(SurveyFixtures.POINTS.id(), "{\"roads\":100}");
        go("review");
        _click(_get(Button.class, spec -> spec.withText("Submit")));
    }

    private void close() {
        As.viewer(
                pm,
                () -> campaigns.close(
                        survey, administration.detail(survey).published().version()));
    }

    private void start(String step) {
        go("");
        _find(Button.class, spec -> spec.withText("Start")).forEach(start -> _click(start));
        go(step);
    }

    private void go(String step) {
        UI.getCurrent().navigate("answer/" + survey.value() + (step.isEmpty() ? "" : "/" + step));
    }

    private void give(QuestionId question, String value) {
        fire("tl-save", detail(question.value().toString(), value, tab));
    }

    private String detail(String field, String value, UUID stamp) {
        return "{\"event.detail\":{\"field\":\"%s\",\"value\":%s,\"tab\":\"%s\",\"sequence\":%d,\"seen\":0}}"
                .formatted(field, value, stamp, ++sequence);
    }

    private static void fire(String event, String data) {
        var keep = all(_get(Main.class).getElement())
                .filter(one -> !one.isTextNode() && one.getTag().equals("tl-keep"))
                .findFirst()
                .orElseThrow();
        _fireDomEvent(keep, new DomEvent(keep, event, JSON.readTree(data)));
    }

    private static Stream<Element> all(Element root) {
        return Stream.concat(Stream.of(root), root.getChildren().flatMap(AnswerViewTest::all));
    }

    private static String page() {
        Component main = _get(Main.class);
        return main.getElement().getTextRecursively();
    }

    private ResponseId response() {
        return As.viewer(customer, () -> answering.find(survey).orElseThrow());
    }

    private Answer answer(QuestionId question) {
        return sheet().answers().get(question).answer();
    }

    private AnswerSheet sheet() {
        return As.viewer(customer, () -> answering.sheet(response()));
    }
}
