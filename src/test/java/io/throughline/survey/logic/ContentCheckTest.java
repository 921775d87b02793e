package io.throughline.survey.logic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.throughline.shared.DomainException;
import io.throughline.shared.ErrorCode;
import io.throughline.shared.LocalizedText;
import io.throughline.shared.i18n.Texts;
import io.throughline.survey.Entry;
import io.throughline.survey.Paging;
import io.throughline.survey.QuestionId;
import io.throughline.survey.Section;
import io.throughline.survey.SectionId;
import io.throughline.survey.SurveyContent;
import io.throughline.survey.SurveyError;
import io.throughline.survey.logic.Claim.Amount;
import io.throughline.survey.logic.Claim.Answered;
import io.throughline.survey.logic.Claim.Chosen;
import io.throughline.survey.logic.Claim.Day;
import io.throughline.survey.logic.Claim.Order;
import io.throughline.survey.question.Answer;
import io.throughline.survey.question.DateQuestion;
import io.throughline.survey.question.Item;
import io.throughline.survey.question.NumberQuestion;
import io.throughline.survey.question.Other;
import io.throughline.survey.question.Pairwise;
import io.throughline.survey.question.Points;
import io.throughline.survey.question.Question;
import io.throughline.survey.question.Ranking;
import io.throughline.survey.question.Scale;
import io.throughline.survey.question.SingleChoice;
import io.throughline.survey.question.Text;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

class ContentCheckTest {

    private static final LocalizedText NONE = new LocalizedText(Map.of());
    private static final SingleChoice ONE =
            new SingleChoice(QuestionId.next(), both("Which?"), NONE, true, List.of(item("a"), item("b")), true);
    private static final Scale SCALE = new Scale(QuestionId.next(), both("How much?"), NONE, true, 1, 5, NONE, NONE);
    private static final Text WORDS = new Text(QuestionId.next(), both("Why?"), NONE, true, false);

    @Test
    void a_survey_that_is_in_order_has_no_finding() {
        assertThat(found(Entry.of("q1", ONE), Entry.of("q2", SCALE).with(if_(ONE.id(), new Chosen("a", true)))))
                .isEmpty();
    }

    @Test
    void conditions_look_back_at_what_is_there_and_never_at_each_other() {
        var onScale = if_(SCALE.id(), new Answered(true));
        assertThat(found(Entry.of("q1", ONE).with(onScale), Entry.of("q2", SCALE)))
                .containsExactly(SurveyError.CONDITION_FORWARD);
        assertThat(found(
                        Entry.of("q1", ONE).with(onScale),
                        Entry.of("q2", SCALE).with(if_(ONE.id(), new Answered(true)))))
                .contains(SurveyError.CONDITION_LOOP);
        assertThat(found(Entry.of("q1", ONE).with(onScale))).containsExactly(SurveyError.CONDITION_GONE);
    }

    @Test
    void a_condition_names_no_answer_that_is_not_offered() {
        var any = Condition.any(
                new Comparison(ONE.id(), new Chosen("a", true)), new Comparison(ONE.id(), new Chosen("gone", true)));
        assertThat(found(last(any))).containsExactly(SurveyError.CONDITION_ITEM_GONE);
        assertThat(found(last(if_(ONE.id(), new Chosen("gone", false)))))
                .containsExactly(SurveyError.CONDITION_ITEM_GONE);
        assertThat(ContentCheck.of(content(last(any)), List.of(Locale.ENGLISH)).getFirst())
                .isEqualTo(new Finding(true, SurveyError.CONDITION_ITEM_GONE, null, WORDS.id(), List.<Object>of("q1")));
        var section = Section.blank(SectionId.next()).with(if_(ONE.id(), new Chosen("gone", true)));
        var content = content(Entry.of("q1", ONE));
        assertThat(ContentCheck.of(
                        content.with(
                                List.of(content.sections().getFirst(), section.with(List.of(Entry.of("q2", SCALE))))),
                        List.of(Locale.ENGLISH)))
                .extracting(Finding::code)
                .contains(SurveyError.CONDITION_ITEM_GONE);
    }

