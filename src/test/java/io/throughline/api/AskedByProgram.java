package io.throughline.api;

import io.throughline.people.TestAccounts.TestAccount;
import io.throughline.shared.Role;
import io.throughline.support.Fixtures;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A survey that a program made and published. */
abstract class AskedByProgram extends ApiCalls {

    static final String QUESTION = "019ab000-0000-7000-8000-000000000001";

    @Autowired
    JdbcClient jdbc;

    TestAccount pm;
    String token;
    String organisation;
    String campaign;

    @BeforeEach
    void published() throws Exception {
        pm = accounts.active(Role.PROJECT_MANAGER);
        token = token(pm.viewer(), ALL);
        organisation = Fixtures.unique("Organisation");
        var home = fixtures.organisation(organisation, "standard");
        var survey = json(post("/api/v1/surveys", token, null, """
                        {"title": "Streets", "why": "To plan.", "questions": [
                          {"type": "points", "id": "%s", "title": "Spend", "required": true, "items": [
                            {"key": "roads", "text": "Roads"}, {"key": "parks", "text": "Parks"}]}]}""".formatted(QUESTION)))
                .path("id")
                .asString();
        campaign = json(post(
                        "/api/v1/surveys/" + survey + "/campaigns",
                        token,
                        null,
                        "{\"audience\": [\"%s\"], \"opensAt\": \"%s\", \"closesAt\": \"%s\"}"
                                .formatted(
                                        home.value(),
                                        Instant.now().minusSeconds(60),
                                        Instant.now().plusSeconds(600))))
                .path("id")
                .asString();
    }

    String response(String respondent, int roads, int parks) {
        return """
                {"respondent": "%s", "organisation": "%s",
                 "answers": {"%s": {"type": "points", "points": {"roads": %d, "parks": %d}}}}""".formatted(respondent, organisation, QUESTION, roads, parks);
    }

    int stored() {
        return jdbc.sql("select count(*) from response where campaign_id = ? and submitted_revision > 0")
                .param(UUID.fromString(campaign))
                .query(Integer.class)
                .single();
    }
}
