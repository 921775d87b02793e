package io.throughline.survey.removal;

import static io.throughline.survey.SurveyFixtures.POINTS;
import static io.throughline.survey.SurveyFixtures.WORDS;
import static io.throughline.survey.SurveyFixtures.points;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.throughline.shared.CommonError;
import io.throughline.shared.DomainException;
import io.throughline.shared.ErrorCode;
import io.throughline.shared.OrganisationId;
import io.throughline.shared.Progress;
import io.throughline.shared.Viewer;
import io.throughline.shared.act.Act;
import io.throughline.shared.act.ActKind;
import io.throughline.shared.port.WaitingSource;
import io.throughline.shared.port.WaitingSource.Waiting;
import io.throughline.support.As;
import io.throughline.support.Fixtures;
import io.throughline.support.IntegrationTest;
import io.throughline.survey.AnswerBehind;
import io.throughline.survey.Answering;
import io.throughline.survey.CampaignId;
import io.throughline.survey.Campaigns;
import io.throughline.survey.ExpressionTexts;
import io.throughline.survey.GivenElsewhere;
import io.throughline.survey.MyResponses;
import io.throughline.survey.ResponseId;
import io.throughline.survey.ResultsFilter;
import io.throughline.survey.ResultsReport;
import io.throughline.survey.Round;
import io.throughline.survey.SharedFrom;
import io.throughline.survey.SharedResults;
import io.throughline.survey.SharedWith;
import io.throughline.survey.Sharing;
import io.throughline.survey.SurveyError;
import io.throughline.survey.SurveyFixtures;
import io.throughline.survey.SurveyId;
import io.throughline.survey.SurveyResults;
import io.throughline.survey.Surveys;
import io.throughline.survey.ballot.BallotCount;
import io.throughline.survey.ballot.BallotFixtures;
import io.throughline.survey.campaign.CampaignDesk;
import io.throughline.survey.design.Retention;
import io.throughline.survey.export.ResponseExport;
import io.throughline.survey.intake.ImportField;
import io.throughline.survey.intake.ImportJobs;
import io.throughline.survey.intake.ImportMapping;
import io.throughline.survey.intake.ImportSlot;
import io.throughline.survey.question.Points;
import io.throughline.survey.results.Weights;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@IntegrationTest
@RecordApplicationEvents
class RetentionIT {

    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

    @Autowired
    Retention retention;

    @Autowired
    RetentionKeeper keeper;

    @Autowired
    List<WaitingSource> waiting;

    @Autowired
    AnswerRemoval removal;

    @Autowired
    SurveyResults results;

    @Autowired
    SharedResults shared;

    @Autowired
    ResponseExport export;

    @Autowired
    GivenElsewhere elsewhere;

    @Autowired
    ImportJobs imports;

    @Autowired
    Weights weights;

    @Autowired
    MyResponses mine;

    @Autowired
    ExpressionTexts expressions;

    @Autowired
    Answering answering;

    @Autowired
    CampaignDesk desk;

    @Autowired
    Surveys surveys;

    @Autowired
    Campaigns campaigns;

    @Autowired
    SurveyFixtures made;

    @Autowired
    BallotFixtures ballots;

    @Autowired
    BallotCount count;

    @Autowired
    Fixtures fixtures;

    @Autowired
    ApplicationEvents events;

    @Autowired
    JdbcClient jdbc;

    Viewer owner;
    OrganisationId home;
    OrganisationId away;
    List<Viewer> people;
    CampaignId campaign;
    SurveyId survey;

    @BeforeEach
    void published() {
        owner = fixtures.projectManager();
        home = fixtures.organisation(Fixtures.unique("Home"), "few");
        away = fixtures.organisation(Fixtures.unique("Away"), "many");
        people = new ArrayList<>(ballots.customers(home, 2));
        people.addAll(ballots.customers(away, 5));
        campaign = made.published(owner, home, away);
        survey = survey(campaign);
    }

    @Test
    void editors_set_the_day_and_everybody_asked_reads_it() {
        var day = TODAY.plusDays(30);
        refused(CommonError.NOT_ALLOWED, () -> set(fixtures.projectManager(), null, day));
        refused(SurveyError.RETENTION_TOO_EARLY, () -> set(owner, null, TODAY.minusDays(1)));
        set(owner, null, day);
        refused(CommonError.STALE, () -> set(owner, null, day.plusDays(1)));
        assertThat(As.viewer(people.getFirst(), () -> answering.intro(campaign)).keepUntil())
                .isEqualTo(day);
        assertThat(events.stream(Act.class).filter(act -> act.kind() == ActKind.RETENTION_SET))
                .singleElement()
                .satisfies(act -> assertThat(act.contentHash()).isNotNull());
        set(owner, day, day.plusDays(9));
        made.started(people.getFirst(), campaign);
        refused(SurveyError.RETENTION_PROMISED, () -> set(owner, day.plusDays(9), day.plusDays(10)));
        refused(SurveyError.RETENTION_PROMISED, () -> set(owner, day.plusDays(9), null));
        set(owner, day.plusDays(9), day);
    }

