package io.throughline.survey.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.shared.DomainException;
import io.throughline.survey.SurveyError;
import java.io.IOException;
import java.io.StringReader;
import java.time.LocalDate;
import org.apache.commons.csv.CSVFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CellValuesTest {

    private static CellValues cell(String text) throws IOException {
        try (var parser = CSVFormat.RFC4180.builder().setHeader("it").get().parse(new StringReader(text))) {
            return new CellValues(new Cells(parser.getRecords().getFirst(), false));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2027-02-03", "3.2.2027", "03.02.2027"})
    void a_day_is_written_as_the_standard_says_or_with_points(String text) throws IOException {
        assertThat(cell(text).day("it")).isEqualTo(LocalDate.of(2027, 2, 3));
    }

    /** Whether the day or the month comes first is not guessed, nor which year is meant, nor a day that there isn't. */
    @ParameterizedTest
    @ValueSource(strings = {"3/2/2027", "2/28/2027", "3.2.27", "31.2.2027", "3. Februar 2027"})
    void what_may_be_another_day_is_refused(String text) throws IOException {
        var cell = cell(text);
        assertThatThrownBy(() -> cell.day("it"))
                .isInstanceOfSatisfying(
                        DomainException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(SurveyError.IMPORT_NOT_A_DATE));
    }

    @Test
    void a_number_may_have_a_comma() throws IOException {
        assertThat(cell("\"2,5\"").decimal("it")).isEqualByComparingTo("2.5");
    }
}
