package io.throughline.survey.campaign;

import static io.throughline.support.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.shared.CommonError;
import io.throughline.shared.DomainException;
import io.throughline.shared.ErrorCode;
import io.throughline.shared.OrganisationId;
import io.throughline.shared.Viewer;
import io.throughline.shared.act.Act;
import io.throughline.shared.act.ActKind;
import io.throughline.shared.mail.MailCount;
import io.throughline.shared.row.Utc;
import io.throughline.support.As;
import io.throughline.support.Fixtures;
import io.throughline.support.IntegrationTest;
import io.throughline.survey.Audience;
import io.throughline.survey.CampaignId;
import io.throughline.survey.Confidentiality;
import io.throughline.survey.MailLink;
import io.throughline.survey.Mailing;
import io.throughline.survey.Round;
import io.throughline.survey.SurveyError;
import io.throughline.survey.SurveyFixtures;
import io.throughline.survey.campaign.SettingDifference.Setting;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** Quotas, reminders and thanks of a campaign that runs are changed by its editors, never behind what was reached. */
@IntegrationTest
@RecordApplicationEvents
class CampaignSettingsIT {

    private static final Mailing PERSONAL = new Mailing(MailLink.PERSONAL, 3, true);

    @Autowired
    CampaignSettings settings;

    @Autowired
    CampaignDesk desk;

    @Autowired
    AudienceKeeper keeper;

    @Autowired
    Fixtures fixtures;

    @Autowired
    SurveyFixtures made;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApplicationEvents events;

    private Viewer pm;
    private String segment = "";
    private OrganisationId organisation;

    @BeforeEach
    void people() {
        pm = fixtures.projectManager();
        segment = Fixtures.unique("North");
        organisation = fixtures.organisation(Fixtures.unique("Organisation"), segment);
    }

    @Test
    void a_larger_quota_lets_people_begin_again_and_one_that_is_reached_lets_nobody_begin() {
        var campaign = published(PERSONAL, Map.of(segment, 1));
        submit(campaign);
        refused(SurveyError.QUOTA_REACHED, () -> made.started(fixtures.customer(organisation), campaign));

        change(campaign, quota(3));
        submit(campaign);
        change(campaign, quota(2));
        refused(SurveyError.QUOTA_REACHED, () -> made.started(fixtures.customer(organisation), campaign));

        change(campaign, Map.of());
        assertThat(made.started(fixtures.customer(organisation), campaign)).isNotNull();
        change(campaign, quota(9));
        assertThat(of(campaign).settings().quotas()).isEqualTo(quota(9));
        assertThat(of(campaign).submitted()).isEqualTo(Map.of(segment, 2));
    }

    @Test
    void who_came_while_there_was_no_room_is_invited_once_there_is() {
        var campaign = published(PERSONAL, Map.of(segment, 1));
        submit(campaign);
        fixtures.customer(organisation);
        keeper.follow();
        assertThat(invitations(campaign)).as("to what they could not begin").isZero();

        change(campaign, quota(9));
        assertThat(invitations(campaign)).isEqualTo(1);
        change(campaign, quota(8));
        assertThat(invitations(campaign)).as("once").isEqualTo(1);
    }

    private int invitations(CampaignId campaign) {
        return As.viewer(pm, () -> desk.mails(campaign)).counts().stream()
                .filter(one -> one.kind().equals(CampaignMails.INVITATION))
                .mapToInt(MailCount::mails)
                .sum();
    }

