package io.throughline.bench;

import io.throughline.support.As;
import io.throughline.survey.Answering;
import io.throughline.survey.CampaignId;
import io.throughline.survey.ResponseId;
import io.throughline.survey.ResultsFilter;
import io.throughline.survey.SurveyContent;
import io.throughline.survey.SurveyResults;
import io.throughline.survey.Surveys;
import io.throughline.survey.export.ResponseExport;
import io.throughline.survey.intake.ImportJobs;
import io.throughline.survey.intake.ImportState;
import io.throughline.survey.intake.ResponseIntake;
import io.throughline.survey.question.Question;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.springframework.context.ApplicationContext;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/**
 * Results of a survey of thirty questions of all types, at several numbers of responses: counted for the first time, opened
 * again, brought up to date after a thousand more, filtered by an answer, taken out, and brought in again.
 */
final class ResultsBench implements Bench.Group {

    private static final int NEW = 1_000;
    private static final int AT_ONCE = 1_000;
    private static final int WRITERS = 8;
    private static final int TIMES = 9;
    private static final int ROUNDS = 9;
    private static final int EXPORTS = 3;
    private static final double MILLION = 1e6;
    private static final long LOOK_MS = 200;

    private static final List<Integer> USUAL = List.of(10_000, 100_000);

    /** Takes half an hour, and so is measured last, and only for who asks for its figures. */
    private static final int LARGEST = 1_000_000;

    @Override
    public String name() {
        return "results";
    }

    @Override
    public List<String> figures() {
        return Stream.concat(
                        Stream.concat(USUAL.stream(), Stream.of(LARGEST)).flatMap(ResultsBench::figuresOf),
                        Stream.of("export.rows_per_second", "export.heap.MB", "import.rows_per_second"))
                .toList();
    }

    private static Stream<String> figuresOf(int responses) {
        var size = name(responses);
        return Stream.of(
                "results.first." + size + ".s",
                "results.open." + size + ".ms",
                "results.refresh." + size + ".ms",
                "results.filter." + size + ".ms");
    }

    private static String name(int size) {
        return size >= MILLION ? size / 1_000_000 + "m" : size / 1_000 + "k";
    }

    @Override
    public void run(Report report) throws Exception {
        try (var portal = Portal.here(Portal.freshHome("results"));
                var generator = new Generator(portal)) {
            var asked = new Asked(generator, portal);
            int there = 0;
            for (int size : USUAL) {
                there = grown(report, asked, there, size);
                // A file has no more lines than a quarter of a million.
                if (size == USUAL.getFirst()) {
                    report.figure("import.rows_per_second", asked.broughtIn(there), "rows/s");
                }
            }
            asked.export(report, there);
            if (figuresOf(LARGEST).anyMatch(report::asksFor)) {
                grown(report, asked, there, LARGEST);
            }
        }
    }

    /** @return how many have answered then */
    private static int grown(Report report, Asked asked, int there, int size) throws Exception {
        asked.answeredBy(size - there);
        asked.generator.analyse();
        return measure(report, asked, name(size), size);
    }

    /** @return how many have answered then */
    private static int measure(Report report, Asked asked, String size, int responses) throws Exception {
        report.figure("results.first." + size + ".s", asked.report(ResultsFilter.NONE, responses) / 1e9, "s");
        var opening = new ArrayList<Double>();
        for (int i = 0; i < TIMES; i++) {
            opening.add(asked.report(ResultsFilter.NONE, responses) / MILLION);
        }
        report.figure("results.open." + size + ".ms", Report.median(opening), "ms");
        int people = responses;
        var refreshing = new ArrayList<Double>();
        for (int i = 0; i < ROUNDS; i++) {
            people += NEW;
            Report.note("%d responses of 30 answers submitted at %.0f a second", NEW, asked.submitted(NEW));
            refreshing.add(asked.report(ResultsFilter.NONE, people) / MILLION);
        }
        Report.note("refreshed in %s ms", refreshing);
        report.figure("results.refresh." + size + ".ms", Report.median(refreshing), "ms");
        asked.awaitQuiet();
        var filtering = new ArrayList<Double>();
        var question = asked.questions.getFirst();
        for (var option : question.items()) {
            var said = ResultsFilter.NONE.withSaid(new ResultsFilter.Said(question.id(), option.key()));
            filtering.add(asked.report(said, -1) / MILLION);
        }
        Report.note("filtered in %s ms", filtering);
        report.figure("results.filter." + size + ".ms", Report.median(filtering), "ms");
        return people;
    }

    /** One campaign, and who answers in it. */
    private static final class Asked {

        private final Generator generator;
        private final ApplicationContext portal;
        private final SurveyResults results;
        private final SurveyContent content;
        private final List<Question> questions;
        private final CampaignId campaign;

        Asked(Generator generator, ApplicationContext portal) {
            this.generator = generator;
            this.portal = portal;
            results = portal.getBean(SurveyResults.class);
            content = EveryType.content(generator);
            questions = content.questions();
            campaign = GeneratedSurvey.published(generator, content);
        }

