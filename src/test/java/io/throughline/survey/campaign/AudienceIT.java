package io.throughline.survey.campaign;

import static io.throughline.support.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.people.People;
import io.throughline.people.TestAccounts;
import io.throughline.shared.CommonError;
import io.throughline.shared.Ids;
import io.throughline.shared.OrganisationId;
import io.throughline.shared.PersonId;
import io.throughline.shared.Role;
import io.throughline.shared.Viewer;
import io.throughline.support.As;
import io.throughline.support.Fixtures;
import io.throughline.support.IntegrationTest;
import io.throughline.survey.Answering;
import io.throughline.survey.Audience;
import io.throughline.survey.CampaignId;
import io.throughline.survey.Campaigns;
import io.throughline.survey.OpenSurvey;
import io.throughline.survey.ResultsFilter;
import io.throughline.survey.Round;
import io.throughline.survey.SurveyFixtures;
import io.throughline.survey.SurveyResults;
import io.throughline.survey.Surveys;
import io.throughline.survey.Turnout;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who is asked, by organisation, segment, name and list; and who was invited stays a fact. */
@IntegrationTest
class AudienceIT {

    @Autowired
    Surveys surveys;

    @Autowired
    Campaigns campaigns;

    @Autowired
    Answering answering;

    @Autowired
    SurveyResults results;

    @Autowired
    AudienceKeeper keeper;

    @Autowired
    Fixtures fixtures;

    @Autowired
    People people;

    @Autowired
    SurveyFixtures made;

    @Autowired
    TestAccounts accounts;

    @Autowired
    JdbcClient jdbc;

    Viewer pm;

    @BeforeEach
    void people() {
        pm = fixtures.projectManager();
    }

    @Test
    void a_frozen_audience_is_who_was_there_when_it_was_published() {
        var organisation = fixtures.organisation();
        var early = fixtures.customer(organisation);
        var campaign = published(audience(Set.of(organisation), Set.of(), Set.of(), false));
        var late = fixtures.customer(organisation);
        keeper.follow();

        assertThat(open(early)).contains(campaign);
        assertThat(open(late)).doesNotContain(campaign);
        refused(CommonError.NOT_FOUND, () -> As.viewer(late, () -> answering.start(campaign)));
        refused(CommonError.NOT_FOUND, () -> As.viewer(late, () -> answering.intro(campaign)));
        assertThat(invited(campaign)).isEqualTo(1);
    }

    @Test
    void a_following_audience_asks_who_comes_and_counts_them_once() {
        var organisation = fixtures.organisation();
        fixtures.customer(organisation);
        var campaign = published(audience(Set.of(organisation), Set.of(), Set.of(), true));
        var late = fixtures.customer(organisation);
        assertThat(open(late)).contains(campaign);

        made.started(late, campaign);
        keeper.follow();
        keeper.follow();

        assertThat(invited(campaign)).isEqualTo(2);
    }

    @Test
    void a_segment_followed_gains_an_organisation_with_its_voice() {
        var segment = Fixtures.unique("Segment");
        fixtures.customer(fixtures.organisation(Fixtures.unique("First"), segment));
        var campaign = published(audience(Set.of(), Set.of(segment), Set.of(), true));
        var late = fixtures.customer(fixtures.organisation(Fixtures.unique("Second"), segment));
        keeper.follow();

        assertThat(open(late)).contains(campaign);
        assertThat(As.viewer(pm, () -> results.turnout(campaign, ResultsFilter.of(segment))))
                .extracting(Turnout::invited)
                .containsExactly(1, 1);
    }

    @Test
    void people_asked_by_name_are_asked_alone() {
        var organisation = fixtures.organisation();
        var chosen = accounts.active(organisation, Role.CUSTOMER).viewer();
        var colleague = accounts.active(organisation, Role.CUSTOMER).viewer();
        var audience = audience(Set.of(), Set.of(), Set.of(chosen.id()), true);
        assertThat(As.viewer(pm, () -> campaigns.reach(audience))).isEqualTo(new Audience.Reach(1, 1));
        var campaign = published(audience);
        keeper.follow();

        assertThat(open(chosen)).contains(campaign);
        assertThat(open(colleague)).doesNotContain(campaign);
        assertThat(invited(campaign)).isEqualTo(1);
        assertThat(As.viewer(pm, () -> campaigns.asked(campaign))).isEqualTo(new Audience.Again(audience, 0));
    }

    @Test
    void who_can_t_be_asked_any_more_is_left_out_of_asking_the_same_again() {
        var organisation = fixtures.organisation();
        var staying = accounts.active(organisation, Role.CUSTOMER).viewer();
        var leaving = accounts.active(organisation, Role.CUSTOMER).viewer();
        var campaign = published(audience(Set.of(), Set.of(), Set.of(staying.id(), leaving.id()), false));
        jdbc.sql("update account set state = 'DISABLED' where id = ?")
                .param(leaving.id().value())
                .update();

        var again = As.viewer(pm, () -> campaigns.asked(campaign));
        assertThat(again).isEqualTo(new Audience.Again(audience(Set.of(), Set.of(), Set.of(staying.id()), false), 1));
        var survey = As.viewer(pm, () -> surveys.detail(campaign)).id();
        var next = As.viewer(pm, () -> campaigns.again(survey, 2, round(again.audience())));
        assertThat(invited(next)).isEqualTo(1);
    }

