package io.throughline.survey.ui.answer;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.IntegerField;
import io.throughline.shared.LocalizedText;
import io.throughline.support.As;
import io.throughline.survey.ExpressionOrigins;
import io.throughline.survey.ExpressionTexts;
import io.throughline.survey.QuestionId;
import io.throughline.survey.SurveyFixtures;
import io.throughline.survey.SurveyId;
import io.throughline.survey.question.DateQuestion;
import io.throughline.survey.question.ImportanceSatisfactionByRating;
import io.throughline.survey.question.Nps;
import io.throughline.survey.question.NumberQuestion;
import io.throughline.survey.question.OwnWords;
import io.throughline.survey.question.Question;
import io.throughline.survey.question.Scale;
import io.throughline.survey.question.Text;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The types that rate, measure and tell: designed, answered and read in the portal. */
class PlainQuestionsViewTest extends QuestionsViewTest {

    private static final Scale SCALE =
            new Scale(QuestionId.next(), text("How easy?"), text(""), true, 1, 5, text("very hard"), text("very easy"));
    private static final Nps NPS = new Nps(QuestionId.next(), text("Would you recommend us?"), text(""), false);
    private static final ImportanceSatisfactionByRating RATES = new ImportanceSatisfactionByRating(
            QuestionId.next(), text("How important, how good?"), text(""), false, items("a", "b"));
    private static final NumberQuestion NUMBER = new NumberQuestion(
            QuestionId.next(),
            text("How long do you wait?"),
            text(""),
            false,
            BigDecimal.ZERO,
            new BigDecimal("24"),
            1,
            text("hours"));
    private static final DateQuestion DATE =
            new DateQuestion(QuestionId.next(), text("By when?"), text(""), false, LocalDate.of(2027, 1, 1), null);
    private static final Text LINE = new Text(QuestionId.next(), text("Your street?"), text(""), false, false);
    private static final NumberQuestion COUNT =
            new NumberQuestion(QuestionId.next(), text("How many?"), text(""), false, null, null, 0, text(""));
    private static final OwnWords NEED = new OwnWords(QuestionId.next(), text("What else?"), text(""), false);

    @Autowired
    ExpressionOrigins origins;

    @Autowired
    ExpressionTexts texts;

    private static LocalizedText text(String text) {
        return SurveyFixtures.text(text);
    }

    @BeforeEach
    void ask() {
        publish(SCALE, NPS, RATES, NUMBER, DATE, LINE, NEED, COUNT);
    }

    @Test
    void steps_are_stored_taken_back_and_refused_outside_the_scale() {
        go("1");
        give(SCALE, "4");
        assertThat(answer(SCALE)).isEqualTo(new Scale.Answer(4));
        give(SCALE, "6");
        assertThat(answer(SCALE)).isEqualTo(new Scale.Answer(4));
        give(SCALE, "null");
        assertThat(answer(SCALE)).isEqualTo(new Scale.Answer(null));
        go("review");
        assertThat(page()).contains("Please choose an answer.");
    }

    @Test
    void a_question_says_whether_it_has_to_be_answered() {
        go("1");
        assertThat(page()).contains("Must be answered").doesNotContain("May be left out");
        go("2");
        assertThat(page()).contains("May be left out").doesNotContain("Must be answered");
    }

    @Test
    void ratings_are_stored_side_by_side() {
        go("3");
        give(RATES, "{\"importance\":{\"a\":5,\"z\":1},\"satisfaction\":{\"a\":0,\"b\":\"good\"}}");
        assertThat(answer(RATES)).isEqualTo(new ImportanceSatisfactionByRating.Answer(Map.of("a", 5), Map.of("a", 0)));
        go("review");
        assertThat(page()).contains("5 · very important", "One item is not rated yet");
    }

    @Test
    void numbers_and_days_are_kept_as_given_and_limits_told_before_submitting() {
        go("4");
        give(NUMBER, "\"25.5\"");
        assertThat(answer(NUMBER)).isEqualTo(new NumberQuestion.Answer(new BigDecimal("25.5")));
        give(NUMBER, "\"1.25\"");
        assertThat(answer(NUMBER)).isEqualTo(new NumberQuestion.Answer(new BigDecimal("25.5")));
        give(DATE, "\"2026-12-31\"");
        assertThat(answer(DATE)).isEqualTo(new DateQuestion.Answer(LocalDate.of(2026, 12, 31)));
        go("review");
        assertThat(page()).contains("Please give a number from 0 to 24", "Please give a date from", "25.5 hours");
        give(NUMBER, "\"many\"");
        assertThat(answer(NUMBER)).isEqualTo(new NumberQuestion.Answer(null));
    }

