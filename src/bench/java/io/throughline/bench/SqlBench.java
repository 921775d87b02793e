package io.throughline.bench;

import io.throughline.backlog.Backlog;
import io.throughline.backlog.Evidence;
import io.throughline.backlog.Requirements;
import io.throughline.backlog.Triage;
import io.throughline.bench.Counter.Count;
import io.throughline.shared.Viewer;
import io.throughline.support.As;
import io.throughline.survey.Answering;
import io.throughline.survey.ResponseId;
import io.throughline.survey.Stamp;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationContext;

/**
 * How many statements, and rows read for them, four everyday acts take: with a thousand requirements and answers, and in
 * the same database grown to a hundred thousand. Each act is what its view asks of the services.
 */
final class SqlBench implements Bench.Group {

    private static final List<String> ACTS = List.of("list", "open", "answer", "submit");
    private static final int SMALL = 1_000;
    private static final int LARGE = 100_000;
    private static final int TIMES = 5;
    private static final int PAGE = 50;
    private static final int QUOTES = 3;

    @Override
    public String name() {
        return "sql";
    }

    @Override
    public List<String> figures() {
        var names = new ArrayList<String>();
        for (var act : ACTS) {
            names.addAll(List.of("sql." + act + ".1k", "sql." + act + ".100k"));
            names.addAll(List.of("rows." + act + ".1k", "rows." + act + ".100k", "rows." + act + ".ratio"));
        }
        return names;
    }

    @Override
    public void run(Report report) throws Exception {
        var counter = new Counter();
        try (var portal = Portal.here(Portal.freshHome("sql"), counter::watch);
                var generator = new Generator(portal)) {
            var survey = new GeneratedSurvey(generator);
            var backlog = new GeneratedBacklog(generator, survey);
            var measured = new Measured(portal, generator, survey, backlog, counter);
            var small = measured.at(0, SMALL);
            var large = measured.at(SMALL, LARGE);
            for (var act : ACTS) {
                var few = small.get(act);
                var many = large.get(act);
                report.figure("sql." + act + ".1k", few.number(), "statements");
                report.figure("sql." + act + ".100k", many.number(), "statements");
                report.figure("rows." + act + ".1k", few.rows(), "rows");
                report.figure("rows." + act + ".100k", many.rows(), "rows");
                report.figure("rows." + act + ".ratio", (double) many.rows() / Math.max(1, few.rows()), "ratio");
                many.statements()
                        .forEach(one -> Report.note("%s: %4d rows, %s", act, one.rows(), shortened(one.sql())));
            }
        }
    }

    private static String shortened(String sql) {
        return sql.length() <= 160 ? sql : sql.substring(0, 160) + "…";
    }

    /** The acts, on one portal. */
    private record Measured(
            ApplicationContext portal,
            Generator generator,
            GeneratedSurvey survey,
            GeneratedBacklog backlog,
            Counter counter) {

        /** Grows the data and counts each act, the worst of some repetitions. */
        Map<String, Count> at(int before, int size) throws Exception {
            int questions = survey.asked().size();
            backlog.growTo(size);
            survey.answeredBy((size - before) / questions, backlog.needsFrom(before));
            generator.analyse();
            Report.note("%,d requirements, %,d answers", size, size);
            var worst = new LinkedHashMap<String, Count>();
            for (int i = 0; i <= TIMES; i++) {
                var customer = generator.customer("customer" + size + "-" + i + "@bench.example");
                var response = started(customer);
                var counts = new LinkedHashMap<String, Count>();
                counts.put("list", list(size));
                counts.put("open", open(i * 7));
                counts.put("answer", answered(customer, response));
                counts.put("submit", submitted(customer, response));
                // The first time fills what is kept at hand, as it does once after a start.
                if (i > 0) {
                    counts.forEach((act, count) -> worst.merge(act, count, Measured::worse));
                }
            }
            return worst;
        }

        private static Count worse(Count one, Count other) {
            return one.number() > other.number() || one.number() == other.number() && one.rows() >= other.rows()
                    ? one
                    : other;
        }

        /** The rows in the middle of the list, where the grid was scrolled to, and how many there are. */
        private Count list(int size) throws Exception {
            var backlogs = portal.getBean(Backlog.class);
            return counted(generator.projectManager(), () -> {
                var _ = backlogs.count(backlog.area());
                var rows = backlogs.page(backlog.area(), size / 2, PAGE);
                if (rows.size() != PAGE) {
                    throw new IllegalStateException(rows.size() + " rows");
                }
            });
        }

        /** What the panel of a requirement shows. */
        private Count open(int number) throws Exception {
            var requirements = portal.getBean(Requirements.class);
            var evidence = portal.getBean(Evidence.class);
            var triage = portal.getBean(Triage.class);
            var id = backlog.example(number);
            return counted(generator.projectManager(), () -> {
                var _ = requirements.detail(id);
                var _ = evidence.of(id);
                var _ = triage.behind(id, QUOTES);
            });
        }

        private ResponseId started(Viewer customer) {
            var answering = portal.getBean(Answering.class);
            return As.viewer(customer, () -> answering.start(survey.campaign()));
        }

        /** Every question is answered and then changed, one of them counted: the list of a hundred points. */
        private Count answered(Viewer customer, ResponseId response) throws Exception {
            var answering = portal.getBean(Answering.class);
            var tab = UUID.randomUUID();
            Count worst = null;
            for (int round = 1; round <= 2; round++) {
                for (var question : survey.asked()) {
                    var answer = survey.answer(question);
                    var stamp = new Stamp(tab, round, round - 1);
                    var count = counted(customer, () -> {
                        var _ = answering.save(response, question.id(), answer, stamp);
                    });
                    if (!question.items().isEmpty()) {
                        worst = worst == null ? count : worse(worst, count);
                    }
                }
            }
            return java.util.Objects.requireNonNull(worst);
        }

        private Count submitted(Viewer customer, ResponseId response) throws Exception {
            var answering = portal.getBean(Answering.class);
            return counted(customer, () -> {
                var _ = answering.submit(response);
            });
        }

        private Count counted(Viewer viewer, As.Action action) throws Exception {
            return counter.of(() -> {
                As.viewer(viewer, action);
                return true;
            });
        }
    }
}
