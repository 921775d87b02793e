package io.throughline.survey.campaign;

import static io.throughline.support.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.notice.Outbox;
import io.throughline.notice.OutboxRow;
import io.throughline.notice.TestPost;
import io.throughline.people.TestAccounts;
import io.throughline.people.TestAccounts.TestAccount;
import io.throughline.shared.CommonError;
import io.throughline.shared.DomainException;
import io.throughline.shared.OrganisationId;
import io.throughline.shared.Role;
import io.throughline.shared.Viewer;
import io.throughline.shared.act.Act;
import io.throughline.shared.act.ActKind;
import io.throughline.shared.mail.MailState;
import io.throughline.shared.row.Utc;
import io.throughline.support.As;
import io.throughline.support.Fixtures;
import io.throughline.support.IntegrationTest;
import io.throughline.survey.Answering;
import io.throughline.survey.Audience;
import io.throughline.survey.CampaignId;
import io.throughline.survey.CampaignInfo;
import io.throughline.survey.Campaigns;
import io.throughline.survey.LinkEnd;
import io.throughline.survey.MailLink;
import io.throughline.survey.Mailing;
import io.throughline.survey.PersonalAccess;
import io.throughline.survey.RespondentPrincipal;
import io.throughline.survey.ResponseState;
import io.throughline.survey.Round;
import io.throughline.survey.SurveyError;
import io.throughline.survey.SurveyFixtures;
import io.throughline.survey.SurveyId;
import io.throughline.survey.SurveyState;
import io.throughline.survey.Surveys;
import io.throughline.survey.answer.ResponseHistory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.support.TransactionTemplate;

/** Invitations, reminders, thanks and what became of it; and the personal links in them. */
@IntegrationTest
@RecordApplicationEvents
class CampaignMailsIT {

    private static final Mailing PERSONAL = new Mailing(MailLink.PERSONAL, 3, true);

    @Autowired
    Campaigns campaigns;

    @Autowired
    Surveys surveys;

    @Autowired
    CampaignDesk desk;

    @Autowired
    Answering answering;

    @Autowired
    ResponseHistory history;

    @Autowired
    PersonalAccess links;

    @Autowired
    AudienceKeeper keeper;

    @Autowired
    CampaignMails mails;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Outbox outbox;

    @Autowired
    TestPost post;

    @Autowired
    Fixtures fixtures;

    @Autowired
    SurveyFixtures made;

    @Autowired
    TestAccounts accounts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApplicationEvents events;

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
    void everybody_invited_gets_one_mail_whose_link_opens_their_response() {
        var campaign = published(PERSONAL);
        var mail = post.deliver(customer.email()).getFirst();
        assertThat(post.deliver(customer.email())).isEmpty();
        assertThat(mail.path()).matches("a/[A-Za-z0-9_-]{43}");
        assertThat(mail.text()).as("until when, and on whose clock").contains("(Coordinated Universal Time)");

        var opened = links.open(token(mail), "10.0.0.1").orElseThrow();
        assertThat(opened.campaign()).isEqualTo(campaign);
        assertThat(opened.viewer().id()).isEqualTo(customer.viewer().id());
        assertThat(opened.viewer().roles()).isEmpty();
        assertThat(jdbc.sql("select count(*) from personal_link where token_hash = ?")
                        .param(token(mail))
                        .query(Integer.class)
                        .single())
                .as("kept as a hash only")
                .isZero();
    }

    @Test
    void looking_starts_nothing() {
        var campaign = published(PERSONAL);
        var token = token(post.deliver(customer.email()).getFirst());
        for (int scan = 0; scan < 3; scan++) {
            assertThat(links.look(token, "10.0.0.2")).hasValueSatisfying(welcome -> {
                assertThat(welcome.name()).isEqualTo(customer.viewer().name());
                assertThat(welcome.state()).isEqualTo(SurveyState.OPEN);
            });
        }
        assertThat(invited(campaign).state()).isEqualTo(ResponseState.NOT_STARTED);
    }