    @Test
    void something_else_is_an_answer_as_long_as_it_is_offered_and_a_number_may_be_that_of_an_item() {
        var otherwise = if_(ONE.id(), new Chosen(Other.KEY, true));
        assertThat(found(last(otherwise))).isEmpty();
        var without = new SingleChoice(ONE.id(), both("Which?"), NONE, true, ONE.items(), false);
        assertThat(found(Entry.of("q1", without), Entry.of("q2", WORDS).with(otherwise)))
                .containsExactly(SurveyError.CONDITION_ITEM_GONE);
        var order = new Ranking(
                QuestionId.next(), both("In which order?"), NONE, true, List.of(item("a"), item("b"), item("c")));
        assertThat(found(
                        Entry.of("q1", order),
                        Entry.of("q2", WORDS).with(if_(order.id(), new Amount(Order.AT_MOST, "a", BigDecimal.ONE)))))
                .isEmpty();
        assertThat(found(
                        Entry.of("q1", order),
                        Entry.of("q2", WORDS).with(if_(order.id(), new Amount(Order.AT_MOST, "z", BigDecimal.ONE)))))
                .containsExactly(SurveyError.CONDITION_ITEM_GONE);
    }

    @Test
    void a_question_no_answers_lead_to_is_named() {
        assertNeverAsked(if_(ONE.id(), new Chosen("a", true), new Chosen("b", true)));
        assertNeverAsked(if_(ONE.id(), new Chosen("a", true), new Chosen("a", false)));
        assertNeverAsked(if_(ONE.id(), new Answered(false), new Chosen("a", true)));
        assertNeverAsked(if_(SCALE.id(), amount(Order.AT_LEAST, 4), amount(Order.AT_MOST, 3)));
        assertNeverAsked(if_(SCALE.id(), amount(Order.AT_LEAST, 6)));
        assertThat(found(last(if_(SCALE.id(), amount(Order.AT_LEAST, 4), amount(Order.AT_MOST, 4)))))
                .isEmpty();
        var any = new Condition(
                Condition.Match.ANY,
                if_(ONE.id(), new Chosen("a", true), new Chosen("b", true)).comparisons());
        assertThat(found(last(any))).isEmpty();
    }

    @Test
    void between_whole_numbers_there_is_none_and_the_only_one_left_can_t_be_another() {
        assertNeverAsked(if_(SCALE.id(), exactly(Order.EQUAL, "2.5")));
        assertNeverAsked(if_(SCALE.id(), exactly(Order.AT_LEAST, "2.1"), exactly(Order.AT_MOST, "2.9")));
        assertNeverAsked(if_(SCALE.id(), amount(Order.EQUAL, 3), exactly(Order.OTHER, "3.0")));
        assertThat(found(last(if_(SCALE.id(), exactly(Order.EQUAL, "2.00"))))).isEmpty();
        assertThat(found(last(if_(SCALE.id(), exactly(Order.AT_LEAST, "4.5"))))).isEmpty();
        assertThat(found(last(if_(SCALE.id(), exactly(Order.OTHER, "2.5"), amount(Order.EQUAL, 2)))))
                .isEmpty();
        var hours = new NumberQuestion(QuestionId.next(), both("How long?"), NONE, true, null, null, 1, NONE);
        assertThat(found(
                        Entry.of("q1", hours),
                        Entry.of("q2", WORDS).with(if_(hours.id(), exactly(Order.EQUAL, "2.50")))))
                .isEmpty();
        var when = new DateQuestion(QuestionId.next(), both("When?"), NONE, true, null, null);
        var day = LocalDate.of(2027, 3, 1);
        assertThat(found(
                        Entry.of("q1", when),
                        Entry.of("q2", WORDS)
                                .with(if_(
                                        when.id(), new Claim.Day(Order.EQUAL, day), new Claim.Day(Order.OTHER, day)))))
                .containsExactly(SurveyError.NEVER_ASKED);
    }