    @Test
    void a_need_is_told_in_four_parts_and_read_with_them() {
        complete();
        give(
                NEED,
                "{\"words\":\"The ramp is closed.\",\"who\":\"wheelchair users\",\"often\":\"DAILY\",\"badly\":\"PREVENTS\"}");
        give(LINE, "\"Main Street\"");
        go("review");
        assertThat(page()).contains("The ramp is closed.", "wheelchair users · Every day · It stops us", "Main Street");
        submitted();

        assertThat(origins.saidIn(response()))
                .singleElement()
                .satisfies(origin -> assertThat(As.viewer(pm, () -> texts.read(List.of(origin.id())))
                                .get(origin.id())
                                .need())
                        .isEqualTo(new OwnWords.Answer(
                                "The ramp is closed.",
                                "wheelchair users",
                                OwnWords.Often.DAILY,
                                OwnWords.Badly.PREVENTS)));
    }

    @Test
    void results_say_what_was_rated_measured_and_counted() {
        complete();
        give(NPS, "9");
        give(RATES, "{\"importance\":{\"a\":5,\"b\":2},\"satisfaction\":{\"a\":1,\"b\":4}}");
        give(NUMBER, "\"1.5\"");
        give(DATE, "\"2027-03-01\"");
        give(COUNT, "\"7\"");
        submitted();
        assertThat(page())
                .as("one person's number has no interval")
                .contains("7 [")
                .doesNotContain("∞");
        assertThat(csv())
                .contains(",number,1,mean,weighted,7.0,undefined,undefined,")
                .doesNotContain("Infinity");
        assertThat(page())
                .contains("Scale (", "5 · very easy", "Net promoter score", "Opportunity", "March 2027", "1.5");
        assertThat(csv())
                .contains(
                        ",scale,1,mean,weighted,4.0,",
                        ",nps,1,nps,weighted,1.0,",
                        ",opportunity,weighted,20.0,",
                        ",number,1,median,,1.5,",
                        ",date,1,chosen,,1,");
        assertThat(As.viewer(pm, () -> results.countBehind(survey, RATES.id(), "a")))
                .isEqualTo(1);
    }

    @Test
    void results_read_a_title_that_quotes_an_answer_as_a_sentence() {
        var way = new Scale(
                QuestionId.next(),
                text("How good is {{q1}}, for {{q1|your street}}?"),
                text(""),
                false,
                1,
                5,
                text(""),
                text(""));
        publish(LINE, way);
        go("1");
        give(LINE, "\"Main Street\"");
        give(way, "4");
        submitted();
        assertThat(page()).contains("How good is …, for your street?").doesNotContain("{{");
    }

    @Test
    void a_new_scale_needs_a_title_only_and_its_ends_are_named_in_the_designer() {
        signIn(pm);
        var id = As.viewer(pm, () -> administration.create(text("New")));
        UI.getCurrent().navigate("surveys/" + id.value() + "/design");
        _click(_get(Button.class, spec -> spec.withText("+ Scale")));
        var question = stored(id).id().value();
        tell(question + ".TITLE", "{\"en\":\"How easy?\"}");
        assertThat(stored(id).defects()).isEmpty();
        tell(question + ".HIGH", "{\"en\":\"very easy\"}");
        _get(IntegerField.class, spec -> spec.withLabel("To")).setValue(7);
        assertThat((Scale) stored(id)).satisfies(scale -> {
            assertThat(scale.greatest()).isEqualTo(7);
            assertThat(scale.high()).isEqualTo(text("very easy"));
        });
    }

    private Question stored(SurveyId id) {
        return As.viewer(pm, () -> administration.detail(id))
                .content()
                .questions()
                .getFirst();
    }

    private void complete() {
        go("1");
        give(SCALE, "4");
    }
}