    @Test
    void a_link_opens_until_it_is_revoked_or_the_campaign_closes() {
        var campaign = published(PERSONAL);
        var token = token(post.deliver(customer.email()).getFirst());
        var opened = links.open(token, "10.0.0.3").orElseThrow();
        assertThat(links.open(token, "10.0.0.3")).as("again").isPresent();
        assertThat(links.goesOn(opened)).isTrue();

        assertThat(As.viewer(pm, () -> desk.revoke(campaign, customer.viewer().id())))
                .isEqualTo(1);
        assertThat(links.open(token, "10.0.0.3")).isEmpty();
        assertThat(links.look(token, "10.0.0.3")).isEmpty();
        assertThat(links.goesOn(opened)).isFalse();
        assertThat(links.end(opened)).isEqualTo(LinkEnd.REVOKED);
        assertThat(acts(ActKind.LINK_REVOKED)).isEqualTo(1);

        As.viewer(pm, () -> desk.inviteAgain(campaign, customer.viewer().id()));
        var fresh = token(post.deliver(customer.email()).getFirst());
        var second = links.open(fresh, "10.0.0.3").orElseThrow();
        As.viewer(pm, () -> campaigns.close(campaign, info(campaign).version()));
        assertThat(links.open(fresh, "10.0.0.3")).isEmpty();
        assertThat(links.goesOn(second)).isFalse();
        assertThat(links.end(second)).isEqualTo(LinkEnd.CLOSED);
        assertThat(links.look(fresh, "10.0.0.3"))
                .hasValueSatisfying(welcome -> assertThat(welcome.state()).isEqualTo(SurveyState.CLOSED));
    }

    @Test
    void a_new_invitation_asked_for_twice_is_one_until_it_has_left() {
        var campaign = published(PERSONAL);
        post.deliver(customer.email());
        for (int click = 0; click < 2; click++) {
            As.viewer(pm, () -> desk.inviteAgain(campaign, customer.viewer().id()));
        }
        assertThat(post.deliver(customer.email())).hasSize(1);
        As.viewer(pm, () -> desk.inviteAgain(campaign, customer.viewer().id()));
        assertThat(post.deliver(customer.email())).hasSize(1);
    }

    @Test
    void guessing_links_is_slowed_down() {
        published(PERSONAL);
        var token = token(post.deliver(customer.email()).getFirst());
        assertThat(links.isPaused("10.9.9.9")).isFalse();
        for (int guess = 0; guess < 40; guess++) {
            assertThat(links.open("guess-" + guess, "10.9.9.9")).isEmpty();
        }
        assertThat(links.open(token, "10.9.9.9"))
                .as("from there nothing opens for a while")
                .isEmpty();
        assertThat(links.isPaused("10.9.9.9")).isTrue();
        assertThat(links.isPaused("10.0.0.4")).isFalse();
        assertThat(links.open(token, "10.0.0.4")).as("from elsewhere it does").isPresent();
    }

    @Test
    void a_personal_link_answers_this_campaign_and_no_other() {
        var campaign = published(PERSONAL);
        var other = published(PERSONAL);
        var mails = post.deliver(customer.email());
        var here = mails.stream()
                .map(mail -> links.open(token(mail), "10.0.0.5").orElseThrow())
                .filter(one -> one.campaign().equals(campaign))
                .findFirst()
                .orElseThrow();
        var elsewhere = made.started(customer.viewer(), other);

        var response = as(here, () -> answering.start(campaign));
        as(here, () -> {
            made.answer(response, SurveyFixtures.POINTS.id(), SurveyFixtures.points(40, 60));
            return answering.submit(response);
        });

        refused(CommonError.NOT_FOUND, () -> as(here, () -> answering.intro(other)));
        refused(CommonError.NOT_FOUND, () -> as(here, () -> answering.start(other)));
        refused(CommonError.NOT_FOUND, () -> as(here, () -> answering.find(other)));
        refused(CommonError.NOT_FOUND, () -> as(here, () -> answering.sheet(elsewhere)));
        refused(CommonError.NOT_FOUND, () -> as(here, () -> answering.gaps(elsewhere)));
        refused(CommonError.NOT_FOUND, () -> as(here, () -> answering.submit(elsewhere)));
        refused(
                CommonError.NOT_FOUND,
                () -> as(
                        here,
                        () -> answering.save(
                                elsewhere,
                                SurveyFixtures.POINTS.id(),
                                SurveyFixtures.points(1, 99),
                                SurveyFixtures.stamp())));
        assertThat(invited(campaign).state()).isEqualTo(ResponseState.SUBMITTED);
    }

