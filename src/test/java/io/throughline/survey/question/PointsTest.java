package io.throughline.survey.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.throughline.shared.LocalizedText;
import io.throughline.survey.QuestionId;
import io.throughline.survey.SurveyError;
import io.throughline.survey.question.stats.Respondent;
import io.throughline.survey.question.stats.Settings;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PointsTest {

    private final Points question = new Points(
            QuestionId.next(),
            LocalizedText.en("Budget"),
            LocalizedText.en(""),
            true,
            List.of(item("a"), item("b"), item("c")));

    @Test
    void sharesAsPublished() {
        var result = question.score(List.of(given(60, 40, 0), given(0, 50, 50), given(30, 30, 40)), Settings.STANDARD);

        assertThat(result.items())
                .extracting(item -> item.share().perPerson().value())
                .usingComparatorForType((x, y) -> Math.abs(x - y) < 1e-12 ? 0 : Double.compare(x, y), Double.class)
                .containsExactly(.30, .40, .30);
        assertThat(result.size().tooFewToRank()).isTrue();
    }

    @Test
    void anEqualMeanThatHidesOppositesShowsInTheSpread() {
        var agreeing = question.score(List.of(given(50, 50, 0), given(50, 50, 0)), Settings.STANDARD);
        var opposed = question.score(List.of(given(100, 0, 0), given(0, 100, 0)), Settings.STANDARD);

        assertThat(opposed.items().get(0).share().perPerson().value())
                .isEqualTo(agreeing.items().get(0).share().perPerson().value());
        assertThat(opposed.items().get(0).spread().min()).isZero();
        assertThat(opposed.items().get(0).spread().max()).isEqualTo(100);
        assertThat(agreeing.items().get(0).spread().min()).isEqualTo(50);
    }

    @Test
    void theIntervalOfAMeanIsStudentsAndStaysOnTheScale() {
        var share = question.score(List.of(given(60, 40, 0), given(0, 50, 50), given(30, 30, 40)), Settings.STANDARD)
                .items()
                .get(1)
                .share()
                .perPerson();
        // .4 ± 4.302653 · .1/√3
        assertThat(share.low()).isCloseTo(.4 - 4.302653 * .1 / Math.sqrt(3), within(1e-6));
        assertThat(share.high()).isCloseTo(.4 + 4.302653 * .1 / Math.sqrt(3), within(1e-6));

        var first = question.score(List.of(given(60, 40, 0), given(0, 50, 50), given(30, 30, 40)), Settings.STANDARD)
                .items()
                .get(0)
                .share()
                .perPerson();
        assertThat(first.low()).isZero();
    }

    @Test
    void ninetyNinePointsAreSavedButNotSubmitted() {
        var answer = new Points.Answer(Map.of("a", 60, "b", 39));

        assertThat(question.accept(answer)).isEmpty();
        assertThat(question.validate(answer))
                .extracting(Problem::code, Problem::arguments)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(SurveyError.POINTS_SUM, List.of(100, 99)));
        assertThat(question.validate(new Points.Answer(Map.of("a", 60, "b", 40))))
                .isEmpty();
        assertThat(question.accept(new Points.Answer(Map.of("a", -1))))
                .extracting(Problem::code)
                .containsExactly(SurveyError.POINTS_OUT_OF_RANGE);
    }

    private static Item item(String key) {
        return new Item(key, LocalizedText.en(key));
    }

    private static Given given(int a, int b, int c) {
        return new Given(
                new Respondent(UUID.randomUUID(), UUID.randomUUID(), 1),
                new Points.Answer(Map.of("a", a, "b", b, "c", c)));
    }
}
