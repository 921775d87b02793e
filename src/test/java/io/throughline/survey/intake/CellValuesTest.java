package io.throughline.survey.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.shared.DomainException;
import io.throughline.survey.SurveyError;
import java.io.IOException;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.List;
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
    @ValueSource(
            strings = {
                "2027-02-03",
                "3.2.2027",
                "03.02.2027",
                "2027-02-03 00:00:00",
                "2027-02-03T00:00:00.000Z",
                "03.02.2027 00:00"
            })
    void a_day_is_written_as_the_standard_says_or_with_points_or_as_its_beginning(String text) throws IOException {
        assertThat(cell(text).day("it")).isEqualTo(LocalDate.of(2027, 2, 3));
    }

    /** Whether the day or the month comes first is not guessed, nor which year is meant, nor a day that there isn't. */
    @ParameterizedTest
    @ValueSource(strings = {"3/2/2027", "2/28/2027", "3.2.27", "31.2.2027", "3. Februar 2027", "2027-02-03 23:30:00"})
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

    /** As programs write whole numbers of a column in which some cells are empty. */
    @Test
    void a_whole_number_may_have_decimals_that_say_nothing() throws IOException {
        assertThat(cell("4.0").whole("it", 1, 5)).isEqualTo(4);
        assertThat(cell("\"4,00\"").whole("it", 1, 5)).isEqualTo(4);
        assertThat(cell("1.0").isMarked("it")).isTrue();
        assertThat(cell("0.0").isMarked("it")).isFalse();
        for (var other : List.of("4.5", "4.", "1.000")) {
            var cell = cell(other);
            assertThatThrownBy(() -> cell.whole("it", 1, 5))
                    .isInstanceOfSatisfying(
                            DomainException.class,
                            refusal -> assertThat(refusal.code()).isEqualTo(SurveyError.IMPORT_NOT_A_NUMBER));
        }
    }
}
