package io.throughline.survey.ballot;

import static io.throughline.support.Refusals.refused;
import static io.throughline.survey.SurveyFixtures.POINTS;
import static io.throughline.survey.SurveyFixtures.WORDS;
import static io.throughline.survey.SurveyFixtures.points;
import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.shared.CommonError;
import io.throughline.shared.OrganisationId;
import io.throughline.shared.Viewer;
import io.throughline.support.As;
import io.throughline.support.Fixtures;
import io.throughline.support.IntegrationTest;
import io.throughline.survey.AnswerBehind;
import io.throughline.survey.Answering;
import io.throughline.survey.Audience;
import io.throughline.survey.CampaignId;
import io.throughline.survey.Campaigns;
import io.throughline.survey.Confidentiality;
import io.throughline.survey.Counting;
import io.throughline.survey.ExpressionTexts;
import io.throughline.survey.GivenElsewhere;
import io.throughline.survey.MailLink;
import io.throughline.survey.Mailing;
import io.throughline.survey.MyResponses;
import io.throughline.survey.OpenSurvey;
import io.throughline.survey.QuestionId;
import io.throughline.survey.ResponseImport;
import io.throughline.survey.ResponseState;
import io.throughline.survey.ResultsFilter;
import io.throughline.survey.ResultsReport;
import io.throughline.survey.Round;
import io.throughline.survey.SurveyContent;
import io.throughline.survey.SurveyError;
import io.throughline.survey.SurveyFixtures;
import io.throughline.survey.SurveyResults;
import io.throughline.survey.Surveys;
import io.throughline.survey.Turnout;
import io.throughline.survey.answer.BallotStanding;
import io.throughline.survey.answer.ResponseHistory;
import io.throughline.survey.campaign.CampaignDesk;
import io.throughline.survey.campaign.CampaignMails;
import io.throughline.survey.campaign.CampaignSettings;
import io.throughline.survey.campaign.Settings;
import io.throughline.survey.export.ResponseExport;
import io.throughline.survey.question.FileKind;
import io.throughline.survey.question.FileQuestion;
import io.throughline.survey.question.Points;
import io.throughline.survey.question.Scale;
import io.throughline.survey.question.stats.OrganisationFigure;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
class BallotsIT {

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
    CampaignSettings settings;

    @Autowired
    Ballots ballots;

    @Autowired
    BallotCount count;

    @Autowired
    BallotKeeper keeper;

    @Autowired
    BallotFixtures made;

    @Autowired
    SurveyFixtures surveyFixtures;

    @Autowired
    Answering answering;

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
    CampaignDesk desk;

    @Autowired
    Campaigns campaigns;

    @Autowired
    Surveys surveys;

    @Autowired
    Fixtures fixtures;

    @Autowired
    JdbcClient jdbc;

    Viewer pm;
    OrganisationId north;
    OrganisationId south;
    List<Viewer> people;
    CampaignId campaign;

    @BeforeEach
    void asked() {
        pm = fixtures.projectManager();
        north = fixtures.organisation(Fixtures.unique("North"), "big");
        south = fixtures.organisation(Fixtures.unique("South"), "small");
        var all = new java.util.ArrayList<>(made.customers(north, 4));
        all.addAll(made.customers(south, 4));
        people = List.copyOf(all);
        campaign = made.published(pm, north, south);
    }

    @Test
    void a_person_begins_one_ballot_and_only_its_key_opens_it() {
        var person = people.getFirst();
        assertThat(standing(person)).isEqualTo(BallotStanding.NOT_BEGUN);
        var key = made.begun(person, campaign);
        assertThat(standing(person)).isEqualTo(BallotStanding.BEGUN);
        refused(SurveyError.BALLOT_BEGUN, () -> made.begun(person, campaign));
        save(person, key, points(10, 20));

        var code = BallotKey.parse(key.code());
        var sheet = As.viewer(person, () -> ballots.sheet(campaign, code));
        assertThat(sheet.given()).containsOnly(Map.entry(POINTS.id(), points(10, 20)));
        assertThat(sheet.state()).isEqualTo(ResponseState.IN_PROGRESS);
        assertThat(sheet.intro().confidentiality()).isEqualTo(Confidentiality.ANONYMOUS);
        var other = BallotKey.fresh(new java.security.SecureRandom());
        refused(SurveyError.BALLOT_UNKNOWN, () -> As.viewer(person, () -> ballots.sheet(campaign, other)));
        refused(SurveyError.BALLOT_UNKNOWN, () -> save(person, other, points(1, 99)));
        refused(SurveyError.BALLOT_UNKNOWN, () -> As.viewer(person, () -> ballots.submit(campaign, other)));
        var second = made.published(pm, north);
        refused(SurveyError.BALLOT_UNKNOWN, () -> As.viewer(person, () -> ballots.sheet(second, key)));
    }

