package io.throughline.survey.results;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.shared.i18n.Texts;
import io.throughline.survey.SurveyContent;
import io.throughline.survey.intake.EveryType;
import io.throughline.survey.question.Given;
import io.throughline.survey.question.Question;
import io.throughline.survey.question.stats.Respondent;
import io.throughline.survey.question.stats.Settings;
import io.throughline.survey.question.stats.Weighting;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ResultFiguresTest {

    private static final long SEED = 20261201;
    private static final SurveyContent CONTENT = EveryType.content(4);

    @Test
    void what_nobody_answered_has_figures_too_and_none_of_them_is_defined() {
        for (var question : CONTENT.questions()) {
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

    @Test
    void every_figure_has_words() {
        var texts = new Texts();
        for (var question : CONTENT.questions()) {
            assertThat(ResultFigures.of(question.score(given(question), Settings.STANDARD)))
                    .as(question.method().name())
                    .isNotEmpty()
                    .allSatisfy(figure -> assertThat(texts.has("figure." + figure.name()))
                            .as(figure.name())
                            .isTrue());
        }
    }

    /** Of thirty people in three organisations. */
    private static List<Given> given(Question question) {
        var drawn = new EveryType(SEED);
        var given = new ArrayList<Given>();
        for (int person = 0; person < 30; person++) {
            var answer = drawn.answers(CONTENT).get(question.id());
            if (answer != null) {
                given.add(new Given(new Respondent(new UUID(0, person), new UUID(1, person % 3), 1), answer));
            }
        }
        return given;
    }
}
