package io.throughline.survey.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.survey.SurveyFixtures;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What statistics programs are told about the table of responses. */
class CodebookTest {

    private final List<ExportColumn> columns = ResponseRows.columns(SurveyFixtures.content(), Locale.ENGLISH);

    private String syntax(int width, boolean weighed) {
        var widths = new int[columns.size()];
        Arrays.fill(widths, width);
        return Codebook.syntax(columns, "responses.csv", widths, weighed);
    }

    /** 4,000 characters may be 12,000 bytes: SPSS would cut off two thirds without a word. */
    @Test
    void texts_are_as_wide_as_the_longest_in_bytes() {
        assertThat(syntax(12_000, true)).contains("    q3 A12000\n", "    response A12000\n");
        assertThat(syntax(0, true)).as("the narrowest there is").contains("    q3 A1\n");
        assertThat(syntax(90_000, true)).as("the widest there is").contains("    q3 A32767\n");
    }

    /** It would count as the worst of all ratings. */
    @Test
    void not_knowing_is_a_missing_value() {
        assertThat(syntax(1, true))
                .contains("MISSING VALUES q2_1_satisfaction (0).\n", "VALUE LABELS q2_1_satisfaction\n  0 'DONT_KNOW'.")
                .doesNotContain("MISSING VALUES q1_1 ", "MISSING VALUES q2_1 ");
        assertThat(Codebook.lines(columns))
                .contains(Arrays.asList(
                        "q2_1_satisfaction",
                        columns.stream()
                                .filter(column -> column.name().equals("q2_1_satisfaction"))
                                .findFirst()
                                .orElseThrow()
                                .label(),
                        "number",
                        0,
                        "DONT_KNOW"));
    }

    /** Whoever may not know who answered gets no weights; by an empty one every case would count for nothing. */
    @Test
    void responses_without_weights_are_not_weighted() {
        assertThat(syntax(1, true)).contains("WEIGHT BY weight_person.\nEXECUTE.\n");
        assertThat(syntax(1, false)).doesNotContain("WEIGHT BY").endsWith("EXECUTE.\n");
    }
}