    @Test
    void who_isn_t_asked_has_no_ballot_and_a_named_survey_has_none() {
        var stranger = fixtures.customer();
        refused(CommonError.NOT_FOUND, () -> made.begun(stranger, campaign));
        refused(CommonError.NOT_FOUND, () -> As.viewer(stranger, () -> ballots.standing(campaign)));
        var key = made.begun(people.getFirst(), campaign);
        refused(CommonError.NOT_FOUND, () -> As.viewer(stranger, () -> ballots.sheet(campaign, key)));
        refused(CommonError.NOT_FOUND, () -> save(stranger, key, points(1, 99)));
        refused(CommonError.NOT_FOUND, () -> As.viewer(stranger, () -> ballots.gaps(campaign, key)));
        refused(CommonError.NOT_FOUND, () -> As.viewer(stranger, () -> ballots.submit(campaign, key)));
        var named = surveyFixtures.published(pm, north);
        refused(SurveyError.NOT_ANONYMOUS, () -> made.begun(people.getFirst(), named));
        refused(SurveyError.ANSWERED_BY_BALLOT, () -> As.viewer(people.getFirst(), () -> answering.start(campaign)));
    }

    @Test
    void what_is_submitted_is_complete_and_nobody_s_to_see_or_change() {
        var person = people.getFirst();
        var key = made.begun(person, campaign);
        save(person, key, points(10, 20));
        assertThat(As.viewer(person, () -> ballots.gaps(campaign, key))).hasSize(1);
        refused(SurveyError.INCOMPLETE, () -> As.viewer(person, () -> ballots.submit(campaign, key)));
        save(person, key, points(10, 90));
        As.viewer(person, () -> ballots.submit(campaign, key));
        As.viewer(person, () -> ballots.submit(campaign, key));

        refused(SurveyError.BALLOT_SUBMITTED, () -> save(person, key, points(90, 10)));
        var sheet = As.viewer(person, () -> ballots.sheet(campaign, key));
        assertThat(sheet.answers()).isEmpty();
        assertThat(sheet.state()).isEqualTo(ResponseState.SUBMITTED);
        assertThat(standing(person)).isEqualTo(BallotStanding.DONE);
        assertThat(As.viewer(person, () -> answering.open()))
                .filteredOn(one -> one.id().equals(campaign))
                .extracting(OpenSurvey::state)
                .containsExactly(ResponseState.SUBMITTED);
    }

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
                    assertThat(one.inProgress()).isZero();
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
        campaign = surveyFixtures.published(
                pm,
                new SurveyContent(SurveyFixtures.text("Moods"), SurveyFixtures.text("To know."), List.of(POINTS, MOOD))
                        .with(Confidentiality.ANONYMOUS)
                        .inGroupsOf(BallotFixtures.GROUP),
                Instant.now().minusSeconds(60),
                Set.of(north, south));
        var all = new java.util.ArrayList<>(people);
        all.addAll(made.customers(north, 4));
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
        assertThat(As.viewer(pm, () -> history.doubts(campaign)).values())
                .allSatisfy(kinds -> assertThat(kinds.values()).allMatch(people -> people >= BallotFixtures.GROUP));
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

    @Test
    void who_has_answered_is_told_for_many_at_once_and_the_others_are_reminded() {
        var mails = made(new Mailing(MailLink.PORTAL, 0, true));
        submit(mails, 0, 2);
        count.count(mails);
        assertThat(invited(mails)).isZero();
        assertThat(As.viewer(pm, () -> desk.mails(mails)).unanswered())
                .as("a reminder may cross an answer")
                .isEqualTo(8);
        submit(mails, 2, 3);
        count.count(mails);
        assertThat(invited(mails)).isEqualTo(3);
        assertThat(As.viewer(pm, () -> desk.mails(mails)).unanswered()).isEqualTo(5);
        submit(mails, 3, 8);
        made.close(pm, mails);
        count.count(mails);
        assertThat(As.viewer(pm, () -> desk.mails(mails)).counts())
                .as("nobody is thanked")
                .noneMatch(one -> one.kind().equals(CampaignMails.THANKS));
        As.viewer(pm, () -> desk.tellOutcome(mails, "We plant trees."));
        assertThat(As.viewer(pm, () -> desk.mails(mails)).counts())
                .filteredOn(one -> one.kind().equals(CampaignMails.OUTCOME))
                .singleElement()
                .satisfies(one -> assertThat(one.mails()).isEqualTo(8));
    }