    @Test
    void a_quota_below_what_is_submitted_is_refused_and_changes_nothing() {
        var campaign = published(PERSONAL, Map.of(segment, 5));
        submit(campaign);
        submit(campaign);
        assertThatThrownBy(() -> change(campaign, quota(1))).isInstanceOfSatisfying(DomainException.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(SurveyError.QUOTA_BELOW_REACHED);
            assertThat(refusal.arguments()).containsExactly(segment, 2);
        });
        refused(CommonError.OUT_OF_RANGE, () -> change(campaign, quota(0)));
        refused(CommonError.OUT_OF_RANGE, () -> change(campaign, quota(Quotas.LARGEST + 1)));
        refused(CommonError.NOT_FOUND, () -> change(campaign, Map.of(segment, 5, "Nowhere", 7)));
        assertThat(of(campaign).settings().quotas()).isEqualTo(quota(5));
        assertThat(As.viewer(pm, () -> settings.changes(campaign))).isEmpty();
    }

    @Test
    void every_change_is_kept_with_what_held_before_and_recorded_once() {
        var campaign = published(PERSONAL, Map.of(segment, 5));
        var seen = of(campaign).settings();
        As.viewer(pm, () -> settings.change(campaign, seen, new Settings(quota(8), new Settings.Mails(7, false))));

        assertThat(As.viewer(pm, () -> settings.changes(campaign)))
                .extracting(SettingChange::what)
                .containsExactlyInAnyOrder(
                        new SettingDifference(Setting.QUOTA, segment, 5, 8),
                        new SettingDifference(Setting.REMIND_DAYS, "", 3, 7),
                        new SettingDifference(Setting.THANKS, "", 1, 0));
        assertThat(As.viewer(pm, () -> settings.changes(campaign)))
                .allSatisfy(one -> assertThat(one.by()).isEqualTo(pm.name()));
        assertThat(As.viewer(pm, () -> desk.mails(campaign)).mailing())
                .isEqualTo(new Mailing(MailLink.PERSONAL, 7, false));
        assertThat(acts()).isEqualTo(1);

        var now = of(campaign).settings();
        As.viewer(pm, () -> settings.change(campaign, now, now));
        assertThat(acts()).as("nothing changed, nothing recorded").isEqualTo(1);
    }

    @Test
    void a_reminder_whose_day_has_passed_goes_out_at_once_and_only_once() {
        var now = Instant.now();
        var campaign = published(PERSONAL, Map.of(), now.minus(Duration.ofDays(5)), now.plus(Duration.ofDays(6)));
        fixtures.customer(organisation);
        keeper.remind();
        assertThat(reminders(campaign)).isZero();

        var seen = of(campaign).settings();
        As.viewer(pm, () -> settings.change(campaign, seen, new Settings(Map.of(), new Settings.Mails(7, true))));
        keeper.remind();
        var later = of(campaign).settings();
        As.viewer(pm, () -> settings.change(campaign, later, new Settings(Map.of(), new Settings.Mails(8, true))));
        keeper.remind();
        assertThat(reminders(campaign)).isEqualTo(1);
    }

    @Test
    void two_editors_at_once_change_it_once_and_the_other_is_told() throws Exception {
        var campaign = published(PERSONAL, Map.of(segment, 5));
        var seen = of(campaign).settings();
        var start = new CyclicBarrier(2);
        var refusals = new ArrayList<ErrorCode>();
        try (var pool = Executors.newFixedThreadPool(2)) {
            var running = new ArrayList<Future<@Nullable ErrorCode>>();
            for (int enough : new int[] {6, 7}) {
                running.add(pool.submit(() -> {
                    start.await();
                    try {
                        As.viewer(pm, () -> settings.change(campaign, seen, new Settings(quota(enough), seen.mails())));
                        return null;
                    } catch (DomainException refusal) {
                        return refusal.code();
                    }
                }));
            }
            for (var one : running) {
                var refusal = one.get();
                if (refusal != null) {
                    refusals.add(refusal);
                }
            }
        }
        assertThat(refusals).containsExactly(CommonError.STALE);
        assertThat(As.viewer(pm, () -> settings.changes(campaign))).hasSize(1);
    }

    @Test
    void what_has_closed_stays_as_it_was_and_mails_are_not_begun_later() {
        var silent = published(null, Map.of());
        refused(
                SurveyError.NO_MAILS,
                () -> As.viewer(
                        pm,
                        () -> settings.change(
                                silent, of(silent).settings(), new Settings(Map.of(), new Settings.Mails(3, true)))));

        var campaign = published(PERSONAL, Map.of(segment, 5));
        jdbc.sql("update campaign set closes_at = ? where id = ?")
                .params(Utc.column(Instant.now().minusSeconds(1)), campaign.value())
                .update();
        refused(SurveyError.ALREADY_CLOSED, () -> change(campaign, quota(6)));
    }

    @Test
    void only_editors_change_settings_and_others_find_nothing_to_change() {
        var campaign = published(PERSONAL, Map.of(segment, 5));
        var seen = of(campaign).settings();
        var stranger = fixtures.projectManager();
        refused(
                CommonError.NOT_ALLOWED,
                () -> As.viewer(stranger, () -> settings.change(campaign, seen, new Settings(quota(6), seen.mails()))));
        var nothing = CampaignId.next();
        refused(CommonError.NOT_FOUND, () -> As.viewer(pm, () -> settings.of(nothing)));
        refused(CommonError.NOT_FOUND, () -> As.viewer(pm, () -> settings.change(nothing, seen, seen)));
    }

    @Test
    void whoever_may_not_know_who_answered_is_not_told_how_many_of_a_segment_have() {
        var now = Instant.now();
        var campaign = made.published(
                pm,
                SurveyFixtures.content().with(Confidentiality.CONFIDENTIAL),
                new Round(
                        new Audience(Set.of(organisation), Set.of(), Set.of(), true),
                        now.minusSeconds(60),
                        now.plus(Duration.ofHours(1)),
                        PERSONAL,
                        quota(5)));
        submit(campaign);

        assertThat(of(campaign).submitted()).isEqualTo(Map.of(segment, 1));
        for (var other : List.of(fixtures.projectManager(), fixtures.manager())) {
            var told = As.viewer(other, () -> settings.of(campaign));
            assertThat(told.submitted()).isEmpty();
            assertThat(told.settings().quotas()).isEqualTo(quota(5));
        }
    }

    private void submit(CampaignId campaign) {
        made.submitted(fixtures.customer(organisation), campaign, SurveyFixtures.points(50, 50), "Shade");
    }

    private Map<String, Integer> quota(int enough) {
        return Map.of(segment, enough);
    }

    private void change(CampaignId campaign, Map<String, Integer> quotas) {
        var seen = of(campaign).settings();
        As.viewer(pm, () -> settings.change(campaign, seen, new Settings(quotas, seen.mails())));
    }

    private CampaignSettings.InForce of(CampaignId campaign) {
        return As.viewer(pm, () -> settings.of(campaign));
    }

    private int reminders(CampaignId campaign) {
        return As.viewer(pm, () -> desk.mails(campaign)).reminders();
    }

    private long acts() {
        return events.stream(Act.class)
                .filter(act -> act.kind() == ActKind.CAMPAIGN_SETTINGS_CHANGED)
                .count();
    }

    private CampaignId published(@Nullable Mailing mailing, Map<String, Integer> quotas) {
        var now = Instant.now();
        return published(mailing, quotas, now.minusSeconds(60), now.plus(Duration.ofHours(1)));
    }

    private CampaignId published(
            @Nullable Mailing mailing, Map<String, Integer> quotas, Instant opensAt, Instant closesAt) {
        return made.published(
                pm,
                SurveyFixtures.content(),
                new Round(
                        new Audience(Set.of(organisation), Set.of(), Set.of(), true),
                        opensAt,
                        closesAt,
                        mailing,
                        quotas));
    }
}