    @Test
    void who_came_by_a_link_reads_what_they_submitted_before_here_and_nothing_else() {
        var campaign = published(PERSONAL);
        var here = links.open(token(post.deliver(customer.email()).getFirst()), "10.0.0.7")
                .orElseThrow();
        var colleague = accounts.active(organisation, Role.CUSTOMER).viewer();
        var own = made.submitted(customer.viewer(), campaign, SurveyFixtures.points(50, 50), "Shade");
        made.submitted(customer.viewer(), campaign, SurveyFixtures.points(30, 70), "More shade");
        var others = made.submitted(colleague, campaign, SurveyFixtures.points(10, 90), "Sun");
        var elsewhere = made.submitted(
                customer.viewer(), published(PERSONAL), SurveyFixtures.points(20, 80), "Shade elsewhere");

        assertThat(as(here, () -> history.of(own)))
                .extracting(ResponseHistory.Revision::number)
                .containsExactly(2, 1);
        refused(CommonError.NOT_FOUND, () -> as(here, () -> history.of(others)));
        refused(CommonError.NOT_FOUND, () -> as(here, () -> history.of(elsewhere)));
    }

    @Test
    void who_has_not_answered_is_reminded_once_and_who_answered_is_thanked_once() {
        var slow = accounts.active(organisation, Role.CUSTOMER);
        var campaign = published(PERSONAL);
        post.deliver(customer.email());
        made.submitted(customer.viewer(), campaign, SurveyFixtures.points(50, 50), "Shade");
        made.submitted(customer.viewer(), campaign, SurveyFixtures.points(30, 70), "More shade");
        assertThat(subjects(customer)).singleElement().asString().startsWith("Thank you: ");

        assertThat(As.viewer(pm, () -> desk.mails(campaign)).unanswered()).isEqualTo(1);
        assertThat(As.viewer(pm, () -> desk.remind(campaign, 0))).isEqualTo(1);
        refused(CommonError.STALE, () -> As.viewer(pm, () -> desk.remind(campaign, 0)));
        assertThat(subjects(slow)).singleElement().asString().startsWith("Still open: ");
        assertThat(subjects(customer)).isEmpty();
        assertThat(acts(ActKind.CAMPAIGN_REMINDED)).isEqualTo(1);
    }

    @Test
    void nobody_is_asked_or_reminded_whose_segment_has_submitted_enough() {
        var begun = accounts.active(organisation, Role.CUSTOMER);
        var slow = accounts.active(organisation, Role.CUSTOMER);
        var elsewhere = accounts.active(
                fixtures.organisation(Fixtures.unique("Other"), Fixtures.unique("South")), Role.CUSTOMER);
        var now = Instant.now();
        var segment = jdbc.sql("select segment from organisation where id = ?")
                .param(organisation.value())
                .query(String.class)
                .single();
        var campaign = made.published(
                pm,
                SurveyFixtures.content(),
                new Round(
                        new Audience(
                                Set.of(
                                        organisation,
                                        Objects.requireNonNull(
                                                elsewhere.viewer().organisation())),
                                Set.of(),
                                Set.of(),
                                true),
                        now.minusSeconds(60),
                        now.plus(Duration.ofHours(1)),
                        PERSONAL,
                        Map.of(segment, 1)));
        made.started(begun.viewer(), campaign);
        assertThat(As.viewer(pm, () -> desk.mails(campaign)).unanswered()).isEqualTo(4);
        made.submitted(customer.viewer(), campaign, SurveyFixtures.points(50, 50), "Shade");
        var late = accounts.active(organisation, Role.CUSTOMER);
        keeper.follow();

        var mails = As.viewer(pm, () -> desk.mails(campaign));
        assertThat(mails.unanswered()).as("who has begun may finish").isEqualTo(2);
        assertThat(mails.tooLate()).isEqualTo(2);
        assertThat(mails.unanswered() + mails.tooLate())
                .as("all but the one who answered are one or the other")
                .isEqualTo(As.viewer(pm, () -> desk.countInvited(campaign, "")) - 1);
        assertThat(subjects(late)).as("invited, and nobody tells them").isEmpty();
        assertThat(As.viewer(pm, () -> desk.remind(campaign, 0))).isEqualTo(2);
        assertThat(post.deliver())
                .filteredOn(mail -> mail.subject().startsWith("Still open: "))
                .extracting(TestPost.Arrived::to)
                .contains(begun.email(), elsewhere.email())
                .doesNotContain(slow.email(), late.email());
    }