    @Test
    void a_day_no_calendar_of_the_database_has_is_refused() {
        var last = LocalDate.of(9999, 12, 31);
        for (var day : List.of(last.plusDays(1), LocalDate.of(123_456, 1, 1), LocalDate.MAX)) {
            refused(SurveyError.RETENTION_TOO_LATE, () -> set(owner, null, day));
        }
        set(owner, null, last);
        assertThat(As.viewer(owner, () -> retention.until(survey))).contains(last);
    }

    @Test
    void no_round_ends_after_it() {
        set(owner, null, TODAY.plusDays(1));
        var late = Instant.now().plus(Duration.ofDays(3));
        refused(
                SurveyError.RETENTION_BEFORE_CLOSING,
                () -> As.viewer(owner, () -> campaigns.extend(campaign, version(), late)));
        refused(
                SurveyError.RETENTION_BEFORE_CLOSING,
                () -> As.viewer(owner, () -> campaigns.again(survey, 2, new Round(Set.of(home), Instant.now(), late))));
        ballots.close(owner, campaign);
        refused(
                SurveyError.RETENTION_BEFORE_CLOSING,
                () -> As.viewer(owner, () -> campaigns.reopen(campaign, version(), late, "More time")));
    }

    @Test
    void editors_are_warned_two_weeks_before() {
        made.submitted(people.getFirst(), campaign, points(70, 30), "");
        set(owner, null, TODAY.plusDays(15));
        assertThat(warnings(owner)).isEmpty();
        set(owner, TODAY.plusDays(15), TODAY.plusDays(14));
        assertThat(warnings(owner)).singleElement().satisfies(one -> {
            assertThat(one.href()).isEqualTo("surveys/" + survey.value());
            assertThat(one.due())
                    .isEqualTo(TODAY.plusDays(15).atStartOfDay(ZoneOffset.UTC).toInstant());
        });
        assertThat(warnings(fixtures.projectManager())).isEmpty();
        assertThat(warnings(people.getFirst())).isEmpty();
        removed();
        assertThat(warnings(owner)).isEmpty();
    }

    @Test
    void before_the_day_the_database_lets_nobody_delete_an_answer() {
        var response = made.submitted(people.getFirst(), campaign, points(70, 30), "Mine");
        ballots.close(owner, campaign);
        set(owner, null, TODAY);
        for (var sql : List.of(
                "delete from submitted_answer where response_id = ?",
                "update campaign set removed_at = utc_timestamp(6) where id = (select campaign_id from response where id = ?)")) {
            assertThatThrownBy(() -> jdbc.sql(sql).param(response.value()).update())
                    .isInstanceOf(DataAccessException.class)
                    .hasStackTraceContaining("remove");
        }
        keeper.goRound();
        assertThat(rows("submitted_answer", response))
                .as("kept to the end of the day")
                .isEqualTo(2);
    }

