package io.throughline.survey.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.shared.DomainException;
import io.throughline.survey.SurveyError;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ForeignTest {

    private static final String LIME =
            "<document><LimeSurveyDocType>Survey</LimeSurveyDocType><surveys_languagesettings>"
                    + "<rows><row><surveyls_title>Wärme</surveyls_title></row></rows></surveys_languagesettings></document>";
    private static final String JS = "{\"title\": \"Wärme\", \"pages\": []}";

    @Test
    void files_are_told_apart_by_what_they_hold_however_they_are_encoded() {
        for (var text : List.of(LIME, JS)) {
            for (var encoding : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16BE, StandardCharsets.UTF_16LE)) {
                for (var before : List.of("", "\n ")) {
                    assertThat(title("\uFEFF" + before + text, encoding))
                            .as(encoding + " " + text)
                            .isEqualTo("Wärme");
                }
            }
            // Only UTF-16 has to say of itself what it is.
            assertThat(title("\n " + text, StandardCharsets.UTF_8)).as(text).isEqualTo("Wärme");
        }
    }

    @Test
    void a_survey_of_a_program_may_begin_with_remarks() {
        for (var remark : List.of("// by {hand}, <b>\n", "/* by\n{hand} */", "\n // one\r\n\t/* two **/ //three\r")) {
            for (var encoding : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16BE, StandardCharsets.UTF_16LE)) {
                assertThat(title("\uFEFF" + remark + JS, encoding))
                        .as(encoding + " " + remark)
                        .isEqualTo("Wärme");
            }
            assertThat(title(remark + JS, StandardCharsets.UTF_8)).as(remark).isEqualTo("Wärme");
        }
    }

    private static String title(String text, Charset encoding) {
        return Foreign.of(text.getBytes(encoding)).content().title().in(Locale.ENGLISH);
    }

    @Test
    void letters_in_another_encoding_than_the_file_says_are_told_as_such() {
        for (var text : List.of(LIME, "{\"title\":\n \"Wärme\", \"pages\": []}")) {
            assertThatThrownBy(() -> Foreign.of(text.getBytes(StandardCharsets.ISO_8859_1)))
                    .as(text)
                    .isInstanceOfSatisfying(
                            DomainException.class,
                            refusal -> assertThat(refusal.code()).isEqualTo(SurveyError.FOREIGN_OTHER_ENCODING));
        }
        assertThatThrownBy(() -> Foreign.of("\uFEFF{\"title\": \"Wärme\"".getBytes(StandardCharsets.UTF_16LE)))
                .isInstanceOfSatisfying(
                        DomainException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(SurveyError.FOREIGN_NOT_READABLE));
    }

    @Test
    void what_is_neither_is_refused() {
        for (var other : List.of("", "PK\u0003\u0004", "[1]", "/", "// only\n", "/* never ended {", "a;b\n1;2")) {
            assertThatThrownBy(() -> Foreign.of(other.getBytes(StandardCharsets.UTF_8)))
                    .isInstanceOfSatisfying(
                            DomainException.class,
                            refusal -> assertThat(refusal.code()).isEqualTo(SurveyError.FOREIGN_NO_SURVEY));
        }
    }
}
