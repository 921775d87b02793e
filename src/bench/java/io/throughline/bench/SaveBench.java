package io.throughline.bench;

import io.throughline.shared.Viewer;
import io.throughline.shared.database.DatabaseLogins;
import io.throughline.support.As;
import io.throughline.survey.Answering;
import io.throughline.survey.ResponseId;
import io.throughline.survey.Stamp;
import io.throughline.survey.question.Answer;
import io.throughline.survey.question.Question;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/**
 * Durable saves of one answer through the service, against the least the same server can be asked for: the same bytes as
 * one row in a transaction of its own. Both with eight writers on one pool, in turns.
 */
final class SaveBench implements Bench.Group {

    private static final int WRITERS = 8;
    private static final int ROUNDS = 7;
    private static final int WARM_UP = 3;
    private static final long SECONDS = 4;
    private static final int SUBMITS = 400;
    private static final double MOST = .95;

    @Override
    public String name() {
        return "save";
    }

    @Override
    public List<String> figures() {
        return List.of("save.per_second", "save.ratio", "save.p95.ratio", "submit.per_second");
    }

    @Override
    public void run(Report report) throws Exception {
        try (var portal = Portal.here(Portal.freshHome("save"));
                var generator = new Generator(portal)) {
            var survey = new GeneratedSurvey(generator);
            var saves = new ArrayList<Callable<Void>>();
            var inserts = new ArrayList<Callable<Void>>();
            prepareTable(portal, generator);
            for (int i = 0; i < WRITERS; i++) {
                var question = survey.asked().get(4);
                var answer = survey.answer(question);
                var customer = generator.customer("customer" + i + "@bench.example");
                var answering = portal.getBean(Answering.class);
                var response = As.viewer(customer, () -> answering.start(survey.campaign()));
                saves.add(new Save(answering, customer, response, question, answer)::again);
                inserts.add(new Insert(
                        portal.getBean(DataSource.class),
                        response.value(),
                        question.id().value(),
                        JsonMapper.builder().build().writerFor(Answer.class).writeValueAsString(answer))::again);
            }
            measure(report, saves, inserts);
            report.figure("submit.per_second", submits(portal, generator, survey), "submits/s");
        }
    }

    /** Of ten answers each, through the service. */
    private static double submits(ApplicationContext portal, Generator generator, GeneratedSurvey survey)
            throws Exception {
        var answering = portal.getBean(Answering.class);
        var submits = new ArrayList<Callable<Object>>();
        for (var person : generator.respondents(SUBMITS)) {
            var viewer = person.viewer();
            var response = As.viewer(viewer, () -> answering.start(survey.campaign()));
            for (var question : survey.asked()) {
                var stamp = new Stamp(UUID.randomUUID(), 1, 0);
                As.viewer(viewer, () -> answering.save(response, question.id(), survey.answer(question), stamp));
            }
            submits.add(() -> As.viewer(viewer, () -> answering.submit(response)));
        }
        long start = System.nanoTime();
        try (var writers = Executors.newFixedThreadPool(WRITERS)) {
            for (var done : writers.invokeAll(submits)) {
                done.get();
            }
        }
        return SUBMITS * 1e9 / (System.nanoTime() - start);
    }

    private static void measure(Report report, List<Callable<Void>> saves, List<Callable<Void>> inserts)
            throws Exception {
        var perSecond = new ArrayList<Double>();
        var ratios = new ArrayList<Double>();
        var slowest = new ArrayList<Double>();
        for (int round = 1 - WARM_UP; round <= ROUNDS; round++) {
            var saved = pace(saves);
            var inserted = pace(inserts);
            Report.note("round %d: %.0f saves, %.0f inserts a second", round, saved.perSecond(), inserted.perSecond());
            if (round > 0) {
                perSecond.add(saved.perSecond());
                ratios.add(saved.perSecond() / inserted.perSecond());
                slowest.add(saved.slow() / inserted.slow());
            }
        }
        report.figure("save.per_second", Report.median(perSecond), "saves/s");
        report.figure("save.ratio", Report.median(ratios), "ratio");
        report.figure("save.p95.ratio", Report.median(slowest), "ratio");
    }

    /** @param slow what 95 of 100 calls take at most, in nanoseconds */
    private record Pace(double perSecond, double slow) {}

    private static Pace pace(List<Callable<Void>> work) throws Exception {
        long start = System.nanoTime();
        long end = start + TimeUnit.SECONDS.toNanos(SECONDS);
        try (var writers = Executors.newFixedThreadPool(work.size())) {
            var taken = new ArrayList<Long>();
            for (var some : writers.invokeAll(work.stream()
                    .map(one -> (Callable<List<Long>>) () -> timed(one, end))
                    .toList())) {
                taken.addAll(some.get());
            }
            double perSecond = taken.size() * 1e9 / (System.nanoTime() - start);
            taken.sort(null);
            return new Pace(perSecond, taken.get((int) (MOST * (taken.size() - 1))));
        }
    }

    private static List<Long> timed(Callable<Void> one, long end) throws Exception {
        var taken = new ArrayList<Long>();
        for (long from = System.nanoTime(); from < end; from = System.nanoTime()) {
            one.call();
            taken.add(System.nanoTime() - from);
        }
        return taken;
    }

    private static void prepareTable(ApplicationContext portal, Generator generator) throws Exception {
        generator.bulk().execute("""
                create table bench_answer (
                    id bigint not null auto_increment primary key, response_id uuid not null, question_id uuid not null,
                    revision int not null, content json not null, tab uuid not null, tabs json not null,
                    saved_at datetime(6) not null)""");
        var app = portal.getBean(DatabaseLogins.class).app();
        generator.bulk().execute("grant insert on bench_answer to '" + app.user() + "'@'" + app.host() + "'");
    }

    /** One writer's answer, saved again and again. */
    private static final class Save {

        private final Answering answering;
        private final Viewer customer;
        private final ResponseId response;
        private final Question question;
        private final Answer answer;
        private final UUID tab = UUID.randomUUID();
        private int revision;

        Save(Answering answering, Viewer customer, ResponseId response, Question question, Answer answer) {
            this.answering = answering;
            this.customer = customer;
            this.response = response;
            this.question = question;
            this.answer = answer;
        }

        Void again() {
            var stamp = new Stamp(tab, revision + 1L, revision);
            revision = As.viewer(customer, () -> answering.save(response, question.id(), answer, stamp))
                    .revision();
            return null;
        }
    }

    /** The same bytes as one row, committed by itself. */
    private record Insert(DataSource pool, UUID response, UUID question, String content) {

        private static final String SQL = """
                insert into bench_answer (response_id, question_id, revision, content, tab, tabs, saved_at)
                values (?, ?, ?, ?, ?, ?, ?)""";

        Void again() throws Exception {
            try (var connection = pool.getConnection();
                    var insert = connection.prepareStatement(SQL)) {
                insert.setObject(1, response);
                insert.setObject(2, question);
                insert.setInt(3, 1);
                insert.setString(4, content);
                insert.setObject(5, response);
                insert.setString(6, "{\"" + response + "\":1}");
                insert.setObject(7, LocalDateTime.now(ZoneOffset.UTC));
                insert.executeUpdate();
            }
            return null;
        }
    }
}
