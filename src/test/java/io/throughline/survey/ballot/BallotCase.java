package io.throughline.survey.ballot;

import static io.throughline.survey.SurveyFixtures.points;

import io.throughline.shared.OrganisationId;
import io.throughline.shared.Viewer;
import io.throughline.support.As;
import io.throughline.support.Fixtures;
import io.throughline.survey.CampaignId;
import io.throughline.survey.ResponseState;
import io.throughline.survey.SurveyFixtures;
import io.throughline.survey.Surveys;
import io.throughline.survey.campaign.CampaignDesk;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** An anonymous survey that asks four people of each of two organisations. */
abstract class BallotCase {

    @Autowired
    Ballots ballots;

    @Autowired
    BallotCount count;

    @Autowired
    BallotFixtures made;

    @Autowired
    SurveyFixtures surveyFixtures;

    @Autowired
    CampaignDesk desk;

    @Autowired
    Surveys surveys;

    @Autowired
    Fixtures fixtures;

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
        var all = new ArrayList<>(made.customers(north, 4));
        all.addAll(made.customers(south, 4));
        people = List.copyOf(all);
        campaign = made.published(pm, north, south);
    }

    void submit(int from, int to) {
        submit(campaign, from, to);
    }

    void submit(CampaignId where, int from, int to) {
        for (int one = from; one < to; one++) {
            made.submitted(people.get(one), where, points(one * 10, 100 - one * 10), "Words of " + one);
        }
    }

    int invited(CampaignId where) {
        return (int) As.viewer(pm, () -> desk.invited(where, "", 0, 100)).stream()
                .filter(one -> one.state() == ResponseState.SUBMITTED)
                .count();
    }
}
