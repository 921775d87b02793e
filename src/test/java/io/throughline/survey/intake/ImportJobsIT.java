package io.throughline.survey.intake;

import static io.throughline.support.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.throughline.shared.CommonError;
import io.throughline.shared.OrganisationId;
import io.throughline.shared.port.WaitingSource;
import io.throughline.shared.row.Columns;
import io.throughline.support.As;
import io.throughline.support.IntegrationTest;
import io.throughline.survey.ImportedCell;
import io.throughline.survey.LineError;
import io.throughline.survey.ResponsesImported;
import io.throughline.survey.SurveyError;
import io.throughline.survey.SurveyFixtures;
import io.throughline.survey.answer.Voice;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@IntegrationTest
class ImportJobsIT extends IntoASurvey {

    private static final String HEADING = "Respondent,Organisation,q1_roads,q1_parks,q2_named_1,What else?\n";

    @Autowired
    ImportJobs jobs;

    @Autowired
    ResponseIntake intake;

    @Autowired
    ImportWaiting waiting;

    @Autowired
    ImportRecords records;

    @Autowired
    ImportBatches batches;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void a_file_is_brought_in_once_however_often_it_is_given() {
        var text = HEADING + "1," + company + ",60,40,,A lamp\n2," + company + ",0,100,,\n";

        var first = over(start(text));
        assertThat(first.state()).isEqualTo(ImportState.DONE);
        assertThat(first.stored()).isEqualTo(2);
        assertThat(first.lines()).isEqualTo(2);
        var again = over(start(text));
        assertThat(again.stored()).isZero();
        assertThat(again.known()).isEqualTo(2);
        assertThat(responses()).isEqualTo(2);
        assertThat(folder).as("the files are gone").isEmptyDirectory();
    }

    @Test
    void what_a_file_is_called_deceives_nobody() {
        var file = file(HEADING + "1," + company + ",60,40,,A lamp\n");
        var mapping = As.viewer(pm, () -> intake.propose(survey, file, "{}")).guess();

        var given = "../../C:\\a\u0000b\u202Evsc\u0007<i>" + "\uD83D\uDE00".repeat(300) + ".csv";
        var done = over(As.viewer(pm, () -> jobs.start(survey, mapping, file, given)));

        assertThat(done.state()).isEqualTo(ImportState.DONE);
        assertThat(done.fileName()).startsWith("abvsc_i_").endsWith(".csv").doesNotContain("..");
    }

    @Test
    void a_file_with_a_wrong_line_brings_in_nothing_and_says_why() {
        var refused =
                over(start(HEADING + "1," + company + ",60,40,,\n2," + company + ",60,50,,\n3,Nobody’s,60,40,,\n"));

        assertThat(refused.state()).isEqualTo(ImportState.REFUSED);
        assertThat(refused.wrong()).isEqualTo(2);
        assertThat(refused.errors()).extracting(LineError::line).containsExactly(3L, 4L);
        assertThat(refused.errors())
                .extracting(error -> error.error().code())
                .containsExactly(SurveyError.POINTS_SUM, SurveyError.IMPORT_ORGANISATION_UNKNOWN);
        assertThat(refused.errors().getLast().error().arguments()).containsExactly("Nobody’s");
        assertThat(refused.errors().getLast().cells())
                .extracting(ImportedCell::value)
                .containsExactly("Nobody’s");
        assertThat(responses()).isZero();
    }

    @Test
    void one_that_ended_under_its_application_is_interrupted_and_the_same_file_goes_on_with_nothing_twice() {
        int lines = 2_500;
        var text = HEADING
                + IntStream.rangeClosed(1, lines)
                        .mapToObj(line -> line + "," + company + ",60,40,b," + (line % 2 == 0 ? "A lamp" : "") + "\n")
                        .collect(Collectors.joining());
        var dead = begunAndLeftBehind();
        As.viewer(pm, () -> stored(dead, 1_000));
        assertThat(info(dead).state()).isEqualTo(ImportState.RUNNING);

        silent(dead);
        assertThat(info(dead).state()).isEqualTo(ImportState.INTERRUPTED);
        assertThat(info(dead).stored()).isEqualTo(1_000);
        assertThat(told()).containsExactly("survey.waiting.import.INTERRUPTED");
        var proposal = As.viewer(pm, () -> intake.propose(survey, file(text), "{}"));
        assertThat(proposal.goesOn()).isTrue();
        assertThat(proposal.guess().name()).as("the columns are as they were").isEqualTo("Given {}");

        var rest = over(start(text));
        assertThat(rest.state()).isEqualTo(ImportState.DONE);
        assertThat(rest.known()).isEqualTo(1_000);
        assertThat(rest.stored()).isEqualTo(1_500);
        assertThat(responses()).isEqualTo(lines);
        assertThat(told()).containsExactly("survey.waiting.import.DONE");
    }