    @Test
    void a_long_answer_is_cut_between_two_characters() {
        var content = content(Entry.of("q1", WORDS), Entry.of("q2", SCALE));
        Map<QuestionId, Answer> given = Map.of(WORDS.id(), new Text.Answer("x".repeat(198) + "🌳" + "x".repeat(9)));
        assertThat(new Quotes(content, given).in(LocalizedText.en("{{q1}}")).in(Locale.ENGLISH))
                .isEqualTo("x".repeat(198) + "…");
    }

    private static Amount exactly(Order order, String amount) {
        return new Amount(order, "", new BigDecimal(amount));
    }

    @Test
    void numbers_and_days_that_leave_no_value_lead_nowhere() {
        assertNeverAsked(if_(SCALE.id(), amount(Order.EQUAL, 3), amount(Order.OTHER, 3)));
        assertNeverAsked(if_(SCALE.id(), new Amount(Order.EQUAL, "", new BigDecimal("2.5"))));
        assertNeverAsked(if_(SCALE.id(), amount(Order.AT_LEAST, 4), amount(Order.OTHER, 4), amount(Order.OTHER, 5)));
        assertThat(found(last(if_(SCALE.id(), amount(Order.AT_LEAST, 4), amount(Order.OTHER, 4)))))
                .isEmpty();
        var litres = new NumberQuestion(QuestionId.next(), both("How many?"), NONE, true, null, null, 1, NONE);
        assertThat(found(litres, amount(Order.EQUAL, 2), amount(Order.OTHER, 2)))
                .containsExactly(SurveyError.NEVER_ASKED);
        assertThat(found(litres, new Amount(Order.EQUAL, "", new BigDecimal("2.5"))))
                .isEmpty();
        assertThat(found(litres, new Amount(Order.EQUAL, "", new BigDecimal("2.25"))))
                .containsExactly(SurveyError.NEVER_ASKED);
        assertThat(found(litres, amount(Order.AT_LEAST, 3), amount(Order.OTHER, 3)))
                .isEmpty();
        var march = LocalDate.of(2027, 3, 1);
        var day = new DateQuestion(QuestionId.next(), both("When?"), NONE, true, march, march.plusDays(1));
        assertThat(found(day, new Day(Order.OTHER, march), new Day(Order.OTHER, march.plusDays(1))))
                .containsExactly(SurveyError.NEVER_ASKED);
        assertThat(found(day, new Day(Order.AT_LEAST, march.plusDays(2)))).containsExactly(SurveyError.NEVER_ASKED);
        assertThat(found(day, new Day(Order.OTHER, march))).isEmpty();
    }

    @Test
    void points_must_be_given_away_and_no_more_than_there_are() {
        var points = new Points(QuestionId.next(), both("Spend"), NONE, true, List.of(item("a"), item("b"), item("c")));
        var few = new Amount(Order.AT_MOST, "a", BigDecimal.valueOf(30));
        var too = new Amount(Order.AT_MOST, "b", BigDecimal.valueOf(30));
        assertThat(found(points, few, too)).as("the rest goes to c").isEmpty();
        assertThat(found(points, few, too, new Amount(Order.AT_MOST, "c", BigDecimal.valueOf(39))))
                .containsExactly(SurveyError.NEVER_ASKED);
        assertThat(found(
                        points,
                        new Amount(Order.AT_LEAST, "a", BigDecimal.valueOf(60)),
                        new Amount(Order.AT_LEAST, "b", BigDecimal.valueOf(50))))
                .containsExactly(SurveyError.NEVER_ASKED);
    }

    @Test
    void a_condition_asks_nothing_that_answers_of_the_type_can_t_say() {
        assertThat(found(last(if_(ONE.id(), amount(Order.AT_LEAST, 1))))).contains(SurveyError.CONDITION_ITEM_GONE);
        assertThat(found(last(if_(SCALE.id(), new Day(Order.AT_LEAST, LocalDate.of(2027, 3, 1))))))
                .contains(SurveyError.CONDITION_ITEM_GONE);
        assertThat(found(last(if_(SCALE.id(), new Chosen("4", false))))).contains(SurveyError.CONDITION_ITEM_GONE);
    }

