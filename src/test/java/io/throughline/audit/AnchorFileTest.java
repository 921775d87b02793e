package io.throughline.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.audit.chain.Anchor;
import io.throughline.audit.chain.Link;
import io.throughline.audit.chain.TrailKey;
import io.throughline.shared.Hashes;
import io.throughline.shared.Ids;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnchorFileTest {

    private static final TrailKey KEY = TrailKey.generate();

    @TempDir
    Path home;

    private Path path;
    private AnchorFile file;
    private final List<Anchor> anchors = new ArrayList<>();
    private Link last;

    @BeforeEach
    void threeAnchors() {
        path = home.resolve("deeper").resolve("anchors");
        file = new AnchorFile(path);
        anchor(2);
        // Longer than what is read from the end at once.
        anchor(1_500);
        anchor(1);
    }

    @Test
    void only_what_is_missing_is_appended() {
        assertThat(file.end()).isZero();
        assertThat(file.lines()).isEmpty();
        file.complete(after -> lines(after).subList(0, 2));
        assertThat(file.end()).isEqualTo(1_502);
        file.complete(this::lines);
        file.complete(this::lines);
        assertThat(file.end()).isEqualTo(1_503);
        assertThat(file.lines()).isEqualTo(lines(0));
    }

    @Test
    void a_line_cut_while_it_was_written_is_none_and_written_anew() throws Exception {
        file.complete(after -> lines(after).subList(0, 1));
        var second = lines(0).get(1);
        for (var cut : List.of(second.substring(0, 100_000), second.substring(0, 1), second)) {
            Files.writeString(path, cut, StandardOpenOption.APPEND);
            assertThat(file.end()).isEqualTo(2);
            assertThat(file.lines()).hasSize(1);
            file.complete(after -> List.of());
            assertThat(Files.readString(path)).isEqualTo(lines(0).getFirst() + "\n");
        }
        Files.writeString(path, second.substring(0, 100_000), StandardOpenOption.APPEND);
        file.complete(this::lines);
        assertThat(file.lines()).isEqualTo(lines(0));
    }

    @Test
    void nothing_is_written_behind_a_line_that_is_no_anchor() throws Exception {
        file.complete(this::lines);
        Files.writeString(path, "something else\n", StandardOpenOption.APPEND);
        assertThatThrownBy(file::end).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> file.complete(this::lines)).hasMessageContaining("damaged");
    }

    private void anchor(int size) {
        var batch = new ArrayList<Link>();
        for (int i = 0; i < size; i++) {
            var id = Ids.next();
            last = Link.after(last, id, Hashes.sha256(id.toString()));
            batch.add(last);
        }
        anchors.add(Anchor.over(anchors.isEmpty() ? null : anchors.getLast(), batch, Instant.EPOCH, KEY));
    }

    private List<String> lines(long after) {
        return anchors.stream()
                .filter(anchor -> anchor.to() > after)
                .map(Anchor::line)
                .toList();
    }
}
