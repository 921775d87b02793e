package io.throughline.survey.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.notice.MailId;
import io.throughline.notice.Outbox;
import io.throughline.notice.TestPost;
import io.throughline.people.TestAccounts;
import io.throughline.people.TestAccounts.TestAccount;
import io.throughline.shared.OrganisationId;
import io.throughline.shared.Role;
import io.throughline.shared.Viewer;
import io.throughline.shared.mail.MailState;
import io.throughline.support.As;
import io.throughline.support.Fixtures;
import io.throughline.support.IntegrationTest;
import io.throughline.survey.Audience;
import io.throughline.survey.CampaignId;
import io.throughline.survey.Confidentiality;
import io.throughline.survey.MailLink;
import io.throughline.survey.Mailing;
import io.throughline.survey.PersonalAccess;
import io.throughline.survey.Round;
import io.throughline.survey.SurveyFixtures;
import io.throughline.survey.ballot.BallotFixtures;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What thanks and what became of it say and where they lead, by who may know whose answers they are and who can sign in. */
@IntegrationTest
class CampaignLettersIT {

    @Autowired
    CampaignDesk desk;

    @Autowired
    PersonalAccess links;

    @Autowired
    Outbox outbox;

    @Autowired
    TestPost post;

    @Autowired
    Fixtures fixtures;

    @Autowired
    SurveyFixtures made;

    @Autowired
    BallotFixtures ballots;

    @Autowired
    TestAccounts accounts;

    @Autowired
    JdbcClient jdbc;

    Viewer pm;
    OrganisationId organisation;
    TestAccount customer;

    @BeforeEach
    void people() {
        pm = fixtures.projectManager();
        organisation = fixtures.organisation();
        customer = accounts.active(organisation, Role.CUSTOMER);
    }

    @Test
    void who_can_sign_in_is_led_to_what_became_of_their_answers_also_where_only_editors_see_names() {
        var german = accounts.active(organisation, Role.CUSTOMER);
        speaksGerman(german);
        for (var confidentiality : List.of(Confidentiality.NAMED, Confidentiality.CONFIDENTIAL)) {
            var campaign = published(confidentiality);
            post.deliver();
            made.submitted(customer.viewer(), campaign, SurveyFixtures.points(50, 50), "Shade");
            made.submitted(german.viewer(), campaign, SurveyFixtures.points(50, 50), "Schatten");
            var thanks = byAddress(post.deliver());
            assertThat(thanks.get(customer.email())).satisfies(mail -> {
                assertThat(mail.text()).contains("you can still change them", "stands under My needs");
                assertThat(mail.path()).isEqualTo("my-needs");
            });
            assertThat(thanks.get(german.email())).satisfies(mail -> {
                assertThat(mail.text()).contains("können Sie sie noch ändern", "steht unter Meine Anliegen");
                assertThat(mail.path()).isEqualTo("my-needs");
            });
            As.viewer(pm, () -> desk.tellOutcome(campaign, SurveyFixtures.text("We plant.")));
            var outcome = byAddress(post.deliver());
            assertThat(outcome.get(customer.email())).satisfies(mail -> {
                assertThat(mail.text())
                        .contains("If you answered, what became of each of your answers")
                        .doesNotContain("with your name");
                assertThat(mail.path()).isEqualTo("my-needs");
            });
            assertThat(outcome.get(german.email())).satisfies(mail -> {
                assertThat(mail.text())
                        .contains("Wenn Sie geantwortet haben, steht unter Meine Anliegen")
                        .doesNotContain("mit Namen");
                assertThat(mail.path()).isEqualTo("my-needs");
            });
        }
    }

    @Test
    void who_has_no_password_is_thanked_with_a_link_of_their_own_and_sent_nowhere_they_can_t_come_in() {
        hasNoPassword(customer);
        var campaign = published(Confidentiality.NAMED);
        var invitation = token(post.deliver(customer.email()).getFirst());
        var here = links.open(invitation, "10.0.0.8").orElseThrow();
        made.submitted(customer.viewer(), campaign, SurveyFixtures.points(50, 50), "Shade");
        var admin = fixtures.administrator();
        var preview = As.viewer(admin, () -> outbox.preview(waiting()));
        assertThat(preview.text()).contains("/a/••••");
        assertThat(preview.releasable()).isFalse();

        var thanks = post.deliver(customer.email()).getFirst();
        assertThat(thanks.text()).contains("still change them here").doesNotContain("My needs");
        assertThat(links.open(token(thanks), "10.0.0.8"))
                .hasValueSatisfying(opened -> assertThat(opened.campaign()).isEqualTo(here.campaign()));

        ballots.close(pm, campaign);
        speaksGerman(customer);
        As.viewer(pm, () -> desk.tellOutcome(campaign, SurveyFixtures.text("We plant.")));
        assertThat(post.deliver(customer.email())).singleElement().satisfies(mail -> {
            assertThat(mail.text()).contains("We plant.", "bitten Sie " + pm.name() + " um einen Zugang");
            assertThat(mail.path()).as("a link would open nothing").isEmpty();
        });
    }

