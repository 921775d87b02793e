package io.throughline.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.api.ChangesApi.QuestionChangesJson;
import io.throughline.survey.SurveyFixtures;
import io.throughline.survey.Waves;
import io.throughline.survey.question.stats.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ChangesApiTest {

    private static final Size MANY = new Size(90, 5, false);

    private static String written(Waves.Asked asked, @Nullable Size before, @Nullable Size after) {
        var change = new Waves.QuestionChange(SurveyFixtures.POINTS, asked, before, after, List.of());
        return new ApiJson().write(QuestionChangesJson.of(change));
    }

    @Test
    void a_program_can_tell_a_question_too_few_answered_from_one_nobody_did() {
        assertThat(written(Waves.Asked.SAME, MANY, null))
                .contains("\"after\":null", "\"afterWithheld\":true", "\"beforeWithheld\":false", "\"tooFew\":true");
        assertThat(written(Waves.Asked.SAME, MANY, new Size(0, 0, true)))
                .contains("\"people\":0", "\"afterWithheld\":false");
    }

    @Test
    void what_was_not_asked_was_not_withheld() {
        assertThat(written(Waves.Asked.NOT_ASKED, null, MANY))
                .contains("\"before\":null", "\"beforeWithheld\":false", "\"tooFew\":false");
    }
}
