package io.throughline.survey.ballot;

import static io.throughline.support.Refusals.refused;
import static io.throughline.survey.SurveyFixtures.POINTS;
import static io.throughline.survey.SurveyFixtures.points;
import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.shared.CommonError;
import io.throughline.shared.Viewer;
import io.throughline.support.As;
import io.throughline.support.IntegrationTest;
import io.throughline.survey.Answering;
import io.throughline.survey.Audience;
import io.throughline.survey.CampaignId;
import io.throughline.survey.Confidentiality;
import io.throughline.survey.MailLink;
import io.throughline.survey.Mailing;
import io.throughline.survey.OpenSurvey;
import io.throughline.survey.QuestionId;
import io.throughline.survey.ResponseState;
import io.throughline.survey.Round;
import io.throughline.survey.SurveyContent;
import io.throughline.survey.SurveyError;
import io.throughline.survey.SurveyFixtures;
import io.throughline.survey.answer.BallotStanding;
import io.throughline.survey.campaign.CampaignMails;
import io.throughline.survey.campaign.CampaignSettings;
import io.throughline.survey.campaign.Settings;
import io.throughline.survey.question.FileKind;
import io.throughline.survey.question.FileQuestion;
import io.throughline.survey.question.Points;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A ballot from its key to its box, and what anonymity asks of a survey. */
@IntegrationTest
class BallotsIT extends BallotCase {

    @Autowired
    CampaignSettings settings;

    @Autowired
    Answering answering;

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
    void codes_are_guessed_so_often_only_and_what_is_open_goes_on() {
        var person = people.getFirst();
        var key = made.begun(person, campaign);
        for (int visit = 0; visit < 40; visit++) {
            assertThat(As.viewer(person, () -> ballots.open(campaign, key)).state())
                    .isEqualTo(ResponseState.IN_PROGRESS);
        }
        for (int guess = 0; guess < 30; guess++) {
            var wrong = BallotKey.fresh(new java.security.SecureRandom());
            refused(SurveyError.BALLOT_UNKNOWN, () -> As.viewer(person, () -> ballots.open(campaign, wrong)));
        }
        refused(SurveyError.BALLOT_PAUSED, () -> As.viewer(person, () -> ballots.open(campaign, key)));
        save(person, key, points(10, 90));
        assertThat(As.viewer(person, () -> ballots.sheet(campaign, key)).given())
                .as("in the page that has it open")
                .containsOnly(Map.entry(POINTS.id(), points(10, 90)));
        var other = people.getLast();
        var others = made.begun(other, campaign);
        assertThat(As.viewer(other, () -> ballots.open(campaign, others)).given())
                .isEmpty();
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

    /** On a computer that two share, the page of the one stays open while the other signs in. */
    @Test
    void a_key_opens_nothing_to_somebody_else_who_is_asked_nor_marks_them() {
        var one = people.getFirst();
        var other = people.getLast();
        var key = made.begun(one, campaign);
        save(one, key, points(10, 90));
        made.begun(other, campaign);

        refused(SurveyError.BALLOT_UNKNOWN, () -> As.viewer(other, () -> ballots.sheet(campaign, key)));
        refused(SurveyError.BALLOT_UNKNOWN, () -> save(other, key, points(90, 10)));
        refused(SurveyError.BALLOT_UNKNOWN, () -> As.viewer(other, () -> ballots.submit(campaign, key)));
        assertThat(standing(other)).isEqualTo(BallotStanding.BEGUN);

        As.viewer(one, () -> ballots.submit(campaign, key));
        assertThat(standing(one)).isEqualTo(BallotStanding.DONE);
        assertThat(standing(other)).isEqualTo(BallotStanding.BEGUN);
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
        As.viewer(pm, () -> desk.tellOutcome(mails, SurveyFixtures.text("We plant trees.")));
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
    void a_quota_counts_those_of_whom_it_is_told_and_who_has_begun_may_finish() {
        var slow = fixtures.customer(north);
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
        var key = made.begun(slow, quota);
        submit(quota, 0, 3);
        count.count(quota);
        var late = people.get(3);
        refused(SurveyError.QUOTA_REACHED, () -> made.begun(late, quota));
        assertThat(As.viewer(late, () -> ballots.standing(quota)))
                .as("nothing is kept of the try")
                .isEqualTo(BallotStanding.NOT_BEGUN);
        made.begun(people.get(4), quota);
        As.viewer(slow, () -> {
            ballots.save(quota, key, POINTS.id(), points(10, 90));
            ballots.submit(quota, key);
        });
        assertThat(As.viewer(slow, () -> ballots.standing(quota))).isEqualTo(BallotStanding.DONE);
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

    private BallotStanding standing(Viewer person) {
        return As.viewer(person, () -> ballots.standing(campaign));
    }

    private void save(Viewer person, BallotKey key, Points.Answer answer) {
        As.viewer(person, () -> ballots.save(campaign, key, POINTS.id(), answer));
    }
}
