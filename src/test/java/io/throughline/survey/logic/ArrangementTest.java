package io.throughline.survey.logic;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.shared.LocalizedText;
import io.throughline.survey.Entry;
import io.throughline.survey.QuestionId;
import io.throughline.survey.Section;
import io.throughline.survey.SectionId;
import io.throughline.survey.question.Nps;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ArrangementTest {

    private static final LocalizedText TITLE = LocalizedText.en("T");
    private static final Entry A = entry("a");
    private static final Entry B = entry("b");
    private static final Entry C = entry("c");
    private static final Section FIRST = section(A, B);
    private static final Section SECOND = section(C);
    private static final List<Section> BOTH = List.of(FIRST, SECOND);

    @Test
    void a_question_steps_over_the_border_of_its_section() {
        assertThat(drawn(Arrangement.stepped(BOTH, B.id(), true))).isEqualTo("ba|c");
        assertThat(drawn(Arrangement.stepped(BOTH, B.id(), false))).isEqualTo("a|bc");
        assertThat(drawn(Arrangement.stepped(BOTH, C.id(), true))).isEqualTo("abc|");
        assertThat(drawn(Arrangement.stepped(BOTH, A.id(), true))).isEqualTo("ab|c");
        assertThat(drawn(Arrangement.stepped(BOTH, C.id(), false))).isEqualTo("ab|c");
    }

    @Test
    void a_section_that_is_removed_leaves_its_questions_to_its_neighbour() {
        assertThat(drawn(Arrangement.removed(BOTH, SECOND.id()))).isEqualTo("abc");
        assertThat(drawn(Arrangement.removed(BOTH, FIRST.id()))).isEqualTo("abc");
        assertThat(drawn(Arrangement.removed(List.of(FIRST), FIRST.id()))).isEqualTo("ab");
        assertThat(drawn(Arrangement.stepped(BOTH, FIRST.id(), false))).isEqualTo("c|ab");
    }

    @Test
    void what_was_removed_comes_back_to_where_it_stood_and_leaves_the_rest_as_it_is_by_now() {
        var without = Arrangement.removed(BOTH, A.id());
        assertThat(drawn(Arrangement.restored(without, BOTH, A.id()))).isEqualTo("ab|c");
        var moved = Arrangement.stepped(without, C.id(), true);
        assertThat(drawn(Arrangement.restored(moved, BOTH, A.id()))).isEqualTo("abc|");
        var homeless = Arrangement.removed(without, FIRST.id());
        assertThat(drawn(Arrangement.restored(homeless, BOTH, A.id()))).isEqualTo("abc");
        assertThat(drawn(Arrangement.restored(BOTH, BOTH, A.id())))
                .as("what is there comes back once only")
                .isEqualTo("ab|c");
    }

    @Test
    void a_section_that_comes_back_takes_along_those_of_its_questions_that_are_still_there() {
        var joined = Arrangement.removed(BOTH, FIRST.id());
        assertThat(Arrangement.restored(joined, BOTH, FIRST.id())).isEqualTo(BOTH);
        assertThat(Arrangement.restored(Arrangement.removed(BOTH, SECOND.id()), BOTH, SECOND.id()))
                .isEqualTo(BOTH);
        var without = Arrangement.removed(joined, B.id());
        assertThat(drawn(Arrangement.restored(without, BOTH, FIRST.id()))).isEqualTo("a|c");
        assertThat(drawn(Arrangement.restored(BOTH, BOTH, FIRST.id()))).isEqualTo("ab|c");
    }

    @Test
    void what_is_dropped_stands_under_the_heading_above_it() {
        // Rows: 0 first, 1 a, 2 b, 3 second, 4 c.
        assertThat(drawn(Arrangement.dropped(BOTH, 4, 1))).isEqualTo("cab|");
        assertThat(drawn(Arrangement.dropped(BOTH, 1, 3))).isEqualTo("b|ac");
        assertThat(drawn(Arrangement.dropped(BOTH, 1, 0)))
                .as("above the first heading is at its top")
                .isEqualTo("ab|c");
        assertThat(drawn(Arrangement.dropped(BOTH, 3, 0))).isEqualTo("c|ab");
        assertThat(drawn(Arrangement.dropped(BOTH, 9, 0))).isEqualTo("ab|c");
    }

    @Test
    void no_question_is_lost_or_doubled_by_any_move() {
        var random = new Random(7);
        var sections = List.of(FIRST, SECOND, section());
        for (int step = 0; step < 2_000; step++) {
            var entries =
                    sections.stream().flatMap(one -> one.entries().stream()).toList();
            var entry = entries.get(random.nextInt(entries.size()));
            var section = sections.get(random.nextInt(sections.size()));
            sections = switch (random.nextInt(4)) {
                case 0 -> Arrangement.stepped(sections, entry.id(), random.nextBoolean());
                case 1 -> Arrangement.moved(sections, entry.id(), section.id(), random.nextInt(5));
                case 2 -> Arrangement.stepped(sections, section.id(), random.nextBoolean());
                default -> Arrangement.dropped(sections, random.nextInt(8), random.nextInt(8));
            };
            assertThat(sections.stream().flatMap(one -> one.entries().stream()))
                    .as("seed 7, step %d", step)
                    .containsExactlyInAnyOrder(A, B, C);
        }
    }

    private static String drawn(List<Section> sections) {
        return sections.stream()
                .map(section -> section.entries().stream().map(Entry::code).collect(Collectors.joining()))
                .collect(Collectors.joining("|"));
    }

    private static Section section(Entry... entries) {
        return Section.blank(SectionId.next()).with(Stream.of(entries).toList());
    }

    private static Entry entry(String code) {
        return Entry.of(code, new Nps(QuestionId.next(), TITLE, TITLE, true));
    }
}
