package io.throughline.survey.count;

import static io.throughline.survey.SurveyFixtures.CHOICE;
import static io.throughline.survey.SurveyFixtures.POINTS;
import static io.throughline.survey.SurveyFixtures.WORDS;
import static io.throughline.survey.SurveyFixtures.points;
import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.shared.OrganisationId;
import io.throughline.shared.Progress;
import io.throughline.shared.Viewer;
import io.throughline.support.As;
import io.throughline.support.DatabaseCost;
import io.throughline.support.Fixtures;
import io.throughline.support.IntegrationTest;
import io.throughline.survey.Answering;
import io.throughline.survey.CampaignId;
import io.throughline.survey.QuestionReport;
import io.throughline.survey.ResultsFilter;
import io.throughline.survey.SurveyFixtures;
import io.throughline.survey.SurveyResults;
import io.throughline.survey.Turnout;
import io.throughline.survey.question.ImportanceSatisfaction;
import io.throughline.survey.question.OwnWords;
import io.throughline.survey.question.Result;
import io.throughline.survey.question.stats.Detail;
import io.throughline.survey.results.CountedResults;
import io.throughline.survey.results.WantedResults;
import io.throughline.survey.results.WeightSets;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Every answer is counted exactly once, whatever happens meanwhile. */
@IntegrationTest
class ResultCellsIT {

    private static final long SEED = 4;
    private static final ResultsFilter SAID_A = ResultsFilter.NONE.withSaid(new ResultsFilter.Said(CHOICE.id(), "a"));

    @Autowired
    SurveyResults results;

    @Autowired
    AnswerCounter counter;

    @Autowired
    CountingBatch batch;

    @Autowired
    CellStore store;

    @Autowired
    CellsAtHand atHand;

    @Autowired
    UncountedResponses uncounted;

    @Autowired
    Journal journal;

    @Autowired
    CampaignContents contents;

    @Autowired
    CountedResults counted;

    @Autowired
    WeightSets weights;

    @Autowired
    Answering answering;

    @Autowired
    Fixtures fixtures;

    @Autowired
    SurveyFixtures made;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    DatabaseCost cost;

    @Autowired
    JdbcClient jdbc;

    Viewer pm;
    OrganisationId north;
    OrganisationId south;
    CampaignId campaign;

    @BeforeEach
    void published() {
        pm = fixtures.projectManager();
        north = fixtures.organisation(Fixtures.unique("North"), "big");
        south = fixtures.organisation(Fixtures.unique("South"), "small");
        campaign = made.published(pm, north, south);
    }

    @Test
    void concurrent_submits_and_edits_and_crashes_leave_the_figures_a_recomputation_gives() throws Exception {
        var people = IntStream.range(0, 12)
                .mapToObj(i -> fixtures.customer(i % 3 == 0 ? north : south))
                .toList();
        var over = new AtomicBoolean();
        try (var threads = Executors.newFixedThreadPool(6)) {
            var counting = List.of(
                    threads.submit(() -> repeatedly(over, () -> counter.count(campaign))),
                    threads.submit(() -> repeatedly(over, this::crash)));
            var answering = IntStream.range(0, 4)
                    .mapToObj(part -> (Callable<Object>) () -> {
                        var random = new Random(SEED + part);
                        for (int round = 0; round < 3; round++) {
                            for (int at = part; at < people.size(); at += 4) {
                                answer(people.get(at), random);
                            }
                        }
                        return part;
                    })
                    .toList();
            for (var done : threads.invokeAll(answering)) {
                done.get();
            }
            over.set(true);
            for (var done : counting) {
                done.get();
            }
        }

        var figures = figures(ResultsFilter.NONE);
        assertThat(figures.getFirst().size().people()).isEqualTo(12);
        asFromScratch("partly counted");
        counter.count(campaign);
        asFromScratch("all in cells");
        transaction.executeWithoutResult(_ -> batch.forget(campaign));
        asFromScratch("none in cells");
        counter.count(campaign);
        asFromScratch("counted anew");
        jdbc.sql("update campaign_count set form = 0 where campaign_id = ?")
                .param(campaign.value())
                .update();
        asFromScratch("cells of another form are not read");
        jdbc.sql("update campaign_count set form = 0 where campaign_id = ?")
                .param(campaign.value())
                .update();
        counter.goRound();
        assertThat(jdbc.sql("select form from campaign_count where campaign_id = ?")
                        .param(campaign.value())
                        .query(Integer.class)
                        .single())
                .as("counted anew before anybody looks")
                .isEqualTo(CountingBatch.FORM);
        asFromScratch("counted anew on the round");
        assertThat(As.viewer(pm, () -> results.turnout(campaign, ResultsFilter.NONE)).stream()
                        .mapToInt(Turnout::answered)
                        .sum())
                .isEqualTo(12);
    }