    @Test
    void answers_with_and_without_words_in_turn_are_stored_and_their_words_are_heard_together() {
        int lines = 1_000;
        var done = over(start(HEADING
                + IntStream.rangeClosed(1, lines)
                        .mapToObj(line -> line + "," + company + ",60,40,b," + (line % 2 == 0 ? "A lamp" : "") + "\n")
                        .collect(Collectors.joining())));

        assertThat(done.state()).isEqualTo(ImportState.DONE);
        assertThat(done.stored()).isEqualTo(lines);
        await().atMost(Duration.ofSeconds(60)).until(() -> heard("x.id") == lines / 2);
        assertThat(heard("x.event_id")).isEqualTo(lines / 2 / ResponsesImported.MOST);
    }

    private int heard(String what) {
        return jdbc.sql("""
                        select count(distinct %s) from expression x join response r on r.id = x.response_id
                        where r.campaign_id = ?""".formatted(what))
                .param(campaign.value())
                .query(Integer.class)
                .single();
    }

    @Test
    void one_that_counts_as_over_stores_nothing_more() {
        var dead = begunAndLeftBehind();
        As.viewer(pm, () -> jobs.stop(dead));
        assertThatThrownBy(() -> As.viewer(pm, () -> stored(dead, 10))).isInstanceOf(ImportBatches.Over.class);
        assertThat(responses()).isZero();

        var silent = begunAndLeftBehind();
        silent(silent);
        over(start(HEADING + "1," + company + ",60,40,,\n"));
        assertThatThrownBy(() -> As.viewer(pm, () -> stored(silent, 10))).isInstanceOf(ImportBatches.Over.class);
        assertThat(responses()).isEqualTo(1);
    }

    @Test
    void one_that_stores_all_the_time_is_stopped_at_the_first_call() {
        var running = begunAndLeftBehind();
        var begun = new CountDownLatch(1);
        var storing = CompletableFuture.runAsync(() -> {
            while (storesForAWhile(running)) {
                begun.countDown();
            }
        });
        await().until(() -> begun.getCount() == 0);

        As.viewer(pm, () -> jobs.stop(running));

        assertThat(info(running).state()).isEqualTo(ImportState.STOPPED);
        assertThat(storing).succeedsWithin(Duration.ofSeconds(30));
    }

    /** As a batch does: the row is changed, and let go of when all the rest is stored. @return whether it still runs */
    private boolean storesForAWhile(ImportId id) {
        return Boolean.TRUE.equals(transaction.execute(_ -> {
            boolean runs = records.stored(id, 1, 0);
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            return runs;
        }));
    }

    @Test
    void one_at_a_time_for_each_survey() {
        var text = HEADING + "1," + company + ",60,40,,\n";
        var other = begunAndLeftBehind();
        var file = file(text);
        var mapping = As.viewer(pm, () -> intake.propose(survey, file, "{}")).guess();

        refused(SurveyError.IMPORT_RUNS, () -> As.viewer(pm, () -> jobs.start(survey, mapping, file, "a.csv")));
        assertThat(file).as("it may be given again").exists();
        As.viewer(pm, () -> jobs.stop(other));
        assertThat(told()).as("who stops it knows").isEmpty();
        assertThat(over(As.viewer(pm, () -> jobs.start(survey, mapping, file, "a.csv")))
                        .state())
                .isEqualTo(ImportState.DONE);
    }

    @Test
    void who_is_no_editor_any_more_brings_in_nothing_more() {
        var id = begunAndLeftBehind();
        refused(CommonError.NOT_ALLOWED, () -> As.viewer(fixtures.projectManager(), () -> stored(id, 1)));
        assertThat(responses()).isZero();
    }

