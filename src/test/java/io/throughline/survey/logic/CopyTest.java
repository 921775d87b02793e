package io.throughline.survey.logic;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.shared.LocalizedText;
import io.throughline.survey.Confidentiality;
import io.throughline.survey.Counting;
import io.throughline.survey.Entry;
import io.throughline.survey.Paging;
import io.throughline.survey.QuestionId;
import io.throughline.survey.Section;
import io.throughline.survey.SectionId;
import io.throughline.survey.SurveyContent;
import io.throughline.survey.question.BestWorst;
import io.throughline.survey.question.Item;
import io.throughline.survey.question.SingleChoice;
import io.throughline.survey.question.Text;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CopyTest {

    private static final LocalizedText BLANK = text("");
    private static final SingleChoice FIRST =
            new SingleChoice(QuestionId.next(), text("Which?"), BLANK, true, List.of(item("a"), item("b")), false);
    private static final BestWorst SETS = new BestWorst(
                    QuestionId.next(),
                    text("What matters?"),
                    BLANK,
                    true,
                    4,
                    3,
                    IntStream.range(0, 8).mapToObj(one -> item("i" + one)).toList(),
                    List.of())
            .designed();
    private static final Text LAST = new Text(QuestionId.next(), text("Why {{q1|it}}?"), BLANK, false, true);

    private static LocalizedText text(String words) {
        return new LocalizedText(Map.of("en", words, "de", words));
    }

    private static Item item(String key) {
        return new Item(key, text("Item " + key));
    }

    private static Condition a() {
        return Condition.all(new Comparison(FIRST.id(), new Claim.Chosen("a", true)));
    }

    private static SurveyContent original() {
        return new SurveyContent(
                SurveyContent.SCHEMA,
                text("Title"),
                text("Why"),
                List.of(
                        Section.blank(SectionId.next()).with(List.of(Entry.of("q1", FIRST))),
                        Section.blank(SectionId.next())
                                .with(text("Second"), text("help"))
                                .with(a())
                                .with(List.of(
                                        Entry.of("q2", SETS).with(true),
                                        Entry.of("q3", LAST).with(a())))),
                Paging.SECTION,
                List.of("en", "de"),
                Confidentiality.CONFIDENTIAL,
                SurveyContent.USUAL_GROUP,
                Counting.IN_STEPS);
    }

    @Test
    void asks_the_same_under_ids_of_its_own() {
        var original = original();

        var copy = Copy.of(original);

        assertThat(copy.entries())
                .extracting(Entry::id)
                .doesNotContainAnyElementsOf(
                        original.entries().stream().map(Entry::id).toList());
        assertThat(copy.sections())
                .extracting(Section::id)
                .doesNotContainAnyElementsOf(
                        original.sections().stream().map(Section::id).toList());
        assertThat(copy.questions())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("id")
                .isEqualTo(original.questions());
        assertThat(copy.paging()).isEqualTo(Paging.SECTION);
        assertThat(copy.confidentiality()).isEqualTo(Confidentiality.CONFIDENTIAL);
        assertThat(copy.languages()).containsExactly("en", "de");
        assertThat(copy.entries())
                .extracting(Entry::code, Entry::shuffled)
                .containsExactlyElementsOf(original.entries().stream()
                        .map(one -> org.assertj.core.groups.Tuple.tuple(one.code(), one.shuffled()))
                        .toList());
    }

    @Test
    void conditions_look_at_the_copied_questions() {
        var copy = Copy.of(original());

        var first = copy.entries().getFirst().id();
        assertThat(copy.sections().getLast().shownIf())
                .isEqualTo(Condition.all(new Comparison(first, new Claim.Chosen("a", true))));
        assertThat(copy.entries().getLast().shownIf().about()).containsExactly(first);
        assertThat(ContentCheck.of(copy, copy.locales())).noneMatch(Finding::error);
    }

    @Test
    void what_looks_at_a_question_that_is_gone_still_says_so() {
        var gone = QuestionId.next();
        var broken = original()
                .edited(LAST.id(), entry -> entry.with(Condition.all(new Comparison(gone, new Claim.Answered(true)))));

        assertThat(Copy.of(broken).entries().getLast().shownIf().about()).containsExactly(gone);
    }
}
