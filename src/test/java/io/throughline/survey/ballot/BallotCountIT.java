package io.throughline.survey.ballot;

import static io.throughline.support.Refusals.refused;
import static io.throughline.survey.SurveyFixtures.POINTS;
import static io.throughline.survey.SurveyFixtures.WORDS;
import static io.throughline.survey.SurveyFixtures.points;
import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.shared.CommonError;
import io.throughline.shared.Viewer;
import io.throughline.support.As;
import io.throughline.support.IntegrationTest;
import io.throughline.survey.AnswerBehind;
import io.throughline.survey.Campaigns;
import io.throughline.survey.Confidentiality;
import io.throughline.survey.Counting;
import io.throughline.survey.ExpressionTexts;
import io.throughline.survey.GivenElsewhere;
import io.throughline.survey.MyResponses;
import io.throughline.survey.QuestionId;
import io.throughline.survey.ResponseImport;
import io.throughline.survey.ResultsFilter;
import io.throughline.survey.ResultsReport;
import io.throughline.survey.SurveyContent;
import io.throughline.survey.SurveyError;
import io.throughline.survey.SurveyFixtures;
import io.throughline.survey.SurveyResults;
import io.throughline.survey.Turnout;
import io.throughline.survey.answer.ResponseHistory;
import io.throughline.survey.export.ResponseExport;
import io.throughline.survey.question.Doubt;
import io.throughline.survey.question.Feeling;
import io.throughline.survey.question.Item;
import io.throughline.survey.question.Kano;
import io.throughline.survey.question.Points;
import io.throughline.survey.question.Scale;
import io.throughline.survey.question.stats.OrganisationFigure;
import java.io.ByteArrayOutputStream;
import java.io.StringReader;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipFile;
import org.apache.commons.csv.CSVFormat;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is told of ballots once they are counted: never of fewer than a group. */
@IntegrationTest
class BallotCountIT extends BallotCase {

    private static final Scale MOOD = new Scale(
            QuestionId.next(),
            SurveyFixtures.text("How do you feel?"),
            SurveyFixtures.text(""),
            false,
            1,
            5,
            SurveyFixtures.text(""),
            SurveyFixtures.text(""));

    @Autowired
    BallotKeeper keeper;

    @Autowired
    SurveyResults results;

    @Autowired
    ResponseHistory history;

    @Autowired
    ResponseExport export;

    @Autowired
    ResponseImport imports;

    @Autowired
    GivenElsewhere elsewhere;

    @Autowired
    MyResponses mine;

    @Autowired
    ExpressionTexts expressions;

    @Autowired
    Campaigns campaigns;

    @Autowired
    JdbcClient jdbc;