    @Test
    void who_is_known_from_an_import_only_is_not_asked_with_the_organisation() {
        var organisation = fixtures.organisation();
        fixtures.customer(organisation);
        As.viewer(pm, () -> people.registerRespondent(organisation, Fixtures.unique("Imported")));
        var audience = audience(Set.of(organisation), Set.of(), Set.of(), true);

        assertThat(As.viewer(pm, () -> campaigns.reach(audience))).isEqualTo(new Audience.Reach(1, 1));
        var campaign = published(audience);
        As.viewer(pm, () -> people.registerRespondent(organisation, Fixtures.unique("Imported")));
        keeper.follow();
        assertThat(invited(campaign)).isEqualTo(1);
    }

    @Test
    void who_is_meant_twice_is_asked_once() {
        var segment = Fixtures.unique("Segment");
        var organisation = fixtures.organisation(Fixtures.unique("Both"), segment);
        var person = accounts.active(organisation, Role.CUSTOMER).viewer();
        var audience = audience(Set.of(organisation), Set.of(segment), Set.of(person.id()), false);

        assertThat(As.viewer(pm, () -> campaigns.reach(audience))).isEqualTo(new Audience.Reach(1, 1));
        assertThat(invited(published(audience))).isEqualTo(1);
    }

    @Test
    void an_invitation_outlives_a_move_to_another_organisation() {
        var organisation = fixtures.organisation();
        var person = fixtures.customer(organisation);
        var campaign = published(audience(Set.of(organisation), Set.of(), Set.of(), false));
        var elsewhere = fixtures.organisation();
        jdbc.sql("update person set organisation_id = ? where id = ?")
                .params(elsewhere.value(), person.id().value())
                .update();
        var moved = new Viewer(person.id(), person.name(), person.roles(), elsewhere, person.locale(), person.zone());

        made.submitted(moved, campaign, SurveyFixtures.points(50, 50), "Shade");

        assertThat(As.viewer(pm, () -> results.turnout(campaign, ResultsFilter.NONE)))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.organisation()).isEqualTo(organisation);
                    assertThat(row.invited()).isEqualTo(1);
                    assertThat(row.answered()).isEqualTo(1);
                });
    }

    @Test
    void a_list_says_line_by_line_who_was_found_and_stores_nothing() {
        var customer = accounts.active(fixtures.organisation(), Role.CUSTOMER);
        var employee = accounts.active(Role.TEAM_MEMBER);

        var rows = As.viewer(
                pm,
                () -> campaigns.readAudience("email\n" + customer.email() + "\nnobody@example.org\n"
                        + customer.email().toUpperCase(Locale.ROOT) + "\n" + employee.email() + "\n"));

        assertThat(rows)
                .extracting(AudienceRow::verdict)
                .containsExactly(
                        AudienceVerdict.FOUND,
                        AudienceVerdict.UNKNOWN,
                        AudienceVerdict.DOUBLED,
                        AudienceVerdict.UNKNOWN);
        assertThat(jdbc.sql("select count(*) from campaign_invitation where person_id = ?")
                        .param(customer.viewer().id().value())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void somebody_who_is_not_there_leaves_nothing_half_published() {
        var organisation = fixtures.organisation();
        var id = made.draft(pm, SurveyFixtures.content());
        var audience = audience(Set.of(organisation), Set.of(), Set.of(new PersonId(Ids.next())), false);

        refused(
                CommonError.NOT_FOUND,
                () -> As.viewer(
                        pm,
                        () -> campaigns.publish(
                                id, surveys.detail(id).version(), round(audience), List.of(Locale.ENGLISH))));

        assertThat(As.viewer(pm, () -> surveys.detail(id)).published()).isNull();
        assertThat(As.viewer(pm, () -> campaigns.of(id))).isEmpty();
    }

    private CampaignId published(Audience audience) {
        var id = made.draft(pm, SurveyFixtures.content());
        return As.viewer(
                pm,
                () -> campaigns.publish(id, surveys.detail(id).version(), round(audience), List.of(Locale.ENGLISH)));
    }

    private static Round round(Audience audience) {
        var opens = Instant.now().minusSeconds(60);
        return new Round(audience, opens, opens.plus(Duration.ofHours(1)));
    }

    private static Audience audience(
            Set<OrganisationId> organisations, Set<String> segments, Set<PersonId> people, boolean following) {
        return new Audience(organisations, segments, people, following);
    }

    private List<CampaignId> open(Viewer customer) {
        return As.viewer(customer, () -> answering.open()).stream()
                .map(OpenSurvey::id)
                .toList();
    }

    private int invited(CampaignId campaign) {
        return As.viewer(pm, () -> results.turnout(campaign, ResultsFilter.NONE)).stream()
                .mapToInt(Turnout::invited)
                .sum();
    }
}
