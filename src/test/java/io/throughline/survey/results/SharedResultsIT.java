package io.throughline.survey.results;

import static io.throughline.support.Refusals.refused;
import static io.throughline.survey.SurveyFixtures.POINTS;
import static io.throughline.survey.SurveyFixtures.WORDS;
import static io.throughline.survey.SurveyFixtures.points;
import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.shared.CommonError;
import io.throughline.shared.Ids;
import io.throughline.shared.OrganisationId;
import io.throughline.shared.Progress;
import io.throughline.shared.Viewer;
import io.throughline.shared.act.Act;
import io.throughline.shared.act.ActKind;
import io.throughline.support.As;
import io.throughline.support.Fixtures;
import io.throughline.support.IntegrationTest;
import io.throughline.survey.CampaignId;
import io.throughline.survey.CampaignInfo;
import io.throughline.survey.Campaigns;
import io.throughline.survey.RespondentPrincipal;
import io.throughline.survey.SharedFrom;
import io.throughline.survey.SharedResults;
import io.throughline.survey.SharedWith;
import io.throughline.survey.Sharing;
import io.throughline.survey.SurveyFixtures;
import io.throughline.survey.Surveys;
import io.throughline.survey.ballot.BallotCount;
import io.throughline.survey.ballot.BallotFixtures;
import io.throughline.survey.question.Points;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@IntegrationTest
@RecordApplicationEvents
class SharedResultsIT {

    @Autowired
    SharedResults shared;

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

    Viewer owner;
    OrganisationId home;
    OrganisationId away;
    List<Viewer> people;
    CampaignId campaign;

    @BeforeEach
    void asked() {
        owner = fixtures.projectManager();
        home = fixtures.organisation(Fixtures.unique("Home"), "few");
        away = fixtures.organisation(Fixtures.unique("Away"), "many");
        var all = new java.util.ArrayList<>(ballots.customers(home, 5));
        all.addAll(ballots.customers(away, 6));
        people = List.copyOf(all);
        campaign = made.published(owner, home, away);
    }

    @Test
    void results_are_for_those_of_the_asked_they_are_shared_with() {
        var answered = people.getFirst();
        var invited = people.getLast();
        var stranger = fixtures.customer();
        made.submitted(answered, campaign, points(70, 30), "");
        for (var one : List.of(answered, invited, stranger)) {
            hidden(one);
        }
        ballots.close(owner, campaign);
        told(answered);
        hidden(invited);
        hidden(stranger);
        share(owner, new Sharing(SharedWith.INVITED, SharedFrom.CLOSING));
        told(answered);
        told(invited);
        hidden(stranger);
        share(owner, new Sharing(SharedWith.NOBODY, SharedFrom.CLOSING));
        hidden(answered);
        hidden(invited);
        assertThat(events.stream(Act.class).filter(act -> act.kind() == ActKind.RESULTS_SHARED))
                .hasSize(2)
                .allMatch(act -> act.contentHash() != null);
    }

    @Test
    void who_has_submitted_sees_them_at_once_where_that_is_chosen() {
        share(owner, new Sharing(SharedWith.ANSWERED, SharedFrom.SUBMITTING));
        var person = people.getFirst();
        var response = made.started(person, campaign);
        made.save(person, response, POINTS.id(), points(70, 30));
        hidden(person);
        made.submitted(people.get(1), campaign, points(70, 30), "");
        told(people.get(1));
        hidden(person);
    }

    @Test
    void only_editors_choose_and_what_they_saw() {
        var other = fixtures.projectManager();
        refused(CommonError.NOT_ALLOWED, () -> share(other, Sharing.USUAL));
        var seen = info().version();
        share(owner, new Sharing(SharedWith.INVITED, SharedFrom.SUBMITTING));
        refused(CommonError.STALE, () -> As.viewer(owner, () -> campaigns.share(campaign, seen, Sharing.USUAL)));
        assertThat(info().sharing()).isEqualTo(new Sharing(SharedWith.INVITED, SharedFrom.SUBMITTING));
    }