        void answeredBy(int count) throws SQLException {
            long start = System.nanoTime();
            var responses = new EveryTypeResponses(generator, campaign, questions);
            for (int left = count; left > 0; left -= AT_ONCE) {
                responses.submitted(generator.respondents(Math.min(left, AT_ONCE)));
            }
            // Meanwhile the portal goes its rounds and counts some of them.
            generator.bulk().execute("update campaign_count set form = 0 where campaign_id = ?", campaign.value());
            Report.note("%d responses written in %d s", count, (System.nanoTime() - start) / 1_000_000_000);
        }

        /** Nanoseconds it takes to get the figures. @param people who must have answered; −1 for whoever did */
        long report(ResultsFilter filter, int people) {
            long start = System.nanoTime();
            var report = As.viewer(generator.projectManager(), () -> results.report(campaign, filter));
            long taken = System.nanoTime() - start;
            int counted = report.questions().getFirst().result().size().people();
            if (people >= 0 && counted != people) {
                throw new IllegalStateException(counted + " counted instead of " + people);
            }
            return taken;
        }

        /** How many more are submitted in a second, through the service, by several people at once. */
        double submitted(int count) throws Exception {
            var people = generator.respondents(count);
            var responses = new EveryTypeResponses(generator, campaign, questions).begun(people);
            var answering = portal.getBean(Answering.class);
            var work = new ArrayList<Callable<Object>>();
            for (int at = 0; at < count; at++) {
                var viewer = people.get(at).viewer();
                var response = new ResponseId(responses.get(at));
                work.add(() -> As.viewer(viewer, () -> answering.submit(response)));
            }
            long start = System.nanoTime();
            try (var writers = Executors.newFixedThreadPool(WRITERS)) {
                for (var done : writers.invokeAll(work)) {
                    done.get();
                }
            }
            return count * 1e9 / (System.nanoTime() - start);
        }

        /** Until what follows from the submits is done: their own words reach the backlog. */
        void awaitQuiet() throws InterruptedException {
            var following = portal.getBean("listenerExecutor", ThreadPoolTaskExecutor.class);
            while (following.getActiveCount() + following.getQueueSize() > 0) {
                Thread.sleep(LOOK_MS);
            }
        }

        void export(Report report, int rows) throws Exception {
            var perSecond = new ArrayList<Double>();
            for (int i = 0; i < EXPORTS; i++) {
                long start = System.nanoTime();
                write(OutputStream.nullOutputStream());
                perSecond.add(rows * 1e9 / (System.nanoTime() - start));
            }
            Report.note("exported at %s rows a second", perSecond);
            report.figure("export.rows_per_second", Report.median(perSecond), "rows/s");
            System.gc();
            long before = Measured.used();
            var watched = new Measured(rows / 10L * 200);
            write(watched);
            report.figure("export.heap.MB", (watched.most - before) / MILLION, "MB");
        }

        /** How many of the rows taken out come in again in a second, into another survey that asks the same. */
        double broughtIn(int rows) throws Exception {
            var manager = generator.projectManager();
            var file = Files.createTempFile("responses", ".csv");
            var archive = Files.createTempFile("responses", ".zip");
            try (var out = Files.newOutputStream(archive)) {
                write(out);
            }
            try (var zip = new ZipInputStream(Files.newInputStream(archive))) {
                zip.getNextEntry();
                Files.copy(zip, file, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.delete(archive);
            }
            var target = GeneratedSurvey.published(generator, content);
            var intake = portal.getBean(ResponseIntake.class);
            var jobs = portal.getBean(ImportJobs.class);
            var survey = As.viewer(
                    manager, () -> portal.getBean(Surveys.class).detail(target).id());
            var proposal = As.viewer(manager, () -> intake.propose(survey, file, "Respondent {}"));
            var _ = As.viewer(manager, () -> jobs.start(survey, proposal.guess(), file, "responses.csv"));
            var done = As.viewer(manager, () -> jobs.of(survey)).getFirst().info();
            while (done.state() == ImportState.RUNNING) {
                Thread.sleep(LOOK_MS);
                done = As.viewer(manager, () -> jobs.of(survey)).getFirst().info();
            }
            if (done.stored() != rows) {
                throw new IllegalStateException(done + " instead of " + rows + " rows");
            }
            // What is measured next is not to share the machine with the counting of these.
            var _ = As.viewer(manager, () -> results.report(target, ResultsFilter.NONE));
            return rows
                    * 1e9
                    / Duration.between(done.startedAt(), done.endedAt()).toNanos();
        }

        private void write(OutputStream out) throws Exception {
            As.viewer(generator.projectManager(), () -> {
                portal.getBean(ResponseExport.class)
                        .write(campaign, ResultsFilter.NONE, ResponseExport.Format.SPSS, Locale.ENGLISH, out);
                return true;
            });
        }
    }

    /** Takes what is written and looks, every so many bytes, at what is reachable then. */
    private static final class Measured extends OutputStream {

        private final long every;
        private long bytes;
        private long next;
        private long most;

        Measured(long every) {
            this.every = every;
            next = every;
        }

        static long used() {
            return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
        }

        @Override
        public void write(int one) {
            count(1);
        }

        @Override
        public void write(byte[] some, int from, int length) {
            count(length);
        }

        private void count(int length) {
            bytes += length;
            if (bytes >= next) {
                next = bytes + every;
                System.gc();
                most = Math.max(most, used());
            }
        }
    }
}