    @Test
    void a_section_is_named_itself_where_its_condition_keeps_it_from_being_shown_or_waits_for_it() {
        assertThat(sections(if_(ONE.id(), new Chosen("a", true), new Chosen("b", true))))
                .extracting(Finding::code)
                .containsExactly(SurveyError.SECTION_NEVER_SHOWN);
        assertThat(sections(if_(ONE.id(), new Chosen("a", true)))).isEmpty();
        assertThat(sections(if_(SCALE.id(), new Answered(true))))
                .filteredOn(found -> found.section() != null)
                .extracting(Finding::code, Finding::arguments)
                .containsExactly(Tuple.tuple(SurveyError.CONDITION_LOOP, List.of("q2", "q2")));
        var waits = new DomainException(SurveyError.CONDITION_LOOP, "q2", "q2");
        assertThat(new Texts().of(waits, Locale.ENGLISH)).startsWith("q2 waits for its own answer");
    }

    /** One question, and a section of another one. */
    private static List<Finding> sections(Condition condition) {
        var content = content(Entry.of("q1", ONE));
        var second = Section.blank(SectionId.next()).with(condition).with(List.of(Entry.of("q2", SCALE)));
        return ContentCheck.of(content.with(List.of(content.sections().getFirst(), second)), List.of(Locale.ENGLISH));
    }

    @Test
    void an_explanation_that_is_not_translated_keeps_nobody_from_being_asked() {
        var explained = new Text(QuestionId.next(), both("Why?"), LocalizedText.en("In a few words"), true, false);
        assertThat(found(Entry.of("q1", explained))).containsExactly(Advice.HELP_UNTRANSLATED);
    }

    @Test
    void a_question_everybody_must_answer_is_never_without_an_answer() {
        assertNeverAsked(if_(ONE.id(), new Answered(false)));
        assertNeverAsked(Condition.all(
                new Comparison(SCALE.id(), new Answered(false)), new Comparison(ONE.id(), new Chosen("a", true))));
        var either = Condition.any(
                new Comparison(SCALE.id(), new Answered(false)), new Comparison(ONE.id(), new Chosen("a", true)));
        assertThat(found(last(either))).isEmpty();
        var left = new SingleChoice(ONE.id(), both("Which?"), NONE, false, ONE.items(), true);
        assertThat(found(Entry.of("q1", left), Entry.of("q2", WORDS).with(if_(ONE.id(), new Answered(false)))))
                .as("one that may be left")
                .isEmpty();
        assertThat(found(
                        Entry.of("q1", ONE),
                        Entry.of("q2", SCALE).with(if_(ONE.id(), new Chosen("a", true))),
                        Entry.of("q3", WORDS).with(if_(SCALE.id(), new Answered(false)))))
                .as("one that not everybody is asked")
                .isEmpty();
    }

    @Test
    void whoever_must_have_answered_a_question_is_not_asked_what_needs_it_left() {
        var a = new Comparison(ONE.id(), new Chosen("a", true));
        var left = new Comparison(SCALE.id(), new Answered(false));
        assertThat(found(
                        Entry.of("q1", ONE),
                        Entry.of("q2", SCALE).with(Condition.all(a)),
                        Entry.of("q3", WORDS).with(Condition.all(left, a))))
                .containsExactly(SurveyError.NEVER_ASKED);
        assertThat(found(
                        Entry.of("q1", ONE),
                        Entry.of("q2", SCALE).with(Condition.all(a)),
                        Entry.of("q3", WORDS)
                                .with(Condition.all(left, new Comparison(ONE.id(), new Chosen("b", true))))))
                .as("those who were not asked it")
                .isEmpty();
        assertThat(found(
                        Entry.of("q1", ONE),
                        Entry.of("q2", SCALE).with(Condition.all(a)),
                        Entry.of("q3", WORDS).with(Condition.any(left, a))))
                .as("either of the two is enough")
                .isEmpty();
    }