    @Test
    void what_people_said_is_gone_and_the_figures_stay() throws Exception {
        for (int one = 0; one < 7; one++) {
            made.submitted(people.get(one), campaign, points(10 * one, 100 - 10 * one), one < 5 ? "Secret " + one : "");
        }
        var begun = made.published(owner, home);
        var other = made.submitted(people.getFirst(), begun, points(1, 99), "Elsewhere");
        var said = As.viewer(owner, () -> results.answersBehind(campaign, WORDS.id(), null, 0, 50)).stream()
                .map(AnswerBehind::words)
                .toList();
        await().until(() -> triaged("person_id is not null") == 5);
        ballots.close(owner, campaign);
        var before = report(ResultsFilter.NONE);
        var seen = overall(people.getFirst());
        removed();

        var after = report(ResultsFilter.NONE);
        assertThat(after.removedAt()).isNotNull();
        assertThat(after.answered()).isEqualTo(7);
        assertThat(after.invited()).isEqualTo(7);
        assertThat(found(after).size()).isEqualTo(found(before).size());
        for (int item = 0; item < 2; item++) {
            assertThat(found(after).items().get(item).share())
                    .as("with its weights and its interval")
                    .isEqualTo(found(before).items().get(item).share());
            assertThat(found(after).items().get(item).organisations()).isEmpty();
        }
        // The others would be two.
        refused(SurveyError.ANSWERS_REMOVED, () -> report(ResultsFilter.of("many")));
        assertThat(As.viewer(owner, () -> results.segments(campaign))).isEmpty();
        assertThat(As.viewer(owner, () -> results.organisations(campaign))).isEmpty();
        refused(SurveyError.ANSWERS_REMOVED, () -> report(ResultsFilter.NONE.withOrganisations(Set.of(away))));
        assertThat(As.viewer(owner, () -> results.answersBehind(campaign, POINTS.id(), null, 0, 50)))
                .isEmpty();
        assertThat(As.viewer(owner, () -> results.exportCsv(campaign, ResultsFilter.NONE, Locale.ENGLISH)))
                .contains("single_answers_removed_at", after.removedAt().toString());
        refused(SurveyError.ANSWERS_REMOVED, () -> write(ResponseExport.Format.SPSS));
        assertThat(write(ResponseExport.Format.PDF)).isNotEmpty();
        assertThat(write(ResponseExport.Format.XLSX)).isNotEmpty();
        refused(
                SurveyError.ANSWERS_REMOVED,
                () -> As.viewer(owner, () -> elsewhere.store(campaign, "key", "hash", List.of())));
        refused(
                SurveyError.ANSWERS_REMOVED,
                () -> As.viewer(
                        fixtures.manager(), () -> weights.change(campaign, 0, home, BigDecimal.TEN, "They pay.")));
        refused(
                SurveyError.ANSWERS_REMOVED,
                () -> As.viewer(
                        owner,
                        () -> campaigns.reopen(
                                campaign, version(), Instant.now().plusSeconds(600), "More")));
        assertThat(As.viewer(owner, () -> desk.invited(campaign, "", 0, 50)))
                .hasSize(7)
                .allMatch(one -> one.state() == null);

        var words = As.viewer(owner, () -> expressions.read(said));
        assertThat(words.values()).hasSize(5).allSatisfy(one -> {
            assertThat(one.words()).startsWith("[Removed");
            assertThat(one.person()).isEmpty();
            assertThat(one.organisation()).isEmpty();
        });
        await().until(() -> triaged("person_id is not null") == 0);
        assertThat(triaged("true")).as("that something was said stays").isEqualTo(5);
        var first = people.getFirst();
        assertThat(As.viewer(first, () -> mine.submitted()))
                .extracting(MyResponses.Submitted::id)
                .containsExactly(other);
        assertThat(As.viewer(first, () -> mine.removed()))
                .extracting(MyResponses.Removed::campaign)
                .containsExactly(campaign);
        assertThat(As.viewer(first, () -> answering.intro(campaign)).removedAt())
                .isNotNull();
        refused(CommonError.NOT_FOUND, () -> overall(first));
        assertThat(seen.answered()).isEqualTo(7);
        share();
        var still = overall(first);
        assertThat(still.answered()).isEqualTo(7);
        assertThat(((Points.Result) still.questions().getFirst().result()).items())
                .isEqualTo(((Points.Result) seen.questions().getFirst().result()).items());

        assertThat(jdbc.sql("""
                        select count(*) from response where campaign_id = ?
                          and (person_id is not null or organisation_id is not null or segment is not null)""").param(campaign.value()).query(Integer.class).single())
                .isZero();
        assertThat(rows("submitted_answer", other)).as("of another survey").isEqualTo(2);
        assertThat(events.stream(Act.class).filter(act -> act.kind() == ActKind.ANSWERS_REMOVED))
                .singleElement()
                .satisfies(act -> assertThat(act.contentHash()).isNotNull());
    }

