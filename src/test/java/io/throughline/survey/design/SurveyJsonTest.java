package io.throughline.survey.design;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.shared.LocalizedText;
import io.throughline.survey.Entry;
import io.throughline.survey.Paging;
import io.throughline.survey.Section;
import io.throughline.survey.SectionId;
import io.throughline.survey.SurveyContent;
import io.throughline.survey.SurveyFixtures;
import io.throughline.survey.logic.Claim.Amount;
import io.throughline.survey.logic.Claim.Answered;
import io.throughline.survey.logic.Claim.Chosen;
import io.throughline.survey.logic.Claim.Day;
import io.throughline.survey.logic.Claim.Order;
import io.throughline.survey.logic.Comparison;
import io.throughline.survey.logic.Condition;
import io.throughline.survey.question.ItemOrder;
import io.throughline.survey.question.Points;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SurveyJsonTest {

    /** As versions were stored before surveys had sections. */
    private static final String SCHEMA_1 = """
            {"title":{"de":"Strassen","en":"Streets"},"why":{"en":"To plan."},"questions":[
             {"type":"points","id":"019aa000-0000-7000-8000-000000000001","title":{"en":"Spread"},"help":{},
              "required":true,"items":[{"key":"a","text":{"en":"A"}},{"key":"b","text":{"en":"B"}}]},
             {"type":"own-words","id":"019aa000-0000-7000-8000-000000000002","title":{"en":"Else?"},"help":{},
              "required":false}]}""";

    @Test
    void what_was_stored_before_there_were_sections_reads_as_one() {
        var content = SurveyJson.content(SCHEMA_1);

        assertThat(content.schema()).isEqualTo(SurveyContent.SCHEMA);
        assertThat(content.title().in(Locale.GERMAN)).isEqualTo("Strassen");
        assertThat(content.sections()).hasSize(1);
        assertThat(content.entries()).extracting(Entry::code).containsExactly("q1", "q2");
        assertThat(content.questions().getFirst()).isInstanceOf(Points.class);
        assertThat(content.isConditional()).isFalse();
        assertThat(content.paging()).isEqualTo(Paging.QUESTION);
        assertThat(content.locales()).containsExactly(Locale.ENGLISH, Locale.GERMAN);
        assertThat(SurveyJson.content(SurveyJson.write(content))).isEqualTo(content);
    }

    @Test
    void sections_conditions_and_places_survive_their_stored_form() {
        var asked = SurveyFixtures.POINTS.id();
        var condition = Condition.any(
                new Comparison(asked, new Answered(false)),
                new Comparison(asked, new Chosen("roads", true)),
                new Comparison(asked, new Amount(Order.AT_LEAST, "roads", new BigDecimal("50"))),
                new Comparison(asked, new Day(Order.OTHER, LocalDate.of(2027, 2, 1))));
        var content = SurveyFixtures.content()
                .with(List.of(
                        Section.blank(SectionId.ONLY).with(List.of(Entry.of("q1", SurveyFixtures.POINTS))),
                        new Section(
                                SectionId.next(),
                                LocalizedText.en("Second"),
                                LocalizedText.en("Help"),
                                condition,
                                List.of(Entry.of("q7", SurveyFixtures.CHOICE)
                                        .with(condition)
                                        .with(true)))))
                .with(Paging.SECTION)
                .writtenIn(List.of("fr", "en"));

        assertThat(SurveyJson.content(SurveyJson.write(content))).isEqualTo(content);
        assertThat(SurveyJson.write(content)).doesNotContain("always", "headed", "conditional", "minutes");
    }

    @Test
    void a_random_order_is_the_same_on_every_visit_and_differs_between_people() {
        var entry = Entry.of("q1", SurveyFixtures.CHOICE).with(true);
        var one = new UUID(1, 2);
        assertThat(entry.shownTo(one)).isEqualTo(entry.shownTo(one));
        assertThat(entry.shownTo(one).items()).containsExactlyInAnyOrderElementsOf(SurveyFixtures.CHOICE.items());
        assertThat(IntStream.range(0, 100)
                        .mapToObj(person -> entry.shownTo(new UUID(3, person)).items())
                        .distinct())
                .as("all six orders of three items occur")
                .hasSize(6);
        assertThat(entry.with(false).shownTo(one)).isEqualTo(SurveyFixtures.CHOICE);
        assertThat(ItemOrder.of(SurveyFixtures.WORDS, one)).isEqualTo(SurveyFixtures.WORDS);
    }
}
