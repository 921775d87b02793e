package io.throughline.survey.results;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.survey.design.SurveyJson;
import io.throughline.survey.question.Answer;
import io.throughline.survey.question.BestWorst;
import io.throughline.survey.question.DateQuestion;
import io.throughline.survey.question.Question;
import io.throughline.survey.question.stats.Detail;
import io.throughline.survey.question.stats.Respondent;
import io.throughline.survey.question.stats.Settings;
import io.throughline.survey.question.stats.Tally;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KeptResultsTest {

    private static final long SEED = 20261128;

    @ParameterizedTest
    @MethodSource("io.throughline.survey.question.TallyTest#types")
    void figures_of_every_type_are_read_back_as_they_were_written(Question question, Function<Random, Answer> answer) {
        for (int people : new int[] {0, 1, 40}) {
            for (var detail : Detail.values()) {
                var result = question.result(given(question, answer, people).telling(detail));
                assertThat(SurveyJson.result(SurveyJson.write(result), KeptResults.type(question)))
                        .as("%d people, %s", people, detail)
                        .isEqualTo(result);
            }
        }
    }

    @Test
    void what_was_kept_before_a_figure_was_told_is_read_back_without_it() {
        var days = SurveyJson.result("""
                {"size":{"people":9,"organisations":3,"tooFewToRank":true},
                 "first":"2027-03-01","median":"2027-03-16","last":"2027-03-31","months":[]}""", DateQuestion.Result.class);
        assertThat(days.organisations()).isEmpty();
        assertThat(days.disagreement()).isNull();

        var picks = SurveyJson.result("""
                {"size":{"people":9,"organisations":3,"tooFewToRank":true},
                 "items":[{"key":"a","shown":9,"best":3,"worst":0,"root":null,"logit":{"b":0.69,"error":0.5},"edge":false,
                           "organisations":[],"disagreement":null}]}""", BestWorst.Result.class);
        assertThat(picks.items().getFirst().roots()).isEmpty();
        assertThat(picks.items().getFirst().logits()).isEmpty();
    }

    private static Tally given(Question question, Function<Random, Answer> answer, int people) {
        var random = new Random(SEED);
        var tally = new Tally(question.layout(), Settings.STANDARD);
        for (int one = 0; one < people; one++) {
            var by = new Respondent(new UUID(1, one), new UUID(2, one % 3), 1 + one % 3);
            question.measured(answer.apply(random)).ifPresent(measured -> tally.add(by, measured));
        }
        return tally;
    }
}
