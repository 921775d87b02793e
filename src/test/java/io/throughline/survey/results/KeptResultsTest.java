package io.throughline.survey.results;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.survey.design.SurveyJson;
import io.throughline.survey.question.Answer;
import io.throughline.survey.question.Question;
import io.throughline.survey.question.stats.Detail;
import io.throughline.survey.question.stats.Respondent;
import io.throughline.survey.question.stats.Settings;
import io.throughline.survey.question.stats.Tally;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
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
