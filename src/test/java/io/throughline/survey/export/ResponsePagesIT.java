package io.throughline.survey.export;

import static io.throughline.survey.SurveyFixtures.points;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.shared.OrganisationId;
import io.throughline.support.Fixtures;
import io.throughline.support.IntegrationTest;
import io.throughline.survey.CampaignId;
import io.throughline.survey.ResultsFilter;
import io.throughline.survey.SurveyFixtures;
import io.throughline.survey.export.ResponsePages.Head;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Pages are read ahead, and each response is on one of them, with its answers. */
@IntegrationTest
class ResponsePagesIT {

    @Autowired
    ResponsePages pages;

    @Autowired
    Fixtures fixtures;

    @Autowired
    SurveyFixtures made;

    @Autowired
    JdbcClient jdbc;

    private CampaignId campaign;

    @BeforeEach
    void answered() {
        OrganisationId north = fixtures.organisation(Fixtures.unique("North"), "big");
        campaign = made.published(fixtures.projectManager(), north);
        for (int i = 0; i < 5; i++) {
            made.submitted(fixtures.customer(north), campaign, points(100 - i, i), "");
        }
        made.started(fixtures.customer(north), campaign);
    }

    private ResponseRows.Asked asked(boolean names) {
        return new ResponseRows.Asked(campaign, 1, "SUR-1", 1, ResultsFilter.NONE, SurveyFixtures.content(), names);
    }

    private List<UUID> submitted() {
        return jdbc.sql("select id from response where campaign_id = ? and submitted_revision > 0 order by id")
                .param(campaign.value())
                .query(UUID.class)
                .list();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void each_response_is_on_one_page_with_its_answers(boolean names) throws IOException {
        var sizes = new ArrayList<Integer>();
        var read = new ArrayList<UUID>();
        pages.read(asked(names), 2, page -> {
            sizes.add(page.heads().size());
            page.heads().stream().map(Head::id).forEach(id -> {
                read.add(id);
                assertThat(page.answers().get(id)).isNotEmpty();
            });
        });

        assertThat(sizes).containsExactly(2, 2, 1);
        assertThat(read).containsExactlyInAnyOrderElementsOf(submitted());
        if (names) {
            assertThat(read).as("in the order they were begun").isSorted();
        }
    }

    @Test
    void whoever_takes_no_more_is_not_read_on_for() {
        var taken = new ArrayList<Integer>();

        assertThatThrownBy(() -> pages.read(asked(true), 1, page -> {
                    taken.add(page.heads().size());
                    throw new IOException("the browser has gone");
                }))
                .isInstanceOf(IOException.class);

        assertThat(taken).hasSize(1);
    }
}