    @Test
    void who_answers_before_the_reminder_leaves_is_not_reminded() {
        var campaign = published(PERSONAL);
        post.deliver(customer.email());
        As.viewer(pm, () -> desk.remind(campaign, 0));
        made.submitted(customer.viewer(), campaign, SurveyFixtures.points(50, 50), "Shade");

        assertThat(subjects(customer)).noneMatch(subject -> subject.startsWith("Still open"));
        assertThat(As.viewer(pm, () -> desk.mails(campaign)).counts()).anySatisfy(count -> {
            assertThat(count.kind()).isEqualTo(CampaignMails.REMINDER);
            assertThat(count.state()).isEqualTo(MailState.WITHHELD);
        });
    }

    @Test
    void the_clock_reminds_once_before_closing_and_again_before_a_later_one() {
        var now = Instant.now();
        var campaign = published(PERSONAL, now.minus(Duration.ofDays(5)), now.plus(Duration.ofDays(2)));
        keeper.remind();
        keeper.remind();
        assertThat(As.viewer(pm, () -> desk.mails(campaign)).reminders()).isEqualTo(1);

        As.viewer(pm, () -> campaigns.extend(campaign, info(campaign).version(), now.plus(Duration.ofDays(30))));
        keeper.remind();
        assertThat(As.viewer(pm, () -> desk.mails(campaign)).reminders()).isEqualTo(1);
        As.viewer(
                pm,
                () -> jdbc.sql("update campaign set closes_at = ? where id = ?")
                        .params(Utc.column(now.plus(Duration.ofDays(1))), campaign.value())
                        .update());
        keeper.remind();
        assertThat(As.viewer(pm, () -> desk.mails(campaign)).reminders()).isEqualTo(2);
    }

    @Test
    void by_hand_and_by_the_clock_at_the_same_moment_everybody_is_reminded_once() {
        var now = Instant.now();
        var campaign = published(PERSONAL, now.minus(Duration.ofDays(5)), now.plus(Duration.ofDays(2)));
        post.deliver(customer.email());
        var due = mails.due().stream()
                .filter(one -> one.campaign().equals(campaign))
                .findFirst()
                .orElseThrow();
        As.viewer(pm, () -> desk.remind(campaign, 0));
        transaction.executeWithoutResult(_ -> assertThat(mails.remind(campaign, due.occasion(), due.number(), null))
                .as("found due before it was done by hand")
                .isEmpty());
        keeper.remind();

        assertThat(As.viewer(pm, () -> desk.mails(campaign)).reminders()).isEqualTo(1);
        assertThat(subjects(customer)).singleElement().asString().startsWith("Still open: ");
    }

    @Test
    void a_day_after_a_reminder_by_hand_the_clock_reminds() {
        var now = Instant.now();
        var campaign = published(PERSONAL, now.minus(Duration.ofDays(5)), now.plus(Duration.ofDays(2)));
        jdbc.sql("""
                        insert into campaign_reminder (campaign_id, occasion, number, people, ordered_by, ordered_at)
                        values (?, 'hand-1', 1, 1, ?, ?)""")
                .params(campaign.value(), pm.id().value(), Utc.column(now.minus(Duration.ofHours(25))))
                .update();
        keeper.remind();
        assertThat(As.viewer(pm, () -> desk.mails(campaign)).reminders()).isEqualTo(2);
    }

    @Test
    void the_clock_reminds_nobody_on_the_first_day() {
        var now = Instant.now();
        var campaign = published(PERSONAL, now.minus(Duration.ofHours(2)), now.plus(Duration.ofDays(2)));
        keeper.remind();
        assertThat(As.viewer(pm, () -> desk.mails(campaign)).reminders()).isZero();
    }

    @Test
    void who_comes_to_a_following_campaign_is_invited_by_mail() {
        published(PERSONAL);
        var late = accounts.active(organisation, Role.CUSTOMER);
        keeper.follow();
        keeper.follow();
        assertThat(post.deliver(late.email())).hasSize(1);
    }