    @Test
    void an_anonymous_survey_asks_enough_people_and_for_no_file() {
        var few = fixtures.organisation();
        made.customers(few, 2);
        refused(SurveyError.ANONYMOUS_TOO_FEW, () -> made.published(pm, few));
        var file = new FileQuestion(
                QuestionId.next(),
                SurveyFixtures.text("A plan"),
                SurveyFixtures.text(""),
                false,
                List.of(FileKind.values()),
                1,
                1);
        var content = new SurveyContent(SurveyFixtures.text("Files"), SurveyFixtures.text("To see."), List.of(file))
                .with(Confidentiality.ANONYMOUS);
        refused(
                SurveyError.ANONYMOUS_WITH_FILE,
                () -> surveyFixtures.published(pm, content, Instant.now().minusSeconds(60), Set.of(north)));
        refused(
                CommonError.OUT_OF_RANGE,
                () -> As.viewer(
                        pm, () -> surveys.create(BallotFixtures.content().inGroupsOf(2))));
    }

    @Test
    void a_quota_counts_those_of_whom_it_is_told() {
        var opens = Instant.now().minusSeconds(60);
        var quota = surveyFixtures.published(
                pm,
                BallotFixtures.content(),
                new Round(
                        new Audience(Set.of(north, south), Set.of(), Set.of(), true),
                        opens,
                        opens.plus(Duration.ofHours(1)),
                        null,
                        Map.of("big", 3)));
        submit(quota, 0, 3);
        count.count(quota);
        refused(SurveyError.QUOTA_REACHED, () -> made.begun(people.get(3), quota));
        made.begun(people.get(4), quota);
    }

    @Test
    void which_quota_is_refused_tells_nothing_since_all_are() {
        var mailed = made(new Mailing(MailLink.PORTAL, 3, true));
        var now = As.viewer(pm, () -> settings.of(mailed));
        assertThat(now.submitted()).isEmpty();
        assertThat(now.settings().quotas()).isEmpty();
        refused(
                SurveyError.ANONYMOUS_QUOTAS_STAY,
                () -> As.viewer(
                        pm,
                        () -> settings.change(
                                mailed,
                                now.settings(),
                                new Settings(Map.of("big", 3), now.settings().mails()))));
        As.viewer(
                pm, () -> settings.change(mailed, now.settings(), new Settings(Map.of(), new Settings.Mails(5, true))));
        assertThat(As.viewer(pm, () -> settings.of(mailed)).settings().mails())
                .as("nobody is thanked whom nobody is to know")
                .isEqualTo(new Settings.Mails(5, false));
    }

    private CampaignId made(Mailing mailing) {
        var opens = Instant.now().minusSeconds(60);
        return surveyFixtures.published(
                pm,
                BallotFixtures.content(),
                new Round(
                        new Audience(Set.of(north, south), Set.of(), Set.of(), true),
                        opens,
                        opens.plus(Duration.ofHours(1)),
                        mailing,
                        Map.of()));
    }

    private void submit(int from, int to) {
        submit(campaign, from, to);
    }

    private void submit(CampaignId where, int from, int to) {
        for (int one = from; one < to; one++) {
            made.submitted(people.get(one), where, points(one * 10, 100 - one * 10), "Words of " + one);
        }
    }

    private BallotStanding standing(Viewer person) {
        return As.viewer(person, () -> ballots.standing(campaign));
    }

    private void save(Viewer person, BallotKey key, Points.Answer answer) {
        As.viewer(person, () -> ballots.save(campaign, key, POINTS.id(), answer));
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

    private int invited(CampaignId where) {
        return (int) As.viewer(pm, () -> desk.invited(where, "", 0, 100)).stream()
                .filter(one -> one.state() == ResponseState.SUBMITTED)
                .count();
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