    /** All anew, so that nobody else may have counted some of them before. */
    @Test
    void those_read_in_parts_are_counted_in_one_transaction() {
        var random = new Random(SEED);
        var people = IntStream.range(0, 5)
                .mapToObj(i -> fixtures.customer(i % 2 == 0 ? north : south))
                .toList();
        people.forEach(person -> answer(person, random));

        transaction.executeWithoutResult(_ -> {
            batch.forget(campaign);
            long before = batch.state(campaign).counted();
            assertThat(batch.count(campaign, 100, 2)).as("more are left").isFalse();
            assertThat(batch.state(campaign).counted())
                    .as("cells are written once")
                    .isEqualTo(before + 1);
            assertThat(batch.state(campaign).uncounted()).isFalse();
        });
        asFromScratch("counted in parts");

        people.forEach(person -> answer(person, random));
        transaction.executeWithoutResult(_ -> batch.count(campaign, 100, 2));
        asFromScratch("edits counted in parts");

        transaction.executeWithoutResult(_ -> {
            batch.forget(campaign);
            assertThat(batch.count(campaign, 3, 2)).as("more are left").isTrue();
        });
        asFromScratch("some of the parts counted");

        var closing = elsewhere();
        closing.close();
        transaction.executeWithoutResult(_ -> {
            batch.forget(campaign);
            assertThat(closing.count(campaign, 100, 2)).as("more are left").isTrue();
            assertThat(uncounted.count(campaign)).as("of 5").isEqualTo(3);
        });
        asFromScratch("one of the parts counted");
    }

    /** As another server counts, which has nothing at hand. */
    private CountingBatch elsewhere() {
        return new CountingBatch(store, new CellsAtHand(), uncounted, journal, contents, jdbc);
    }

    @Test
    void what_is_counted_is_at_hand_for_who_counts_and_looks_next() {
        var random = new Random(SEED);
        answer(fixtures.customer(north), random);
        counter.count(campaign);
        assertThat(figures(ResultsFilter.NONE).getFirst().size().people()).isEqualTo(1);
        for (int more = 0; more < 3; more++) {
            answer(fixtures.customer(more % 2 == 0 ? south : north), random);
            counter.count(campaign);
            assertThat(said(Objects.requireNonNull(
                            atHand.at(campaign, batch.state(campaign).counted()))))
                    .isEqualTo(said(store.since(campaign, 0)));
        }
        asFromScratch("counted here");
    }

