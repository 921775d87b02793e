package io.throughline.survey;

import static io.throughline.support.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.shared.Viewer;
import io.throughline.shared.act.Act;
import io.throughline.shared.act.ActKind;
import io.throughline.support.As;
import io.throughline.support.Fixtures;
import io.throughline.support.IntegrationTest;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** An administrator says whose imported answers are, and learns nothing else of them. */
@IntegrationTest
@RecordApplicationEvents
class RespondentLinksIT {

    @Autowired
    RespondentLinks links;

    @Autowired
    ImportedAnswers answers;

    @Autowired
    SurveyFixtures made;

    @Autowired
    Fixtures fixtures;

    @Autowired
    ApplicationEvents events;

    private Viewer administrator;
    private Viewer customer;

    @BeforeEach
    void people() {
        administrator = fixtures.administrator();
        customer = fixtures.customer(fixtures.organisation());
    }

    @Test
    void a_link_is_made_moved_and_taken_back_each_time_on_record() {
        var round = imported(Confidentiality.NAMED);
        var other = fixtures.customer(fixtures.organisation());
        As.viewer(administrator, () -> {
            links.link(customer.id(), round, "1");
            assertThat(one(round).linkedWith()).isEqualTo(customer.name());
            links.link(other.id(), round, "1");
            assertThat(one(round).linkedWith()).isEqualTo(other.name());
            assertThat(links.unlink(round, "1")).isEqualTo(other.id());
            assertThat(one(round).linked()).isFalse();
            assertThat(links.unlink(round, "1")).as("nothing left to take back").isNull();
        });

        assertThat(acts(ActKind.RESPONDENT_LINKED)).isEqualTo(2);
        assertThat(acts(ActKind.RESPONDENT_UNLINKED)).isOne();
    }

    @Test
    void of_a_confidential_survey_nobody_reads_here_who_answered() {
        var round = imported(Confidentiality.CONFIDENTIAL);
        As.viewer(administrator, () -> {
            links.link(customer.id(), round, "1");
            assertThat(one(round).linked()).isTrue();
            assertThat(one(round).linkedWith()).isNull();
        });
    }

    @Test
    void what_nobody_imported_is_not_linked_and_nobody_links_for_themselves() {
        var round = imported(Confidentiality.NAMED);

        refused(administrator, SurveyError.LINKED_BY_SELF, () -> link(administrator, round, "1"));
        refused(administrator, SurveyError.NOT_A_RESPONDENT, () -> link(customer, round, "7"));
        refused(administrator, SurveyError.NOT_A_RESPONDENT, () -> links.unlink(round, "7"));
    }

    private boolean link(Viewer person, CampaignId round, String id) {
        links.link(person.id(), round, id);
        return true;
    }

    private RespondentLinks.Respondent one(CampaignId round) {
        return links.find(round, "1", 0, 10).getFirst();
    }

    private long acts(ActKind kind) {
        return events.stream(Act.class).filter(act -> act.kind() == kind).count();
    }

    private CampaignId imported(Confidentiality confidentiality) {
        var pm = fixtures.projectManager();
        var called = Fixtures.unique("Home");
        var home = fixtures.organisation(called, "standard");
        var round = made.published(
                pm,
                SurveyFixtures.content().with(confidentiality),
                Instant.now().minusSeconds(60),
                Set.of(home));
        answers.bring(pm, round, called, "1,%s,20,80");
        return round;
    }
}
