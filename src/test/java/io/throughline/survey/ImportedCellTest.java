package io.throughline.survey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ImportedCellTest {

    @Test
    void what_is_short_is_told_as_it_stands_but_on_one_line() {
        assertThat(new ImportedCell("Q3 –\r\nprice", " a\tb\u0000\u202Ec "))
                .isEqualTo(new ImportedCell("Q3 – price", "a b c"));
    }

    @Test
    void what_is_long_is_cut_and_says_so_and_no_sign_is_cut_in_two() {
        var cell = new ImportedCell("x".repeat(61), "\uD83D\uDE00".repeat(100_000));

        assertThat(cell.column()).isEqualTo("x".repeat(59) + "…");
        assertThat(cell.value()).isEqualTo("\uD83D\uDE00".repeat(59) + "…");
        assertThat(new ImportedCell("x".repeat(60), "").column()).isEqualTo("x".repeat(60));
    }

    @Test
    void blanks_beyond_what_is_looked_at_are_cut_too() {
        assertThat(new ImportedCell("a", "b" + " ".repeat(1_000) + "c").value()).isEqualTo("b…");
    }
}
