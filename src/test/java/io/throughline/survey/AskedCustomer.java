package io.throughline.survey;

import io.throughline.shared.OrganisationId;
import io.throughline.shared.Viewer;
import io.throughline.shared.act.Act;
import io.throughline.shared.act.ActKind;
import io.throughline.support.Fixtures;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** A published survey that asks one customer. */
@RecordApplicationEvents
abstract class AskedCustomer {

    @Autowired
    Answering answering;

    @Autowired
    Surveys surveys;

    @Autowired
    Campaigns campaigns;

    @Autowired
    SurveyResults results;

    @Autowired
    MyResponses mine;

    @Autowired
    Fixtures fixtures;

    @Autowired
    SurveyFixtures made;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApplicationEvents events;

    Viewer pm;
    OrganisationId organisation;
    Viewer customer;
    CampaignId campaign;

    @BeforeEach
    void survey() {
        pm = fixtures.projectManager();
        organisation = fixtures.organisation();
        customer = fixtures.customer(organisation);
        campaign = made.published(pm, organisation);
    }

    long count(String sql, UUID id) {
        return jdbc.sql(sql).param(id).query(Long.class).single();
    }

    List<Act> acts(ActKind kind) {
        return events.stream(Act.class).filter(act -> act.kind() == kind).toList();
    }
}
