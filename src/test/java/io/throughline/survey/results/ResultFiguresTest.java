package io.throughline.survey.results;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.survey.intake.EveryType;
import io.throughline.survey.question.stats.Settings;
import io.throughline.survey.question.stats.Weighting;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResultFiguresTest {

    @Test
    void what_nobody_answered_has_figures_too_and_none_of_them_is_defined() {
        for (var question : EveryType.content(4).questions()) {
            var nobody = ResultFigures.of(question.score(List.of(), Settings.STANDARD));

            assertThat(nobody).as(question.method().name()).allSatisfy(figure -> {
                switch (figure) {
                    case Figure.Estimated one ->
                        assertThat(List.of(Weighting.values()))
                                .allSatisfy(weighting ->
                                        assertThat(one.values().by(weighting)).isNull());
                    case Figure.Weighed one -> assertThat(one.values()).isEmpty();
                    case Figure.Counted one -> assertThat(one.value()).isIn(0, false, ResultFigures.UNDEFINED);
                }
            });
        }
    }
}
