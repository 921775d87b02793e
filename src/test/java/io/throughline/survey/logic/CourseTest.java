package io.throughline.survey.logic;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.shared.LocalizedText;
import io.throughline.survey.Entry;
import io.throughline.survey.Paging;
import io.throughline.survey.QuestionId;
import io.throughline.survey.Section;
import io.throughline.survey.SectionId;
import io.throughline.survey.SurveyContent;
import io.throughline.survey.logic.Claim.Amount;
import io.throughline.survey.logic.Claim.Answered;
import io.throughline.survey.logic.Claim.Chosen;
import io.throughline.survey.logic.Claim.Day;
import io.throughline.survey.logic.Claim.Order;
import io.throughline.survey.question.Answer;
import io.throughline.survey.question.DateQuestion;
import io.throughline.survey.question.Item;
import io.throughline.survey.question.MultipleChoice;
import io.throughline.survey.question.NumberQuestion;
import io.throughline.survey.question.Points;
import io.throughline.survey.question.Question;
import io.throughline.survey.question.Scale;
import io.throughline.survey.question.SingleChoice;
import io.throughline.survey.question.Text;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CourseTest {

    private static final LocalizedText TITLE = LocalizedText.en("T");
    private static final List<Item> ITEMS = List.of(item("a"), item("b"), item("c"));
    private static final SingleChoice ONE = new SingleChoice(QuestionId.next(), TITLE, TITLE, true, ITEMS, false);
    private static final MultipleChoice MANY = new MultipleChoice(QuestionId.next(), TITLE, TITLE, true, ITEMS, true);
    private static final Scale SCALE = new Scale(QuestionId.next(), TITLE, TITLE, true, 1, 5, TITLE, TITLE);
    private static final Points POINTS = new Points(QuestionId.next(), TITLE, TITLE, true, ITEMS);
    private static final NumberQuestion NUMBER =
            new NumberQuestion(QuestionId.next(), TITLE, TITLE, true, null, null, 2, TITLE);
    private static final DateQuestion DATE = new DateQuestion(QuestionId.next(), TITLE, TITLE, true, null, null);
    private static final Text WORDS = new Text(QuestionId.next(), TITLE, TITLE, true, false);

    @Test
    void a_comparison_asks_of_each_type_what_its_answers_can_say() {
        assertHolds(ONE, new SingleChoice.Answer("a", ""), new Chosen("a", true), true);
        assertHolds(ONE, new SingleChoice.Answer("b", ""), new Chosen("a", true), false);
        assertHolds(ONE, new SingleChoice.Answer("b", ""), new Chosen("a", false), true);
        assertHolds(MANY, new MultipleChoice.Answer(List.of("a", "c"), false, ""), new Chosen("c", true), true);
        assertHolds(MANY, new MultipleChoice.Answer(List.of(), true, ""), new Chosen("c", false), true);
        assertHolds(SCALE, new Scale.Answer(4), new Amount(Order.AT_LEAST, "", BigDecimal.valueOf(4)), true);
        assertHolds(SCALE, new Scale.Answer(4), new Amount(Order.AT_MOST, "", BigDecimal.valueOf(3)), false);
        assertHolds(POINTS, new Points.Answer(Map.of("a", 70, "b", 30)), amount(Order.AT_LEAST, "a", "50"), true);
        assertHolds(POINTS, new Points.Answer(Map.of("b", 100)), amount(Order.AT_MOST, "a", "50"), true);
        assertHolds(POINTS, new Points.Answer(Map.of("b", 100)), amount(Order.EQUAL, "a", "0"), true);
        assertHolds(POINTS, new Points.Answer(Map.of()), amount(Order.AT_MOST, "a", "50"), false);
        assertHolds(NUMBER, new NumberQuestion.Answer(new BigDecimal("2.50")), amount(Order.EQUAL, "", "2.5"), true);
        assertHolds(NUMBER, new NumberQuestion.Answer(new BigDecimal("2.50")), amount(Order.OTHER, "", "2.5"), false);
        var day = LocalDate.of(2027, 3, 1);
        assertHolds(DATE, new DateQuestion.Answer(day), new Day(Order.AT_LEAST, day), true);
        assertHolds(DATE, new DateQuestion.Answer(day.minusDays(1)), new Day(Order.AT_LEAST, day), false);
        assertHolds(WORDS, new Text.Answer("so"), new Answered(true), true);
        assertHolds(WORDS, new Text.Answer(" "), new Answered(true), false);
    }

    @Test
    void who_has_not_answered_has_not_answered_otherwise_either() {
        assertThat(shown(ONE, Map.of(), new Chosen("a", false))).isFalse();
        assertThat(shown(ONE, Map.of(), new Answered(false))).isTrue();
    }

    @Test
    void all_needs_every_comparison_and_any_needs_one() {
        var both = new Comparison[] {
            new Comparison(ONE.id(), new Chosen("a", true)),
            new Comparison(SCALE.id(), new Amount(Order.AT_LEAST, "", BigDecimal.valueOf(4)))
        };
        Map<QuestionId, Answer> one =
                Map.of(ONE.id(), new SingleChoice.Answer("a", ""), SCALE.id(), new Scale.Answer(2));
        assertThat(Course.of(content(Condition.all(both)), one).shows(WORDS.id()))
                .isFalse();
        assertThat(Course.of(content(Condition.any(both)), one).shows(WORDS.id()))
                .isTrue();
    }

    @Test
    void the_answer_to_a_question_that_is_not_asked_counts_for_nothing_that_follows() {
        var content = undivided(
                Entry.of("q1", ONE),
                Entry.of("q2", SCALE).with(Condition.all(new Comparison(ONE.id(), new Chosen("a", true)))),
                Entry.of("q3", WORDS).with(Condition.all(new Comparison(SCALE.id(), new Answered(true)))));
        Map<QuestionId, Answer> answers = Map.of(
                ONE.id(), new SingleChoice.Answer("b", ""),
                SCALE.id(), new Scale.Answer(5),
                WORDS.id(), new Text.Answer("kept"));

        var course = Course.of(content, answers);

        assertThat(course.entries()).extracting(Entry::code).containsExactly("q1");
        assertThat(course.counted(answers)).containsOnlyKeys(ONE.id());
        assertThat(course.stepOf(WORDS.id())).isZero();
    }

    @Test
    void a_condition_that_looks_forward_or_at_itself_sees_no_answer() {
        var content = undivided(
                Entry.of("q1", WORDS)
                        .with(Condition.any(
                                new Comparison(WORDS.id(), new Answered(true)),
                                new Comparison(ONE.id(), new Answered(true)))),
                Entry.of("q2", ONE));
        assertThat(Course.of(
                                content,
                                Map.of(WORDS.id(), new Text.Answer("x"), ONE.id(), new SingleChoice.Answer("a", "")))
                        .shows(WORDS.id()))
                .isFalse();
    }

    @Test
    void a_section_that_is_not_asked_takes_its_questions_along_and_is_no_page() {
        var second = new Section(
                SectionId.next(),
                TITLE,
                TITLE,
                Condition.all(new Comparison(ONE.id(), new Chosen("a", true))),
                List.of(Entry.of("q2", SCALE), Entry.of("q3", WORDS)));
        var content = undivided(Entry.of("q1", ONE));
        content = content.with(List.of(content.sections().getFirst(), second)).with(Paging.SECTION);

        assertThat(Course.of(content, Map.of()).steps()).hasSize(1);
        var asked = Course.of(content, Map.of(ONE.id(), new SingleChoice.Answer("a", "")));
        assertThat(asked.steps()).hasSize(2);
        assertThat(asked.steps().getLast().entries()).hasSize(2);
        assertThat(asked.stepOf(WORDS.id())).isEqualTo(2);
        var single = Course.of(content.with(Paging.QUESTION), Map.of(ONE.id(), new SingleChoice.Answer("a", "")));
        assertThat(single.steps()).extracting(Course.Step::opens).containsExactly(true, true, false);
    }

    private static void assertHolds(Question question, Answer answer, Claim claim, boolean holds) {
        assertThat(shown(question, Map.of(question.id(), answer), claim))
                .as("%s of %s", claim, answer)
                .isEqualTo(holds);
    }

    private static boolean shown(Question question, Map<QuestionId, Answer> answers, Claim claim) {
        var last = new Text(QuestionId.next(), TITLE, TITLE, true, false);
        var content = undivided(
                Entry.of("q1", question),
                Entry.of("q2", last).with(Condition.all(new Comparison(question.id(), claim))));
        return Course.of(content, answers).shows(last.id());
    }

    private static Amount amount(Order order, String item, String amount) {
        return new Amount(order, item, new BigDecimal(amount));
    }

    private static SurveyContent content(Condition condition) {
        return undivided(
                Entry.of("q1", ONE),
                Entry.of("q2", SCALE),
                Entry.of("q3", WORDS).with(condition));
    }

    private static SurveyContent undivided(Entry... entries) {
        return new SurveyContent(TITLE, TITLE, List.of())
                .with(List.of(Section.blank(SectionId.ONLY).with(List.of(entries))));
    }

    private static Item item(String key) {
        return new Item(key, LocalizedText.en(key));
    }
}
