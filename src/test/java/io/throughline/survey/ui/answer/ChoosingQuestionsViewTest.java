package io.throughline.survey.ui.answer;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import io.throughline.support.As;
import io.throughline.survey.ExpressionOrigins;
import io.throughline.survey.QuestionId;
import io.throughline.survey.ResultsFilter;
import io.throughline.survey.SurveyFixtures;
import io.throughline.survey.question.ChoiceOfK;
import io.throughline.survey.question.Item;
import io.throughline.survey.question.MultipleChoice;
import io.throughline.survey.question.Other;
import io.throughline.survey.question.SingleChoice;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The types in which something is chosen: answered and read in the portal. */
class ChoosingQuestionsViewTest extends QuestionsViewTest {

    private static final List<Item> ITEMS = items("a", "b", "c");
    private static final SingleChoice ONE = new SingleChoice(
            QuestionId.next(), SurveyFixtures.text("Which one?"), SurveyFixtures.text(""), true, ITEMS, true);
    private static final MultipleChoice ANY = new MultipleChoice(
            QuestionId.next(), SurveyFixtures.text("Which ones?"), SurveyFixtures.text(""), false, ITEMS, true);
    private static final ChoiceOfK TWO = new ChoiceOfK(
            QuestionId.next(), SurveyFixtures.text("Which two?"), SurveyFixtures.text(""), false, 2, ITEMS);

    @Autowired
    ExpressionOrigins origins;

    @Autowired
    JdbcClient database;

    @BeforeEach
    void ask() {
        publish(ONE, ANY, TWO);
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
        assertThat(As.viewer(pm, () -> results.exportCsv(survey, ResultsFilter.NONE, Locale.ENGLISH)))
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
}