    @Test
    void figures_are_of_all_together_and_tell_nobody_apart() {
        for (int one = 0; one < 4; one++) {
            made.submitted(people.get(one), campaign, points(100, 0), "Alone " + one);
        }
        ballots.close(owner, campaign);
        var few = overall(people.getFirst());
        assertThat(few.answered()).as("fewer than five").isZero();
        assertThat(found(few).size().people()).isZero();

        campaign = made.published(owner, home, away);
        for (int one = 0; one < 11; one++) {
            made.submitted(people.get(one), campaign, points(one < 5 ? 100 : 40, one < 5 ? 0 : 60), one < 4 ? "x" : "");
        }
        ballots.close(owner, campaign);
        var found = overall(people.getFirst());
        assertThat(found.answered()).isEqualTo(11);
        assertThat(found(found).size().people()).isEqualTo(11);
        assertThat(found(found).items()).allSatisfy(item -> {
            assertThat(item.organisations()).isEmpty();
            assertThat(item.disagreement()).isNull();
            assertThat(item.spread()).isNull();
        });
        assertThat(found(found).items().getFirst().share().weighted().value())
                .as("both organisations are large enough to weigh alike")
                .isCloseTo((1 + .4) / 2, org.assertj.core.data.Offset.offset(1e-9));
        assertThat(found.questions())
                .filteredOn(one -> one.question().id().equals(WORDS.id()))
                .singleElement()
                .satisfies(one -> assertThat(one.result().size().people())
                        .as("four wrote something")
                        .isZero());
    }

    @Test
    void one_small_organisation_weighs_no_more_than_its_people() {
        var single = fixtures.organisation();
        var alone = fixtures.customer(single);
        campaign = made.published(owner, away, single);
        made.submitted(alone, campaign, points(100, 0), "");
        for (int one = 5; one < 11; one++) {
            made.submitted(people.get(one), campaign, points(0, 100), "");
        }
        ballots.close(owner, campaign);
        var share = found(overall(alone)).items().getFirst().share();
        for (var estimate : List.of(share.weighted(), share.perOrganisation(), share.perPerson())) {
            assertThat(estimate.value())
                    .as("a difference would tell what the one of it said")
                    .isCloseTo(1 / 7.0, org.assertj.core.data.Offset.offset(1e-9));
        }
    }

    @Test
    void of_an_anonymous_survey_who_submitted_sees_what_is_counted() {
        campaign = ballots.published(owner, home, away);
        for (int one = 0; one < 4; one++) {
            ballots.submitted(people.get(one), campaign, points(50, 50), "");
        }
        ballots.begun(people.get(9), campaign);
        hidden(people.getFirst());
        ballots.close(owner, campaign);
        count.count(campaign);
        assertThat(overall(people.getFirst()).least()).isEqualTo(BallotFixtures.GROUP);
        assertThat(overall(people.getFirst()).answered()).isEqualTo(4);
        hidden(people.get(9));
    }

    @Test
    void a_personal_link_opens_the_results_of_its_own_survey_only() {
        var person = people.getFirst();
        var other = made.published(owner, home, away);
        share(owner, new Sharing(SharedWith.ANSWERED, SharedFrom.SUBMITTING));
        made.submitted(person, campaign, points(70, 30), "");
        made.submitted(person, other, points(70, 30), "");
        ballots.close(owner, other);
        var visitor = new Viewer(person.id(), person.name(), Set.of(), home, person.locale(), person.zone());
        var respondent = new RespondentPrincipal(visitor, campaign, Ids.next());
        var seen = As.principal(respondent, respondent.authorities(), () -> shared.of(campaign, Progress.UNWATCHED));
        assertThat(seen.campaign()).isEqualTo(campaign);
        refused(
                CommonError.NOT_FOUND,
                () -> As.principal(respondent, respondent.authorities(), () -> shared.of(other, Progress.UNWATCHED)));
    }

    private void told(Viewer viewer) {
        assertThat(overall(viewer).campaign()).isEqualTo(campaign);
        assertThat(As.viewer(viewer, () -> shared.isShared(campaign))).isTrue();
        assertThat(As.viewer(viewer, () -> shared.mine()))
                .extracting(SharedResults.Shared::campaign)
                .contains(campaign);
    }

    private void hidden(Viewer viewer) {
        refused(CommonError.NOT_FOUND, () -> overall(viewer));
        assertThat(As.viewer(viewer, () -> shared.isShared(campaign))).isFalse();
        assertThat(As.viewer(viewer, () -> shared.mine()))
                .extracting(SharedResults.Shared::campaign)
                .doesNotContain(campaign);
    }

    private SharedResults.Overall overall(Viewer viewer) {
        return As.viewer(viewer, () -> shared.of(campaign, Progress.UNWATCHED));
    }

    private static Points.Result found(SharedResults.Overall found) {
        return (Points.Result) found.questions().getFirst().result();
    }

    private CampaignInfo info() {
        return As.viewer(
                owner,
                () -> surveys.detail(campaign).campaigns().stream()
                        .filter(one -> one.id().equals(campaign))
                        .findFirst()
                        .orElseThrow());
    }

    private void share(Viewer viewer, Sharing sharing) {
        var version = info().version();
        As.viewer(viewer, () -> campaigns.share(campaign, version, sharing));
    }
}