    private static Map<CellStore.Place, ByteBuffer> said(Map<CellStore.Place, byte[]> cells) {
        return cells.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, cell -> ByteBuffer.wrap(cell.getValue())));
    }

    @Test
    void what_another_server_counts_is_read() {
        var random = new Random(SEED);
        var person = fixtures.customer(north);
        for (int round = 0; round < 4; round++) {
            answer(person, random);
            transaction.executeWithoutResult(_ -> elsewhere().count(campaign, 100));
            // The same group, and another one.
            answer(round % 2 == 0 ? person : fixtures.customer(south), random);
            transaction.executeWithoutResult(_ -> batch.count(campaign, 100));
            asFromScratch("round " + round);
        }
    }

    @Test
    void pages_of_the_journal_that_fill_up_are_read_once_in_full_and_leave_nothing_out() {
        var random = new Random(SEED);
        var people = IntStream.range(0, 40)
                .mapToObj(i -> fixtures.customer(i % 3 == 0 ? north : south))
                .toList();
        people.forEach(person -> answer(person, random));
        counter.count(campaign);
        asFromScratch("all on a page that is not full");
        for (int round = 0; journal.length(campaign) < 2 * Journal.FULL + 100; round++) {
            // All submit again, one of them another answer.
            answer(people.get(round), random);
            jdbc.sql("""
                            insert into submitted_answer (response_id, revision, question_id, content, expression_text_id)
                            select s.response_id, s.revision + 1, s.question_id, s.content, s.expression_text_id
                            from submitted_answer s join response r on r.id = s.response_id
                            where r.campaign_id = ? and s.revision = r.submitted_revision""").param(campaign.value()).update();
            jdbc.sql("update response set submitted_revision = submitted_revision + 1 where campaign_id = ?")
                    .param(campaign.value())
                    .update();
            counter.count(campaign);
            if (journal.length(campaign) % Journal.FULL < 200) {
                asFromScratch(journal.length(campaign) + " entries");
            }
        }

        assertThat(journal.pages(campaign, 0, Long.MAX_VALUE).stream().map(Journal.Page::entries))
                .startsWith(Journal.FULL, Journal.FULL);
    }

    /** The figures of everybody, and of those who gave a certain answer. */
    private void asFromScratch(String when) {
        for (var filter : List.of(ResultsFilter.NONE, SAID_A, SAID_A.withSegment("small"))) {
            assertThat(figures(filter)).as("%s, %s", when, filter).isEqualTo(fromScratch(filter));
        }
    }

    @Test
    void what_is_counted_anew_while_it_is_looked_through_is_looked_through_again() {
        var early = fixtures.customer(north);
        var _ = made.started(early, campaign);
        var allOfA = new Random(SEED) {
            @Override
            public boolean nextBoolean() {
                return true;
            }
        };
        for (int i = 0; i < 4; i++) {
            answer(fixtures.customer(south), allOfA);
        }
        counter.count(campaign);
        // Not counted yet, and the first one when all are counted anew.
        answer(early, allOfA);
        var over = new AtomicBoolean();

        var seen = counted.of(
                new WantedResults(campaign, SAID_A, 1, false, Detail.EVERYTHING, null),
                As.viewer(pm, () -> results.asked(campaign)).questions(),
                (done, all) -> {
                    if (over.compareAndSet(false, true)) {
                        transaction.executeWithoutResult(_ -> batch.forget(campaign));
                        counter.count(campaign);
                    }
                });

        assertThat(over).isTrue();
        assertThat(seen).isEqualTo(fromScratch(SAID_A));
    }

    private static boolean repeatedly(AtomicBoolean over, Runnable act) {
        while (!over.get()) {
            act.run();
        }
        return true;
    }

    /** A server that goes down when everything is written and nothing is committed. */
    private void crash() {
        try {
            transaction.executeWithoutResult(status -> {
                var _ = batch.count(campaign, 1000);
                status.setRollbackOnly();
            });
        } catch (ConcurrencyFailureException e) {
            assertThat(e).isNotNull();
        }
    }

    /** Answers, or answers anew. */
    private void answer(Viewer person, Random random) {
        var response = made.started(person, campaign);
        int roads = random.nextInt(101);
        made.save(person, response, POINTS.id(), points(roads, 100 - roads));
        made.save(
                person,
                response,
                CHOICE.id(),
                new ImportanceSatisfaction.Answer(
                        random.nextBoolean() ? List.of("a") : List.of("b", "c"),
                        false,
                        Map.of("a", random.nextInt(6))));
        made.save(person, response, WORDS.id(), new OwnWords.Answer(random.nextBoolean() ? "" : "A word"));
        As.viewer(person, () -> answering.submit(response));
    }

    private List<Result> figures(ResultsFilter filter) {
        return As.viewer(pm, () -> results.report(campaign, filter)).questions().stream()
                .map(QuestionReport::result)
                .toList();
    }

    private List<Result> fromScratch(ResultsFilter filter) {
        var questions = As.viewer(pm, () -> results.asked(campaign)).questions();
        var tallies = new FromScratch(jdbc).of(campaign, filter, questions, weights.voices(campaign));
        return questions.stream()
                .map(question -> (Result) question.result(tallies.get(question.id())))
                .toList();
    }

    @Test
    void a_filter_governs_figures_turnout_and_single_answers_alike() {
        var random = new Random(SEED);
        for (int i = 0; i < 6; i++) {
            answer(fixtures.customer(i < 2 ? north : south), random);
        }
        var thisWeek = LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC);
        var filters = new ArrayList<>(List.of(
                ResultsFilter.NONE,
                ResultsFilter.of("big"),
                ResultsFilter.NONE.withOrganisations(Set.of(south)),
                ResultsFilter.NONE.withWeeks(thisWeek, thisWeek),
                ResultsFilter.NONE.withWeeks(thisWeek.plusWeeks(1), null),
                SAID_A,
                ResultsFilter.of("small")
                        .withWeeks(null, thisWeek)
                        .withSaid(new ResultsFilter.Said(CHOICE.id(), "b"))));

        for (var filter : filters) {
            var report = As.viewer(pm, () -> results.report(campaign, filter));
            assertThat(figures(filter)).as(filter.toString()).isEqualTo(fromScratch(filter));
            assertThat(report.answered())
                    .isEqualTo(report.questions().getFirst().result().size().people())
                    .isEqualTo(As.viewer(pm, () -> results.countBehind(campaign, POINTS.id(), null, filter)));
            assertThat(ResultsFilter.read(name -> filter.written().getOrDefault(name, List.of())))
                    .isEqualTo(filter);
        }
        assertThat(figures(ResultsFilter.of("big")).getFirst().size().people()).isEqualTo(2);
        assertThat(figures(filters.get(4)).getFirst().size().people()).isZero();
    }

    @Test
    void opening_what_did_not_change_reads_no_answers() {
        for (int i = 0; i < 3; i++) {
            answer(fixtures.customer(north), new Random(SEED + i));
        }
        counter.count(campaign);
        var questions = As.viewer(pm, () -> results.asked(campaign)).questions();
        var before = figures(ResultsFilter.NONE);

        var opening = cost.of(() -> assertThat(counted.of(
                        new WantedResults(campaign, ResultsFilter.NONE, 1, false, Detail.EVERYTHING, null),
                        questions,
                        Progress.UNWATCHED))
                .isEqualTo(before));

        // How far it is counted, and what the voices weigh.
        assertThat(opening.statements()).isEqualTo(2);
        assertThat(opening.rows()).isLessThan(20);
    }
}
