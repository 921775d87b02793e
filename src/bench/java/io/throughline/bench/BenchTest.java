package io.throughline.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class BenchTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void prints_a_line_each_of_the_figures_asked_for() throws Exception {
        assertThat(run("")).isZero();
        assertThat(out.toString().lines()).containsExactly("a.one 1 s", "a.two 2.50 kB", "b.one 3 rows");
    }

    @Test
    void prints_only_those_whose_names_begin_with_the_argument() throws Exception {
        assertThat(run("a.t")).isZero();
        assertThat(out.toString().lines()).containsExactly("a.two 2.50 kB");
    }

    @Test
    void a_set_stands_for_the_beginnings_of_several_names() throws Exception {
        var groups = List.<Bench.Group>of(
                new Group(
                        "results",
                        List.of("results.open.10k.ms"),
                        report -> report.figure("results.open.10k.ms", 1, "ms")),
                new Group("save", List.of("save.ratio", "save.p95.ratio"), report -> {
                    report.figure("save.ratio", 1, "x");
                    report.figure("save.p95.ratio", 2, "x");
                }),
                new Group("sql", List.of("sql.list.1k"), report -> report.figure("sql.list.1k", 3, "statements")));

        assertThat(Bench.run("survey", groups, stream(out), stream(err))).isZero();
        assertThat(out.toString().lines()).containsExactly("results.open.10k.ms 1 ms", "save.p95.ratio 2 x");
    }

    @Test
    void names_what_there_is_where_nothing_is_called_so() throws Exception {
        assertThat(run("speed")).isEqualTo(2);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).contains("speed", "a.one", "b.one");
    }

    @Test
    void goes_on_after_a_failure_and_says_so_at_the_end() throws Exception {
        var broken = new Group("broken", List.of("broken.one"), report -> {
            throw new IllegalStateException("no");
        });
        assertThat(Bench.run("", List.of(broken, groups().getLast()), stream(out), stream(err)))
                .isEqualTo(1);
        assertThat(out.toString().lines()).containsExactly("b.one 3 rows");
    }

    @Test
    void what_takes_its_time_is_measured_only_when_it_is_named() throws Exception {
        var groups = List.<Bench.Group>of(new Slow());
        assertThat(Bench.run("", groups, stream(out), stream(err))).isEqualTo(2);
        assertThat(out.toString()).isEmpty();
        assertThat(Bench.run("slow", groups, stream(out), stream(err))).isZero();
        assertThat(out.toString().lines()).containsExactly("slow.one 1 runs");
    }

    @Test
    void who_wants_all_figures_asks_for_none_of_them() {
        assertThat(new Report(List.of(""), stream(out)).asksFor("results.open.1m.ms"))
                .isFalse();
        assertThat(new Report(List.of("submit.", "results."), stream(out)).asksFor("results.open.1m.ms"))
                .isTrue();
        assertThat(new Report(List.of("results.open.10k"), stream(out)).asksFor("results.open.1m.ms"))
                .isFalse();
    }

    @Test
    void no_two_figures_share_a_name() {
        var names =
                Bench.GROUPS.stream().flatMap(group -> group.figures().stream()).toList();
        assertThat(names).doesNotHaveDuplicates().contains("start.aot.seconds", "heap.plan.ratio", "sql.submit.100k");
    }

    @Test
    void the_median_is_the_middle_or_the_mean_of_the_two_there() {
        assertThat(Report.median(List.of(9.0, 1.0, 2.0))).isEqualTo(2);
        assertThat(Report.median(List.of(9.0, 1.0, 2.0, 4.0))).isEqualTo(3);
        assertThatThrownBy(() -> Report.median(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    private int run(String wanted) throws Exception {
        return Bench.run(wanted, groups(), stream(out), stream(err));
    }

    private static List<Bench.Group> groups() {
        return List.of(
                new Group("a", List.of("a.one", "a.two"), report -> {
                    report.figure("a.one", 1, "s");
                    report.figure("a.two", 2.5, "kB");
                }),
                new Group("b", List.of("b.one"), report -> report.figure("b.one", 3, "rows")));
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true);
    }

    private record Slow() implements Bench.Group {
        @Override
        public String name() {
            return "slow";
        }

        @Override
        public List<String> figures() {
            return List.of("slow.one");
        }

        @Override
        public boolean onlyByName() {
            return true;
        }

        @Override
        public void run(Report report) {
            report.figure("slow.one", 1, "runs");
        }
    }

    private interface Measuring {
        void run(Report report);
    }

    private record Group(String name, List<String> figures, Measuring measuring) implements Bench.Group {
        @Override
        public void run(Report report) {
            measuring.run(report);
        }
    }
}