    @Test
    void who_is_thanked_after_it_closed_is_not_told_that_answers_can_be_changed() {
        var late = accounts.active(organisation, Role.CUSTOMER);
        hasNoPassword(late);
        var campaign = published(Confidentiality.NAMED);
        post.deliver();
        made.submitted(customer.viewer(), campaign, SurveyFixtures.points(50, 50), "Shade");
        made.submitted(late.viewer(), campaign, SurveyFixtures.points(50, 50), "Shade");
        ballots.close(pm, campaign);
        var thanks = byAddress(post.deliver());
        assertThat(thanks.get(customer.email())).satisfies(mail -> {
            assertThat(mail.text()).contains("have arrived").doesNotContain("change");
            assertThat(mail.path()).isEqualTo("my-needs");
        });
        assertThat(thanks.get(late.email())).satisfies(mail -> {
            assertThat(mail.text()).contains("have arrived").doesNotContain("change");
            assertThat(mail.path()).isEmpty();
        });
    }

    @Test
    void of_an_anonymous_survey_nobody_is_thanked_and_all_are_told_alike_that_nothing_is_theirs() {
        var german = accounts.active(organisation, Role.CUSTOMER);
        var silent = accounts.active(organisation, Role.CUSTOMER);
        speaksGerman(german);
        hasNoPassword(silent);
        var campaign = ballots.mailed(pm, organisation);
        post.deliver();
        ballots.submitted(customer.viewer(), campaign, SurveyFixtures.points(50, 50), "Shade");
        ballots.submitted(german.viewer(), campaign, SurveyFixtures.points(50, 50), "Schatten");
        assertThat(byAddress(post.deliver())).doesNotContainKeys(customer.email(), german.email(), silent.email());

        As.viewer(pm, () -> desk.tellOutcome(campaign, SurveyFixtures.text("We plant.")));
        var told = byAddress(post.deliver());
        assertThat(told.get(customer.email())).satisfies(mail -> {
            assertThat(mail.text())
                    .contains("We plant.", "The survey was anonymous")
                    .doesNotContain("My needs");
            assertThat(mail.path()).isEmpty();
        });
        assertThat(told.get(german.email()).text())
                .contains("Die Umfrage war anonym")
                .doesNotContain("Meine Anliegen");
        assertThat(told.get(silent.email()).text().replace(silent.viewer().name(), ""))
                .as("who answered and who didn't, with a password and without")
                .isEqualTo(told.get(customer.email())
                        .text()
                        .replace(customer.viewer().name(), ""));
    }

    /** Those of other tests included. */
    private static Map<String, TestPost.Arrived> byAddress(List<TestPost.Arrived> mails) {
        return mails.stream().collect(Collectors.toMap(TestPost.Arrived::to, mail -> mail, (one, other) -> other));
    }

    private void hasNoPassword(TestAccount account) {
        jdbc.sql("update account set state = 'INVITED' where id = ?")
                .param(account.viewer().id().value())
                .update();
    }

    private CampaignId published(Confidentiality confidentiality) {
        var opens = Instant.now().minusSeconds(60);
        return made.published(
                pm,
                SurveyFixtures.content().with(confidentiality),
                new Round(
                        new Audience(Set.of(organisation), Set.of(), Set.of(), true),
                        opens,
                        opens.plus(Duration.ofHours(1)),
                        new Mailing(MailLink.PERSONAL, 3, true),
                        Map.of()));
    }

    private MailId waiting() {
        return outbox.find(MailState.WAITING, 0, 200).stream()
                .filter(one -> one.to().equals(customer.viewer().name()))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private void speaksGerman(TestAccount account) {
        jdbc.sql("update account set language = 'de' where id = ?")
                .param(account.viewer().id().value())
                .update();
    }

    private static String token(TestPost.Arrived mail) {
        return mail.path().substring("a/".length());
    }
}