    @Test
    void everybody_invited_hears_what_became_of_it_in_the_words_of_who_asked() {
        var campaign = published(PERSONAL);
        post.deliver(customer.email());
        As.viewer(pm, () -> desk.tellOutcome(campaign, SurveyFixtures.text("We plant forty trees.")));

        assertThat(post.deliver(customer.email())).singleElement().satisfies(mail -> {
            assertThat(mail.subject()).startsWith("What became of it: ");
            assertThat(mail.text()).contains("We plant forty trees.");
            assertThat(mail.path()).isEqualTo("my-needs");
        });
        refused(CommonError.REQUIRED, () -> As.viewer(pm, () -> desk.tellOutcome(campaign, SurveyFixtures.text(" "))));
        refused(
                CommonError.TOO_LONG,
                () -> As.viewer(
                        pm,
                        () -> desk.tellOutcome(
                                campaign,
                                SurveyFixtures.text("Trees")
                                        .with(Locale.GERMAN, "B".repeat(CampaignDesk.LONGEST_WORDS + 1)))));
    }

    @Test
    void nobody_hears_what_became_of_what_they_are_still_to_be_asked() {
        var now = Instant.now();
        var campaign = published(PERSONAL, now.plus(Duration.ofHours(1)), now.plus(Duration.ofHours(2)));
        refused(
                SurveyError.NOT_YET_OPEN,
                () -> As.viewer(pm, () -> desk.tellOutcome(campaign, SurveyFixtures.text("Trees"))));
    }

    @Test
    void everybody_hears_what_became_of_it_in_their_language_or_else_in_one_it_is_said_in() {
        var german = accounts.active(organisation, Role.CUSTOMER);
        speaksGerman(german);
        var campaign = published(PERSONAL);
        post.deliver();
        As.viewer(
                pm,
                () -> desk.tellOutcome(
                        campaign, SurveyFixtures.text(" ").with(Locale.GERMAN, "Wir pflanzen vierzig Bäume. ")));
        assertThat(outcomes(post.deliver()))
                .as("to who reads English in the only words there are")
                .containsEntry(customer.email(), "Wir pflanzen vierzig Bäume.")
                .containsEntry(german.email(), "Wir pflanzen vierzig Bäume.");
        As.viewer(
                pm,
                () -> desk.tellOutcome(
                        campaign, SurveyFixtures.text("Forty trees.").with(Locale.GERMAN, "Vierzig Bäume.")));
        assertThat(outcomes(post.deliver()))
                .containsEntry(customer.email(), "Forty trees.")
                .containsEntry(german.email(), "Vierzig Bäume.");
    }

    /** The words in the middle of each mail that says what became of it, by its address. */
    private static Map<String, String> outcomes(List<TestPost.Arrived> mails) {
        return mails.stream()
                .filter(mail -> mail.text().matches("(?s).*(Forty trees|Bäume).*"))
                .collect(Collectors.toMap(
                        TestPost.Arrived::to,
                        mail -> mail.text().lines().skip(4).findFirst().orElse("")));
    }

    @Test
    void mails_speak_the_recipient_s_language() {
        speaksGerman(customer);
        published(PERSONAL);
        assertThat(post.deliver(customer.email()).getFirst().text()).startsWith("Guten Tag ");
    }

    @Test
    void only_editors_remind_tell_revoke_and_invite() {
        var campaign = published(PERSONAL);
        var stranger = fixtures.projectManager();
        var person = customer.viewer().id();
        refused(CommonError.NOT_ALLOWED, () -> As.viewer(stranger, () -> desk.remind(campaign, 0)));
        refused(
                CommonError.NOT_ALLOWED,
                () -> As.viewer(stranger, () -> desk.tellOutcome(campaign, SurveyFixtures.text("Trees"))));
        refused(CommonError.NOT_ALLOWED, () -> As.viewer(stranger, () -> desk.revoke(campaign, person)));
        refused(CommonError.NOT_ALLOWED, () -> As.viewer(stranger, () -> desk.inviteAgain(campaign, person)));
    }

    @Test
    void a_campaign_without_mails_sends_none() {
        var campaign = published(null);
        made.submitted(customer.viewer(), campaign, SurveyFixtures.points(50, 50), "Shade");
        refused(SurveyError.NO_MAILS, () -> As.viewer(pm, () -> desk.remind(campaign, 0)));
        assertThat(post.deliver(customer.email())).isEmpty();
    }

    @Test
    void no_link_that_opens_anything_is_shown() {
        published(PERSONAL);
        var admin = fixtures.administrator();
        var row = waiting(admin);

        var preview = As.viewer(admin, () -> outbox.preview(row.id()));

        assertThat(preview.address()).isEqualToIgnoringCase(customer.email());
        assertThat(preview.text()).contains("/a/••••");
        assertThat(preview.releasable()).isTrue();
        assertThat(invitedLinks()).as("none was made").isZero();
    }

