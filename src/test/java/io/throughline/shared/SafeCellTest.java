package io.throughline.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SafeCellTest {

    @Test
    void what_a_spreadsheet_would_compute_is_text() {
        for (var start : "=+-@\t\r\uFF1D\uFF0B\uFF0D\uFF20".split("")) {
            assertThat(SafeCell.of(start + "1+1")).isEqualTo("'" + start + "1+1");
        }
        assertThat(SafeCell.of("plain, 1+1")).isEqualTo("plain, 1+1");
        assertThat(SafeCell.of(null)).isEmpty();
    }

    /** As where a program knows no quotes, and takes each line for a row. */
    @Test
    void so_is_each_of_its_lines() {
        assertThat(SafeCell.of("- one\n\r\n=2\r'@3")).isEqualTo("'- one\n\r\n'=2\r''@3");
    }

    @Test
    void it_is_read_back_as_it_was() {
        for (var text : new String[] {"=1+1", "'=1+1", "''=1", "'tis dark", "plain", "", "\n=2", "a\r\n'@b\r\n"}) {
            assertThat(SafeCell.meant(SafeCell.of(text))).isEqualTo(text);
        }
        assertThat(SafeCell.of("'=1+1")).as("apart from one that was made safe").isEqualTo("''=1+1");
    }
}
