package io.throughline.survey.removal;

import io.throughline.shared.OrganisationId;
import io.throughline.shared.Viewer;
import io.throughline.support.As;
import io.throughline.support.Fixtures;
import io.throughline.survey.Answering;
import io.throughline.survey.CampaignId;
import io.throughline.survey.Campaigns;
import io.throughline.survey.ResponseId;
import io.throughline.survey.SurveyFixtures;
import io.throughline.survey.SurveyId;
import io.throughline.survey.Surveys;
import io.throughline.survey.ballot.BallotFixtures;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** A survey whose answers are kept until a day. */
@RecordApplicationEvents
abstract class KeptUntilADay {

    static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

    @Autowired
    RetentionKeeper keeper;

    @Autowired
    Answering answering;

    @Autowired
    Surveys surveys;

    @Autowired
    Campaigns campaigns;

    @Autowired
    SurveyFixtures made;

    @Autowired
    BallotFixtures ballots;

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

    SurveyId survey(CampaignId id) {
        return As.viewer(owner, () -> surveys.detail(id).id());
    }

    long version() {
        return As.viewer(
                owner,
                () -> surveys.detail(campaign).campaigns().stream()
                        .filter(one -> one.id().equals(campaign))
                        .findFirst()
                        .orElseThrow()
                        .version());
    }

    /** As though the day had gone by. */
    void due() {
        jdbc.sql("replace into survey_retention (survey_id, keep_until) values (?, ?)")
                .params(survey.value(), TODAY.minusDays(1))
                .update();
    }

    void removed() {
        due();
        keeper.goRound();
    }

    int rows(String table, ResponseId response) {
        return jdbc.sql("select count(*) from " + table + " where response_id = ?")
                .param(response.value())
                .query(Integer.class)
                .single();
    }
}