    @Test
    void one_link_is_given_out_once_and_it_is_recorded() {
        published(PERSONAL);
        var admin = fixtures.administrator();
        var row = waiting(admin);

        var link = As.viewer(admin, () -> outbox.release(row.id()));

        assertThat(links.open(link.replaceAll(".*/a/", ""), "10.0.0.6")).isPresent();
        assertThat(acts(ActKind.LINK_RELEASED)).isEqualTo(1);
        assertThatThrownBy(() -> As.viewer(admin, () -> outbox.release(row.id())))
                .isInstanceOf(DomainException.class);
        assertThat(post.deliver(customer.email())).as("not sent as well").isEmpty();
    }

    @Test
    void a_mail_in_the_outbox_says_which_round_it_belongs_to_once_there_are_several() {
        var first = published(PERSONAL);
        var admin = fixtures.administrator();
        var called = called(first);
        assertThat(waiting(admin).about()).as("there is one").isEqualTo(called);

        var opens = Instant.now().minusSeconds(60);
        As.viewer(
                pm,
                () -> campaigns.again(
                        survey(first),
                        2,
                        new Round(
                                new Audience(Set.of(organisation), Set.of(), Set.of(), true),
                                opens,
                                opens.plus(Duration.ofHours(1)),
                                PERSONAL,
                                Map.of())));
        var rows = As.viewer(admin, () -> outbox.find(MailState.WAITING, 0, 200)).stream()
                .filter(one -> one.to().equals(customer.viewer().name()))
                .toList();
        assertThat(rows)
                .extracting(OutboxRow::about)
                .containsExactlyInAnyOrder(called + ", round 1", called + ", round 2");
        assertThat(As.viewer(admin, () -> outbox.preview(rows.getFirst().id()))
                        .row()
                        .about())
                .isEqualTo(rows.getFirst().about());
    }

    /** Key and title of its survey. */
    private String called(CampaignId campaign) {
        var detail = As.viewer(pm, () -> surveys.detail(campaign));
        return detail.key() + " " + detail.content().title().in(Locale.ENGLISH);
    }

    private void speaksGerman(TestAccount account) {
        jdbc.sql("update account set language = 'de' where id = ?")
                .param(account.viewer().id().value())
                .update();
    }

    private OutboxRow waiting(Viewer admin) {
        return As.viewer(admin, () -> outbox.find(MailState.WAITING, 0, 200)).stream()
                .filter(one -> one.to().equals(customer.viewer().name()))
                .findFirst()
                .orElseThrow();
    }

    private int invitedLinks() {
        return jdbc.sql("select count(*) from personal_link where person_id = ?")
                .param(customer.viewer().id().value())
                .query(Integer.class)
                .single();
    }

    private CampaignId published(@org.jspecify.annotations.Nullable Mailing mailing) {
        var now = Instant.now();
        return published(mailing, now.minusSeconds(60), now.plus(Duration.ofHours(1)));
    }

    private CampaignId published(
            @org.jspecify.annotations.Nullable Mailing mailing, Instant opensAt, Instant closesAt) {
        return made.published(
                pm,
                SurveyFixtures.content(),
                new Round(
                        new Audience(Set.of(organisation), Set.of(), Set.of(), true),
                        opensAt,
                        closesAt,
                        mailing,
                        Map.of()));
    }

    private CampaignInfo info(CampaignId campaign) {
        return campaigns.of(survey(campaign)).getFirst();
    }

    private SurveyId survey(CampaignId campaign) {
        return new SurveyId(jdbc.sql("select survey_id from campaign where id = ?")
                .param(campaign.value())
                .query(java.util.UUID.class)
                .single());
    }

    private Invited invited(CampaignId campaign) {
        return As.viewer(pm, () -> desk.invited(campaign, customer.viewer().name(), 0, 10))
                .getFirst();
    }

    private List<String> subjects(TestAccount account) {
        return post.deliver(account.email()).stream()
                .map(TestPost.Arrived::subject)
                .toList();
    }

    private static String token(TestPost.Arrived mail) {
        return mail.path().substring("a/".length());
    }

    private long acts(ActKind kind) {
        return events.stream(Act.class).filter(act -> act.kind() == kind).count();
    }

    private static <T> T as(RespondentPrincipal respondent, Callable<T> act) {
        return As.principal(respondent, respondent.authorities(), act);
    }
}