    @Test
    void whatever_stops_it_the_next_round_ends_it_once() {
        for (int one = 0; one < 6; one++) {
            made.submitted(people.get(one), campaign, points(10 * one, 100 - 10 * one), "Secret " + one);
        }
        ballots.close(owner, campaign);
        var before = found(report(ResultsFilter.NONE)).items().getFirst().share();
        due();
        removal.begin(campaign);
        // The server went down here: figures are written, answers not yet deleted.
        assertThat(found(report(ResultsFilter.NONE)).items().getFirst().share()).isEqualTo(before);
        assertThat(As.viewer(owner, () -> results.answersBehind(campaign, POINTS.id(), null, 0, 50)))
                .as("they are read no more")
                .isEmpty();
        removal.begin(campaign);
        assertThat(removal.next(campaign)).isTrue();
        // And here: what counting needed is still there.
        keeper.goRound();
        keeper.goRound();
        for (var table : List.of("result_cell", "result_journal", "campaign_count")) {
            assertThat(jdbc.sql("select count(*) from " + table + " where campaign_id = ?")
                            .param(campaign.value())
                            .query(Integer.class)
                            .single())
                    .isZero();
        }
        assertThat(found(report(ResultsFilter.NONE)).items().getFirst().share()).isEqualTo(before);
        assertThat(events.stream(Act.class).filter(act -> act.kind() == ActKind.ANSWERS_REMOVED))
                .hasSize(1);
        assertThatThrownBy(() -> jdbc.sql("update campaign set removed_at = null where id = ?")
                        .param(campaign.value())
                        .update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void of_an_anonymous_survey_stay_the_figures_that_were_shown() {
        campaign = ballots.published(owner, home, away);
        survey = survey(campaign);
        for (int one = 0; one < 7; one++) {
            ballots.submitted(people.get(one), campaign, points(10 * one, 100 - 10 * one), "Secret " + one);
        }
        ballots.close(owner, campaign);
        count.count(campaign);
        var before = found(report(ResultsFilter.NONE));
        removed();
        var after = found(report(ResultsFilter.NONE));
        assertThat(after.size().people()).isEqualTo(before.size().people());
        assertThat(after.items().getFirst().share())
                .isEqualTo(before.items().getFirst().share());
        assertThat(jdbc.sql("select count(*) from ballot_register where campaign_id = ?")
                        .param(campaign.value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void what_stood_wrong_in_a_file_goes_with_the_answers(@TempDir Path folder) throws IOException {
        made.submitted(people.getFirst(), campaign, points(70, 30), "");
        var file = folder.resolve("answers.csv");
        Files.writeString(file, "Respondent,Organisation,q1_roads,q1_parks\n1,Mallory Ltd,60,40\n");
        bringIn(file);
        await().until(() -> said("Mallory") == 1);
        ballots.close(owner, campaign);
        removed();

        assertThat(said("")).isZero();
        Files.writeString(file, "Respondent,Organisation,q1_roads,q1_parks\n");
        refused(SurveyError.ANSWERS_REMOVED, () -> bringIn(file));
    }

    private void bringIn(Path file) {
        var mapping = new ImportMapping(
                "Respondent",
                "{}",
                "Organisation",
                "{}",
                Map.of(
                        new ImportSlot(1, ImportField.POINTS, "roads"), "q1_roads",
                        new ImportSlot(1, ImportField.POINTS, "parks"), "q1_parks"),
                Set.of());
        As.viewer(owner, () -> imports.start(survey, mapping, file, "answers.csv"));
    }

    /** Imports in whose errors words stand. */
    private int said(String words) {
        return jdbc.sql("select count(*) from response_import where campaign_id = ? and errors like ?")
                .params(campaign.value(), "%" + words + "%")
                .query(Integer.class)
                .single();
    }

    private void share() {
        As.viewer(
                owner, () -> campaigns.share(campaign, version(), new Sharing(SharedWith.INVITED, SharedFrom.CLOSING)));
    }

    private byte[] write(ResponseExport.Format format) throws Exception {
        var out = new ByteArrayOutputStream();
        As.viewer(owner, () -> export.write(campaign, ResultsFilter.NONE, format, Locale.ENGLISH, out));
        return out.toByteArray();
    }

    private ResultsReport report(ResultsFilter filter) {
        return As.viewer(owner, () -> results.report(campaign, filter));
    }

    private static Points.Result found(ResultsReport report) {
        return (Points.Result) report.questions().getFirst().result();
    }

    private SharedResults.Overall overall(Viewer viewer) {
        return As.viewer(viewer, () -> shared.of(campaign, Progress.UNWATCHED));
    }

    private List<Waiting> warnings(Viewer viewer) {
        return As.viewer(
                viewer,
                () -> waiting.stream()
                        .flatMap(source -> source.waitingFor(viewer).stream())
                        .filter(one -> one.textKey().equals("retention.waiting"))
                        .toList());
    }

    private SurveyId survey(CampaignId id) {
        return As.viewer(owner, () -> surveys.detail(id).id());
    }

    private long version() {
        return As.viewer(
                owner,
                () -> surveys.detail(campaign).campaigns().stream()
                        .filter(one -> one.id().equals(campaign))
                        .findFirst()
                        .orElseThrow()
                        .version());
    }

    private void set(Viewer viewer, LocalDate seen, LocalDate until) {
        As.viewer(viewer, () -> retention.set(survey, seen, until));
    }

    /** As though the day had gone by. */
    private void due() {
        jdbc.sql("replace into survey_retention (survey_id, keep_until) values (?, ?)")
                .params(survey.value(), TODAY.minusDays(1))
                .update();
    }

    private void removed() {
        due();
        keeper.goRound();
    }

    private int triaged(String where) {
        return jdbc.sql(
                        "select count(*) from expression e join response r on r.id = e.response_id where r.campaign_id = ? and e."
                                + where.replace("true", "id is not null"))
                .param(campaign.value())
                .query(Integer.class)
                .single();
    }

    private int rows(String table, ResponseId response) {
        return jdbc.sql("select count(*) from " + table + " where response_id = ?")
                .param(response.value())
                .query(Integer.class)
                .single();
    }

    private static void refused(ErrorCode code, org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
        assertThatExceptionOfType(DomainException.class)
                .isThrownBy(act)
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