    @Test
    void what_must_hold_for_the_question_looked_at_counts_as_well() {
        assertThat(found(
                        Entry.of("q1", ONE),
                        Entry.of("q2", SCALE).with(if_(ONE.id(), new Chosen("a", true))),
                        Entry.of("q3", WORDS)
                                .with(Condition.all(
                                        new Comparison(SCALE.id(), new Answered(true)),
                                        new Comparison(ONE.id(), new Chosen("b", true))))))
                .containsExactly(SurveyError.NEVER_ASKED);
    }

    @Test
    void quotes_and_translations_and_numbers_of_items_are_looked_at() {
        var quoting = new Text(QuestionId.next(), LocalizedText.en("Why {{q3|x}} and {{q9|y}}?"), NONE, true, false);
        assertThat(found(Entry.of("q1", quoting), Entry.of("q3", SCALE)))
                .containsExactly(SurveyError.QUOTE_FORWARD, SurveyError.QUOTE_UNKNOWN, Advice.UNTRANSLATED);
        var many = IntStream.range(0, 9).mapToObj(at -> item("i" + at)).toList();
        assertThat(found(Entry.of("q1", new Pairwise(QuestionId.next(), both("Pairs"), NONE, true, many))))
                .containsExactly(Advice.MANY_ITEMS);
    }

    @Test
    void a_quote_says_the_answer_or_the_words_for_none_and_is_not_read_again() {
        var content = content(Entry.of("q1", WORDS), Entry.of("q2", ONE));
        var text = both("Why {{q1|nothing}}, {{ q2 | none }}, {{q7}}?");
        Map<QuestionId, Answer> answers =
                Map.of(WORDS.id(), new Text.Answer("<b>{{q2}}</b> $1"), ONE.id(), new SingleChoice.Answer("a", ""));
        assertThat(new Quotes(content, answers).in(text).in(Locale.ENGLISH))
                .isEqualTo("Why <b>{{q2}}</b> $1, en a, …?");
        assertThat(new Quotes(content, answers).in(text).in(Locale.GERMAN)).contains("de a");
        assertThat(new Quotes(content, Map.of()).in(text).in(Locale.ENGLISH)).isEqualTo("Why nothing, none, …?");
        assertThat(Quotes.unanswered(text).in(Locale.ENGLISH)).isEqualTo("Why nothing, none, …?");
    }

    @Test
    void items_quote_as_well_and_are_quoted_without_their_own_quotes() {
        var quoting = new SingleChoice(
                QuestionId.next(),
                both("Which of them?"),
                NONE,
                true,
                List.of(new Item("own", both("Like {{q1|that}}")), item("b")),
                false);
        var why = new Text(QuestionId.next(), both("Why {{q2|so}}?"), NONE, true, false);
        var content = content(Entry.of("q1", WORDS), Entry.of("q2", quoting), Entry.of("q3", why));
        Map<QuestionId, Answer> answers =
                Map.of(WORDS.id(), new Text.Answer("a bus"), quoting.id(), new SingleChoice.Answer("own", ""));
        var quotes = new Quotes(content, answers);
        assertThat(quotes.in(quoting).items().getFirst().text().in(Locale.ENGLISH))
                .isEqualTo("Like a bus");
        assertThat(quotes.in(why.title()).in(Locale.ENGLISH)).isEqualTo("Why Like that?");
        assertThat(Quotes.unanswered(content)
                        .questions()
                        .get(1)
                        .items()
                        .getFirst()
                        .text())
                .isEqualTo(both("Like that"));
        assertThat(found(Entry.of("q1", WORDS), Entry.of("q2", quoting))).isEmpty();
        assertThat(found(Entry.of("q2", quoting), Entry.of("q1", WORDS))).containsExactly(SurveyError.QUOTE_FORWARD);
        assertThat(found(Entry.of("q2", quoting))).containsExactly(SurveyError.QUOTE_UNKNOWN);
        assertThat(ContentCheck.of(content.with(Paging.SECTION), List.of(Locale.ENGLISH)))
                .extracting(Finding::code)
                .containsExactly(Advice.QUOTE_ON_SAME_PAGE);
    }