    @Test
    void figures_appear_at_a_group_s_size_and_in_its_steps() {
        submit(0, 2);
        count.count(campaign);
        assertThat(answered()).isZero();
        assertThat(people()).isZero();
        assertThat(told()).isZero();
        submit(2, 3);
        count.count(campaign);
        assertThat(answered()).as("as soon as they are there").isEqualTo(3);
        assertThat(people()).isEqualTo(3);
        assertThat(told()).as("for a step at once").isEqualTo(3);
        submit(3, 5);
        count.count(campaign);
        assertThat(answered()).as("two more are no step").isEqualTo(3);
        assertThat(told()).isEqualTo(3);
        submit(5, 6);
        count.count(campaign);
        assertThat(people()).isEqualTo(6);
        assertThat(report(null).turnout())
                .as("no groups while it is open")
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.organisation()).isNull();
                    assertThat(one.inProgress()).isNull();
                    assertThat(one.invited()).isEqualTo(8);
                });
        assertThat(As.viewer(pm, () -> results.segments(campaign))).isEmpty();
        refused(CommonError.NOT_FOUND, () -> report("big"));

        submit(6, 7);
        made.begun(people.get(7), campaign);
        made.close(pm, campaign);
        assertThat(report(null).uncounted()).as("not known yet").isZero();
        keeper.goRound();
        keeper.goRound();
        assertThat(answered()).as("one is left over and never shown").isEqualTo(6);
        assertThat(people()).isEqualTo(6);
        assertThat(behind(POINTS.id(), null)).hasSize(6);
        assertThat(told()).as("though it is told who answered").isEqualTo(7);
        assertThat(report(null).uncounted()).isEqualTo(1);
        assertThat(left()).isZero();
    }

    @Test
    void the_last_step_takes_all_that_are_there() {
        submit(0, 3);
        count.count(campaign);
        submit(3, 8);
        made.close(pm, campaign);
        count.count(campaign);
        assertThat(people()).isEqualTo(8);
        assertThat(report(null).uncounted()).isZero();
    }

    @Test
    void only_at_closing_every_answer_counts_and_groups_are_told() {
        campaign = made.published(pm, Counting.AT_CLOSING, north, south);
        submit(0, 7);
        count.count(campaign);
        assertThat(answered()).isZero();
        assertThat(told()).isEqualTo(7);
        made.begun(people.get(7), campaign);
        made.close(pm, campaign);
        count.count(campaign);
        count.count(campaign);
        assertThat(answered()).isEqualTo(7);
        assertThat(people()).isEqualTo(7);
        assertThat(report(null).uncounted()).isZero();
        assertThat(report(null).turnout())
                .filteredOn(one -> one.organisation() != null)
                .extracting(Turnout::organisation, Turnout::answered)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(north, 4), org.assertj.core.groups.Tuple.tuple(south, 3));
        assertThat(As.viewer(pm, () -> results.segments(campaign))).containsExactly("big", "small");
        assertThat(figures("big").size().people()).isEqualTo(4);
        assertThat(figures(null).items().getFirst().organisations())
                .extracting(OrganisationFigure::people)
                .containsExactlyInAnyOrder(4, 3);
        assertThat(left()).isZero();
    }

    @Test
    void groups_told_at_closing_say_nothing_of_a_few_beside_the_steps_before() {
        // North is 0..3, South 4..7: the first step is of three from North, the second of one and two.
        submit(0, 3);
        count.count(campaign);
        submit(3, 6);
        count.count(campaign);
        submit(6, 8);
        made.close(pm, campaign);
        count.count(campaign);
        assertThat(people()).isEqualTo(6);
        assertThat(As.viewer(pm, () -> results.segments(campaign)))
                .as("North less the first step would be one person")
                .isEmpty();
        refused(CommonError.NOT_FOUND, () -> report("big"));
        assertThat(figures(null).items().getFirst().organisations()).hasSizeLessThan(2);
    }

    @Test
    void figures_of_a_question_move_by_enough_answers_to_it() {
        var given = new int[] {2, 1, 3, 2};
        var shown = new int[] {0, 3, 6, 6};
        var all = new ArrayList<>(people);
        all.addAll(made.customers(north, 4));
        campaign = surveyFixtures.published(
                pm,
                new SurveyContent(SurveyFixtures.text("Moods"), SurveyFixtures.text("To know."), List.of(POINTS, MOOD))
                        .with(Confidentiality.ANONYMOUS)
                        .inGroupsOf(BallotFixtures.GROUP),
                Instant.now().minusSeconds(60),
                Set.of(north, south));
        for (int step = 0; step < 4; step++) {
            for (int one = 0; one < 3; one++) {
                choosing(all.get(3 * step + one), one < given[step]);
            }
            count.count(campaign);
            assertThat(people()).isEqualTo(3 * step + 3);
            assertThat(chosen()).as("step %d", step).isEqualTo(shown[step]);
            assertThat(behind(MOOD.id(), null)).hasSize(shown[step]);
        }
        made.close(pm, campaign);
        count.count(campaign);
        assertThat(chosen()).as("two more would be told by the difference").isEqualTo(6);
        assertThat(behind(MOOD.id(), null)).hasSize(6);
    }

    @Test
    void what_fewer_than_a_group_said_is_told_as_such_in_files_and_not_as_nobody_s() throws Exception {
        campaign = surveyFixtures.published(
                pm,
                new SurveyContent(SurveyFixtures.text("Moods"), SurveyFixtures.text("To know."), List.of(POINTS, MOOD))
                        .with(Confidentiality.ANONYMOUS)
                        .inGroupsOf(BallotFixtures.GROUP),
                Instant.now().minusSeconds(60),
                Set.of(north, south));
        for (int one = 0; one < BallotFixtures.GROUP; one++) {
            choosing(people.get(one), one < BallotFixtures.GROUP - 1);
        }
        count.count(campaign);

        var csv = As.viewer(pm, () -> results.exportCsv(campaign, ResultsFilter.NONE, Locale.ENGLISH));
        try (var lines = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(csv))) {
            assertThat(lines.getRecords())
                    .filteredOn(line -> line.get("question").equals("How do you feel?"))
                    .isNotEmpty()
                    .allSatisfy(line -> {
                        assertThat(line.get("value")).isEqualTo("undefined");
                        assertThat(line.get("n_people")).isEmpty();
                        assertThat(line.get("n_organisations")).isEmpty();
                    });
        }
        var pdf = new ByteArrayOutputStream();
        As.viewer(pm, () -> export.write(campaign, ResultsFilter.NONE, ResponseExport.Format.PDF, Locale.ENGLISH, pdf));
        try (var paper = Loader.loadPDF(pdf.toByteArray())) {
            assertThat(new PDFTextStripper().getText(paper))
                    .contains("Fewer than %d people answered this".formatted(BallotFixtures.GROUP))
                    .doesNotContain("Chosen by");
        }
    }

    private void choosing(Viewer person, boolean chosen) {
        var key = made.begun(person, campaign);
        As.viewer(person, () -> {
            ballots.save(campaign, key, POINTS.id(), points(50, 50));
            if (chosen) {
                ballots.save(campaign, key, MOOD.id(), new Scale.Answer(4));
            }
            ballots.submit(campaign, key);
        });
    }

    private int chosen() {
        return report(null).questions().get(1).result().size().people();
    }

    @Test
    void fewer_than_a_group_are_never_shown_and_their_ballots_are_deleted() {
        submit(0, 2);
        made.close(pm, campaign);
        count.count(campaign);
        assertThat(answered()).isZero();
        assertThat(people()).isZero();
        assertThat(left()).isZero();
        refused(SurveyError.CLOSED, () -> made.begun(people.getLast(), campaign));
        refused(
                SurveyError.ANONYMOUS_STAYS_CLOSED,
                () -> As.viewer(
                        pm,
                        () -> campaigns.reopen(
                                campaign,
                                surveys.detail(campaign).published().version(),
                                Instant.now().plusSeconds(600),
                                "More time")));
    }

    @Test
    void a_question_too_few_answered_has_no_figure_and_no_answers_to_read() {
        for (int one = 0; one < 6; one++) {
            made.submitted(people.get(one), campaign, points(100, 0), one < 2 ? "Alone " + one : "");
        }
        made.close(pm, campaign);
        count.count(campaign);
        assertThat(answered()).isEqualTo(6);
        assertThat(behind(WORDS.id(), null)).isEmpty();
        assertThat(As.viewer(pm, () -> results.countBehind(campaign, WORDS.id(), null)))
                .isZero();
        assertThat(behind(POINTS.id(), null)).hasSize(6);
    }

    @Test
    void own_words_come_alone_without_name_organisation_time_and_other_answers() {
        submit(0, 8);
        made.close(pm, campaign);
        count.count(campaign);
        var said = behind(WORDS.id(), null);
        assertThat(said).hasSize(8).allMatch(one -> one.by() == null);
        assertThat(behind(WORDS.id(), "big")).as("not by group").isEmpty();
        for (var reader : List.of(pm, fixtures.projectManager(), fixtures.manager())) {
            var read = As.viewer(
                    reader,
                    () -> expressions.read(
                            said.stream().map(AnswerBehind::words).toList()));
            assertThat(read.values()).hasSize(8).allSatisfy(one -> {
                assertThat(one.words()).startsWith("Words of ");
                assertThat(one.person()).isEmpty();
                assertThat(one.organisation()).isEmpty();
                assertThat(one.origin().person()).isNull();
                assertThat(one.origin().response()).isNull();
            });
        }
        for (var person : people) {
            assertThat(As.viewer(person, () -> mine.submitted())).isEmpty();
            assertThat(As.viewer(
                            person,
                            () -> expressions.read(
                                    said.stream().map(AnswerBehind::words).toList())))
                    .isEmpty();
        }
    }

    @Test
    void answers_that_look_doubtful_are_told_of_a_group_at_least() {
        var likes = new Kano.Answer(Map.of("shade", new Kano.Pair(Feeling.LIKE, Feeling.LIKE)));
        var often = kano();
        var seldom = kano();
        campaign = surveyFixtures.published(
                pm,
                new SurveyContent(
                                SurveyFixtures.text("Wishes"), SurveyFixtures.text("To know."), List.of(often, seldom))
                        .with(Confidentiality.ANONYMOUS)
                        .inGroupsOf(BallotFixtures.GROUP),
                Instant.now().minusSeconds(60),
                Set.of(north, south));
        for (int one = 0; one < people.size(); one++) {
            var key = made.begun(people.get(one), campaign);
            boolean contradicts = one < BallotFixtures.GROUP - 1;
            As.viewer(people.get(one), () -> {
                ballots.save(campaign, key, often.id(), likes);
                if (contradicts) {
                    ballots.save(campaign, key, seldom.id(), likes);
                }
                ballots.submit(campaign, key);
            });
        }
        made.close(pm, campaign);
        count.count(campaign);

        assertThat(As.viewer(pm, () -> history.doubts(campaign)))
                .as("of two nothing is told")
                .isEqualTo(Map.of(often.id(), Map.of(Doubt.Kind.CONTRADICTION, people.size())));
    }

    private static Kano kano() {
        return new Kano(
                QuestionId.next(),
                SurveyFixtures.text("How would that be?"),
                SurveyFixtures.text(""),
                false,
                List.of(new Item("shade", SurveyFixtures.text("Shade"))));
    }

    @Test
    void no_file_puts_answers_side_by_side_and_nothing_with_names_is_brought_in() throws Exception {
        submit(0, 8);
        made.close(pm, campaign);
        count.count(campaign);
        refused(
                SurveyError.ANONYMOUS_NO_ROWS,
                () -> As.viewer(
                        pm,
                        () -> export.write(
                                campaign,
                                ResultsFilter.NONE,
                                ResponseExport.Format.SPSS,
                                Locale.ENGLISH,
                                new ByteArrayOutputStream())));
        var book = new ByteArrayOutputStream();
        As.viewer(
                pm, () -> export.write(campaign, ResultsFilter.NONE, ResponseExport.Format.XLSX, Locale.ENGLISH, book));
        var stored = Files.write(Files.createTempFile("export", ".xlsx"), book.toByteArray());
        try (var zip = new ZipFile(stored.toFile())) {
            assertThat(Collections.list(zip.entries()))
                    .filteredOn(entry -> entry.getName().startsWith("xl/worksheets/"))
                    .as("figures only")
                    .hasSize(1);
        } finally {
            Files.delete(stored);
        }
        assertThat(As.viewer(pm, () -> results.exportCsv(campaign, ResultsFilter.NONE, Locale.ENGLISH)))
                .contains("hundred-points")
                .doesNotContain("Words of ");
        refused(
                SurveyError.ANONYMOUS_NO_IMPORT,
                () -> As.viewer(
                        pm,
                        () -> imports.importResponses(surveys.detail(campaign).key(), "{}", "", true)));
        refused(
                SurveyError.ANONYMOUS_NO_IMPORT,
                () -> As.viewer(pm, () -> elsewhere.store(campaign, "key", "hash", List.of())));
    }

    private ResultsReport report(String segment) {
        return As.viewer(pm, () -> results.report(campaign, ResultsFilter.of(segment)));
    }

    private int answered() {
        return report(null).answered();
    }

    private Points.Result figures(String segment) {
        return (Points.Result) report(segment).questions().getFirst().result();
    }

    private int people() {
        return figures(null).size().people();
    }

    private int told() {
        return invited(campaign);
    }

    private int left() {
        return jdbc.sql("select count(*) from ballot where campaign_id = ?")
                .param(campaign.value())
                .query(Integer.class)
                .single();
    }

    private List<AnswerBehind> behind(QuestionId question, String segment) {
        return As.viewer(pm, () -> results.answersBehind(campaign, question, null, ResultsFilter.of(segment), 0, 50));
    }
}