    @Test
    void an_item_may_be_named_by_its_text() {
        var file = file(HEADING + "1," + company + ",60,40,item B,\n");
        var mapping = As.viewer(pm, () -> intake.propose(survey, file, "{}")).guess();

        assertThat(over(As.viewer(pm, () -> jobs.start(survey, mapping, file, "a.csv")))
                        .state())
                .isEqualTo(ImportState.DONE);
        assertThat(jdbc.sql("""
                        select json_extract(a.content, '$.mattersMost[0]') from submitted_answer a
                        join response r on r.id = a.response_id where r.campaign_id = ? and a.question_id = ?""")
                        .params(campaign.value(), SurveyFixtures.CHOICE.id().value())
                        .query(String.class)
                        .single())
                .isEqualTo("\"b\"");
    }

    @Test
    void capital_letters_make_another_respondent() {
        assertThat(over(start(HEADING + "a1," + company + ",60,40,,\nA1," + company + ",0,100,,\n"))
                        .stored())
                .isEqualTo(2);
    }

    @Test
    void only_editors_see_and_stop_what_is_brought_in() {
        var id = begunAndLeftBehind();
        var other = fixtures.projectManager();
        var mapping = new ImportMapping("id", "{}", "o", "{}", Map.of(), Set.of());
        refused(CommonError.NOT_ALLOWED, () -> As.viewer(other, () -> jobs.of(survey)));
        refused(CommonError.NOT_ALLOWED, () -> As.viewer(other, () -> jobs.stop(id)));
        refused(CommonError.NOT_ALLOWED, () -> As.viewer(other, () -> jobs.noted(id)));
        refused(
                CommonError.NOT_ALLOWED,
                () -> As.viewer(other, () -> jobs.start(survey, mapping, file(HEADING), "a.csv")));
        assertThat(As.viewer(pm, () -> jobs.of(survey)))
                .singleElement()
                .satisfies(one -> assertThat(one.mine()).isTrue());
    }

    /** As a process leaves it behind that ends without a word. */
    private ImportId begunAndLeftBehind() {
        var id = ImportId.next();
        var mapping = new ImportMapping(
                "Respondent",
                "Given {}",
                "Organisation",
                "{}",
                Map.of(
                        new ImportSlot(1, ImportField.POINTS, "roads"), "q1_roads",
                        new ImportSlot(1, ImportField.POINTS, "parks"), "q1_parks"),
                Set.of());
        transaction.executeWithoutResult(_ -> records.start(id, survey, campaign, pm.id(), "left.csv", mapping));
        return id;
    }

    private void silent(ImportId id) {
        jdbc.sql("update response_import set alive_until = '2020-01-01' where id = ?")
                .param(id.value())
                .update();
    }

    private int stored(ImportId id, int lines) {
        var voice = new Voice(
                jdbc.sql("select organisation_id from survey_audience where campaign_id = ?")
                        .param(campaign.value())
                        .query((row, _) -> new OrganisationId(Columns.uuid(row, "organisation_id")))
                        .single(),
                "standard",
                BigDecimal.ONE);
        var made = IntStream.rangeClosed(1, lines)
                .mapToObj(line -> new ImportedLine(
                        String.valueOf(line),
                        "Given " + line,
                        voice,
                        Map.of(SurveyFixtures.POINTS.id(), SurveyFixtures.points(60, 40)),
                        Set.of()))
                .toList();
        return batches.store(id, campaign, Locale.ENGLISH, made, "hash".repeat(16));
    }

    private ImportId start(String text) {
        var file = file(text);
        return As.viewer(
                pm,
                () -> jobs.start(
                        survey, intake.propose(survey, file, "Respondent {}").guess(), file, "answers.csv"));
    }

    private ImportInfo info(ImportId id) {
        return records.find(id).orElseThrow();
    }

    private ImportInfo over(ImportId id) {
        await().atMost(Duration.ofSeconds(60)).until(() -> info(id).state() != ImportState.RUNNING);
        return info(id);
    }

    private List<String> told() {
        return As.viewer(pm, () -> waiting.waitingFor(pm)).stream()
                .map(WaitingSource.Waiting::textKey)
                .toList();
    }
}
