package io.throughline.survey.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ResponseArchiveTest {

    @Test
    void lines_are_parted_by_the_signs_that_break_lines_and_no_others() {
        var breaks = Pattern.compile("\\R").asMatchPredicate();
        assertThat(IntStream.rangeClosed(0, Character.MAX_VALUE).filter(ResponseArchive::parts))
                .containsExactlyElementsOf(IntStream.rangeClosed(0, Character.MAX_VALUE)
                        .filter(sign -> breaks.test(Character.toString(sign)))
                        .boxed()
                        .toList());
    }
}
