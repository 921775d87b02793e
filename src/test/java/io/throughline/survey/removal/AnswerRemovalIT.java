package io.throughline.survey.removal;

import static io.throughline.support.Refusals.refused;
import static io.throughline.survey.SurveyFixtures.POINTS;
import static io.throughline.survey.SurveyFixtures.WORDS;
import static io.throughline.survey.SurveyFixtures.points;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.throughline.shared.CommonError;
import io.throughline.shared.Progress;
import io.throughline.shared.Viewer;
import io.throughline.shared.act.Act;
import io.throughline.shared.act.ActKind;
import io.throughline.support.As;
import io.throughline.support.Fixtures;
import io.throughline.support.IntegrationTest;
import io.throughline.survey.AnswerBehind;
import io.throughline.survey.ExpressionTexts;
import io.throughline.survey.GivenElsewhere;
import io.throughline.survey.MyResponses;
import io.throughline.survey.ResultsFilter;
import io.throughline.survey.ResultsReport;
import io.throughline.survey.SharedFrom;
import io.throughline.survey.SharedResults;
import io.throughline.survey.SharedWith;
import io.throughline.survey.Sharing;
import io.throughline.survey.SurveyError;
import io.throughline.survey.SurveyResults;
import io.throughline.survey.ballot.BallotCount;
import io.throughline.survey.campaign.CampaignDesk;
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
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;

/** What is gone after that day, and the figures that stay. */
@IntegrationTest
class AnswerRemovalIT extends KeptUntilADay {

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
    CampaignDesk desk;

    @Autowired
    BallotCount count;

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
                          and (person_id is not null or organisation_id is not null or segment is not null
                               or hash_salt is not null)""").param(campaign.value()).query(Integer.class).single())
                .isZero();
        assertThat(rows("submitted_answer", other)).as("of another survey").isEqualTo(2);
        assertThat(events.stream(Act.class).filter(act -> act.kind() == ActKind.ANSWERS_REMOVED))
                .singleElement()
                .satisfies(act -> assertThat(act.contentHash()).isNotNull());
    }

    @Test
    void no_figures_are_kept_that_would_tell_of_few_less_those_of_several_segments() {
        var more = fixtures.organisation(Fixtures.unique("More"), "more");
        people.addAll(ballots.customers(more, 5));
        campaign = made.published(owner, home, away, more);
        survey = survey(campaign);
        for (var person : people.subList(1, people.size())) {
            made.submitted(person, campaign, points(50, 50), "");
        }
        ballots.close(owner, campaign);
        assertThat(As.viewer(owner, () -> results.segments(campaign))).containsExactly("few", "many", "more");
        removed();
        var kept = As.viewer(owner, () -> results.segments(campaign));
        assertThat(kept).as("all less both would be one person's").hasSize(1).doesNotContain("few");
        assertThat(found(report(ResultsFilter.of(kept.getFirst()))).size().people())
                .isEqualTo(5);
        assertThat(found(report(ResultsFilter.NONE)).size().people()).isEqualTo(11);
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

    private int triaged(String where) {
        return jdbc.sql(
                        "select count(*) from expression e join response r on r.id = e.response_id where r.campaign_id = ? and e."
                                + where.replace("true", "id is not null"))
                .param(campaign.value())
                .query(Integer.class)
                .single();
    }
}
