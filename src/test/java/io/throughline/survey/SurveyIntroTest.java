package io.throughline.survey;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.shared.LocalizedText;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class SurveyIntroTest {

    @Test
    void a_preview_has_the_languages_the_survey_is_written_in() {
        var content = new SurveyContent(LocalizedText.en("Streets"), LocalizedText.en("Why"), List.of())
                .writtenIn(List.of("fr", "en"));
        assertThat(SurveyIntro.preview(content, "Robin").languages()).containsExactly(Locale.FRENCH, Locale.ENGLISH);
    }
}