    @Test
    void a_question_that_is_gone_leaves_its_code_to_nobody_as_long_as_it_is_quoted() {
        var quoting = new Text(QuestionId.next(), both("Why {{q3|so}}?"), NONE, true, false);
        assertThat(content(Entry.of("q1", ONE), Entry.of("q2", quoting)).freshCode())
                .isEqualTo("q4");
        assertThat(content(Entry.of("q1", ONE), Entry.of("q2", WORDS)).freshCode())
                .isEqualTo("q3");
    }

    @Test
    void braces_that_people_would_read_as_they_stand_are_named() {
        var mistyped = new Text(QuestionId.next(), both("Why {{Q1|so}}?"), NONE, true, false);
        assertThat(found(Entry.of("q1", WORDS), Entry.of("q2", mistyped))).containsExactly(Advice.QUOTE_UNREAD);
        var ends = new Scale(QuestionId.next(), both("How much?"), NONE, true, 1, 5, both("{{q1|low}}"), NONE);
        assertThat(found(Entry.of("q1", WORDS), Entry.of("q2", ends))).containsExactly(Advice.QUOTE_UNREAD);
        var called = content(Entry.of("q1", WORDS)).with(both("About {{q1|you}}"), both("Why"));
        assertThat(ContentCheck.of(called, List.of(Locale.ENGLISH)))
                .extracting(Finding::code)
                .containsExactly(Advice.QUOTE_UNREAD);
    }

    /** A program can send it; what grew with the square of the defects would take minutes. */
    @Test
    void twenty_thousand_defects_are_found_in_one_walk() {
        var items = Collections.nCopies(20_000, new Item("same", LocalizedText.en("Same")));
        var question = new SingleChoice(
                QuestionId.next(), LocalizedText.en("Which?"), LocalizedText.en(""), true, items, false);

        var found = assertTimeoutPreemptively(Duration.ofSeconds(10), () -> found(Entry.of("q1", question)));

        assertThat(found).contains(SurveyError.ITEMS_OUT_OF_RANGE, SurveyError.ITEM_KEY_INVALID);
    }

    private static void assertNeverAsked(Condition condition) {
        assertThat(found(last(condition))).as("%s", condition).containsExactly(SurveyError.NEVER_ASKED);
    }

    private static Entry[] last(Condition condition) {
        return new Entry[] {
            Entry.of("q1", ONE), Entry.of("q2", SCALE), Entry.of("q3", WORDS).with(condition)
        };
    }

    private static Condition if_(QuestionId question, Claim... claims) {
        return new Condition(
                Condition.Match.ALL,
                List.of(claims).stream()
                        .map(claim -> new Comparison(question, claim))
                        .toList());
    }

    private static Amount amount(Order order, int amount) {
        return new Amount(order, "", BigDecimal.valueOf(amount));
    }

    /** Where something is asked only if this can be said of a question. */
    private static List<ErrorCode> found(Question question, Claim... claims) {
        return found(Entry.of("q1", question), Entry.of("q2", WORDS).with(if_(question.id(), claims)));
    }

    private static List<ErrorCode> found(Entry... entries) {
        return ContentCheck.of(content(entries), List.of(Locale.ENGLISH, Locale.GERMAN)).stream()
                .map(Finding::code)
                .toList();
    }

    private static SurveyContent content(Entry... entries) {
        return new SurveyContent(both("Title"), both("Why"), List.of())
                .with(List.of(Section.blank(SectionId.ONLY).with(List.of(entries))));
    }

    private static Item item(String key) {
        return new Item(key, new LocalizedText(Map.of("en", "en " + key, "de", "de " + key)));
    }

    private static LocalizedText both(String text) {
        return new LocalizedText(Map.of("en", text, "de", text));
    }
}
