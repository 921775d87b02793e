package io.throughline.survey;

import static com.github.mvysny.kaributesting.v10.ElementUtilsKt._fireDomEvent;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.dom.Element;
import io.throughline.shared.Viewer;
import io.throughline.support.As;
import io.throughline.support.ViewTest;
import io.throughline.survey.question.Answer;
import io.throughline.survey.question.ChoiceOfK;
import io.throughline.survey.question.Item;
import io.throughline.survey.question.MultipleChoice;
import io.throughline.survey.question.Other;
import io.throughline.survey.question.Question;
import io.throughline.survey.question.SingleChoice;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The types in which something is chosen: answered and read in the portal. */
class ChoosingQuestionsViewTest extends ViewTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<Item> ITEMS =
            Stream.of("a", "b", "c").map(ChoosingQuestionsViewTest::item).toList();
    private static final SingleChoice ONE = new SingleChoice(
            QuestionId.next(), SurveyFixtures.text("Which one?"), SurveyFixtures.text(""), true, ITEMS, true);
    private static final MultipleChoice ANY = new MultipleChoice(
            QuestionId.next(), SurveyFixtures.text("Which ones?"), SurveyFixtures.text(""), false, ITEMS, true);
    private static final ChoiceOfK TWO = new ChoiceOfK(
            QuestionId.next(), SurveyFixtures.text("Which two?"), SurveyFixtures.text(""), false, 2, ITEMS);

    @Autowired
    SurveyFixtures surveys;

    @Autowired
    Answering answering;

    @Autowired
    Surveys administration;

    @Autowired
    SurveyResults results;

    @Autowired
    ExpressionOrigins origins;

    @Autowired
    JdbcClient database;

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
        survey = surveys.published(
                pm,
                new SurveyContent(
                        SurveyFixtures.text("Chosen"),
                        SurveyFixtures.text("To plan."),
                        List.<Question>of(ONE, ANY, TWO)),
                Instant.now().minusSeconds(60),
                Set.of(organisation));
        signIn(customer);
        go("");
        _click(_get(Button.class, spec -> spec.withText("Start")));
    }

    @Test
    void something_else_is_stored_apart_replaced_and_not_taken_for_a_need() {
        go("1");
        give(ONE, "{\"chosen\":[\"*other\"],\"words\":\"a bench\"}");
        give(ONE, "{\"chosen\":[\"*other\"],\"words\":\"two benches\"}");
        assertThat(answer(ONE)).isEqualTo(new SingleChoice.Answer(Other.KEY, "two benches"));
        assertThat(database.sql("select content from answer where response_id = ? and question_id = ?")
                        .params(response().value(), ONE.id().value())
                        .query(String.class)
                        .single())
                .doesNotContain("bench");
        assertThat(database.sql("select words from expression_text where response_id = ?")
                        .param(response().value())
                        .query(String.class)
                        .list())
                .containsExactly("two benches");

        As.viewer(customer, () -> answering.submit(response()));

        assertThat(origins.saidIn(response())).isEmpty();
        assertThat(As.viewer(pm, () -> results.answersBehind(survey, ONE.id(), null, 0, 10)))
                .singleElement()
                .satisfies(
                        one -> assertThat(one.answer()).isEqualTo(new SingleChoice.Answer(Other.KEY, "two benches")));
    }

    @Test
    void a_listed_option_takes_the_words_back() {
        go("1");
        give(ONE, "{\"chosen\":[\"*other\"],\"words\":\"a bench\"}");
        give(ONE, "{\"chosen\":[\"b\"],\"words\":\"a bench\"}");
        assertThat(answer(ONE)).isEqualTo(new SingleChoice.Answer("b", ""));
    }

    @Test
    void several_are_stored_and_unknown_ones_left_out() {
        go("2");
        give(ANY, "{\"chosen\":[\"c\",\"a\",\"unheard of\"],\"none\":false,\"words\":\"\"}");
        assertThat(answer(ANY)).isEqualTo(new MultipleChoice.Answer(List.of("c", "a"), false, ""));
        go("3");
        give(TWO, "{\"chosen\":[],\"none\":true}");
        assertThat(answer(TWO)).isEqualTo(new ChoiceOfK.Answer(List.of(), true));
    }

    @Test
    void results_count_the_chosen() {
        go("1");
        give(ONE, "{\"chosen\":[\"a\"],\"words\":\"\"}");
        give(TWO, "{\"chosen\":[\"a\",\"b\"],\"none\":false}");
        As.viewer(customer, () -> answering.submit(response()));
        assertThat(As.viewer(pm, () -> results.exportCsv(survey, null, Locale.ENGLISH)))
                .contains(",single-choice,1,chosen,,1,", ",choice-of-k,1,chosen,,1,");
        assertThat(As.viewer(pm, () -> results.countBehind(survey, ONE.id(), "a")))
                .isEqualTo(1);
        assertThat(As.viewer(pm, () -> results.countBehind(survey, TWO.id(), "c")))
                .isZero();
        signIn(pm);
        UI.getCurrent()
                .navigate("surveys/"
                        + As.viewer(pm, () -> administration.detail(survey))
                                .id()
                                .value());
        assertThat(page()).contains("Single choice", "Too few to rank");
    }

    private ResponseId response() {
        return As.viewer(customer, () -> answering.find(survey).orElseThrow());
    }

    private static Item item(String key) {
        return new Item(key, SurveyFixtures.text("Item " + key));
    }

    private void go(String step) {
        UI.getCurrent().navigate("answer/" + survey.value() + (step.isEmpty() ? "" : "/" + step));
    }

    private void give(Question question, String value) {
        tell(question.id().value().toString(), value);
    }

    private void tell(String field, String value) {
        var keep = all(_get(Main.class).getElement())
                .filter(one -> !one.isTextNode() && one.getTag().equals("tl-keep"))
                .findFirst()
                .orElseThrow();
        _fireDomEvent(
                keep,
                new DomEvent(
                        keep,
                        "tl-save",
                        JSON.readTree(
                                "{\"event.detail\":{\"field\":\"%s\",\"value\":%s,\"tab\":\"%s\",\"sequence\":%d,\"seen\":0}}"
                                        .formatted(field, value, tab, ++sequence))));
    }

    private static Stream<Element> all(Element root) {
        return Stream.concat(Stream.of(root), root.getChildren().flatMap(ChoosingQuestionsViewTest::all));
    }

    private static String page() {
        return _get(Main.class).getElement().getTextRecursively();
    }

    private Answer answer(Question question) {
        return sheet().answers().get(question.id()).answer();
    }

    private Answering.Sheet sheet() {
        return As.viewer(customer, () -> answering.sheet(answering.find(survey).orElseThrow()));
    }
}
