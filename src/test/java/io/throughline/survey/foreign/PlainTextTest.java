package io.throughline.survey.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "&Eacute;t&eacute; &agrave; 3&nbsp;&euro;, &laquo;oui&raquo; | Été à 3 €, «oui»",
                "&#39;a&#x27; &apos;b&apos; &unknown; AT&T | 'a' 'b' &unknown; AT&T",
                "<table><tr><th>Way</th><th>Use</th></tr></table> | Way Use",
                "<!-- a > b -->Why?<!--[if gte mso 9]><xml><w:View>Normal</w:View></xml><![endif]--> | Why?",
                "<!-- never ended > is a tag | is a tag",
                "See <a href=\"https://x.example/a?b=1&amp;c=2\">the page</a>. | See the page (https://x.example/a?b=1&c=2).",
                "<a href='https://x.example'>https://x.example</a> | https://x.example",
                "<a href='mailto:me@x.example'>Write</a> | Write (me@x.example)",
                "<a href='#top'>Up</a> <a name='x'>here</a> | Up here"
            })
    void markup_is_read_as_people_see_it(String markup, String text) {
        assertThat(PlainText.of(markup).text()).isEqualTo(text);
    }

    @Test
    void what_stands_in_a_block_of_its_own_stands_on_a_line_of_its_own() {
        assertThat(PlainText.of("<h2>Title</h2>Why<hr>so<blockquote>late</blockquote>?")
                        .text())
                .isEqualTo("Title\nWhy\nso\nlate\n?");
    }

    @Test
    void what_no_text_can_be_kept_with_is_dropped_however_it_is_written() {
        assertThat(PlainText.of("a\uD800b\u0000c\u0007&#xDC00;d&#x9d; \uD83D\uDE00")
                        .text())
                .isEqualTo("abcd \uD83D\uDE00");
    }

    /** The time allowed is ten times what is aimed at; what grew with the square of the length would take minutes. */
    @Test
    void remarks_and_links_that_never_end_take_no_longer_than_their_length() {
        for (var beginning : new String[] {"<!--", "<a href='https://x'>", "&#", "href="}) {
            assertTimeoutPreemptively(Duration.ofSeconds(20), () -> PlainText.of(beginning.repeat(200_000)));
        }
    }
}
