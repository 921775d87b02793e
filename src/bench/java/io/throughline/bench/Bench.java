package io.throughline.bench;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Runs the measurements whose names begin with the argument, those of a set named so, or all: one line
 * {@code name value unit} each on standard output, everything else on standard error.
 */
public final class Bench {

    static final Path WORK = Path.of("target", "bench").toAbsolutePath();

    static final List<Group> GROUPS = List.of(
            new StartBench(),
            new LoadBench(),
            new SqlBench(),
            new SaveBench(),
            new HeapBench(),
            new ResultsBench(),
            new KillBench(),
            new A11yBench());

    /** Beginnings of names that have a name together. */
    private static final Map<String, List<String>> SETS =
            Map.of("survey", List.of("submit.", "save.p95.", "heap.answering.", "results.", "export.", "import."));

    /** Figures measured together, because they need the same portal. */
    interface Group {

        /** The first part of its figures' names. */
        String name();

        /** Every figure it can give. */
        List<String> figures();

        /** Whether it takes so long, or proves rather than measures, that who wants all figures doesn't mean it. */
        default boolean onlyByName() {
            return false;
        }

        /** Measures at least the wanted ones. */
        void run(Report report) throws Exception;
    }

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        var out = System.out;
        // The portal in this process logs to standard output, which is for figures alone.
        System.setOut(System.err);
        System.exit(run(arguments.length == 0 ? "" : arguments[0], GROUPS, out, System.err));
    }

    static int run(String wanted, List<Group> groups, PrintStream out, PrintStream err) throws Exception {
        var prefixes = SETS.getOrDefault(wanted, List.of(wanted));
        var chosen = groups.stream()
                .filter(group -> group.figures().stream().anyMatch(new Report(prefixes, out)::wants))
                .filter(group -> !wanted.isEmpty() || !group.onlyByName())
                .toList();
        if (chosen.isEmpty()) {
            err.println("No figure's name begins with \"" + wanted + "\". There are:");
            groups.forEach(group -> err.println("  " + String.join(" ", group.figures())));
            return 2;
        }
        var failed = 0;
        for (var group : chosen) {
            var start = System.nanoTime();
            err.println("Measuring " + group.name() + "…");
            try {
                group.run(new Report(prefixes, out));
            } catch (Exception e) {
                failed++;
                err.println("Not measured: " + group.name());
                e.printStackTrace(err);
            }
            err.printf("%s took %d s%n", group.name(), (System.nanoTime() - start) / 1_000_000_000);
        }
        return failed == 0 ? 0 : 1;
    }
}
