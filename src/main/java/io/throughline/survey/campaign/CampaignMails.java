package io.throughline.survey.campaign;

import io.throughline.shared.Ids;
import io.throughline.shared.LocalizedText;
import io.throughline.shared.PersonId;
import io.throughline.shared.mail.MailOrder;
import io.throughline.shared.mail.Post;
import io.throughline.shared.row.Columns;
import io.throughline.shared.row.Utc;
import io.throughline.survey.CampaignId;
import io.throughline.survey.MailLink;
import io.throughline.survey.Mailing;
import io.throughline.survey.ResponseSubmitted;
import io.throughline.survey.design.SurveyJson;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Orders a campaign's mails: each once per person and event, with what it tells of. */
@Component
public class CampaignMails {

    public static final String INVITATION = "survey.invitation";
    static final String REMINDER = "survey.reminder";
    public static final String THANKS = "survey.thanks";
    public static final String OUTCOME = "survey.outcome";

    /** Begins the event of an invitation that is not the first. */
    private static final String AGAIN = "again-";

    /** Nobody is reminded by the clock right after the invitation, nor right after a reminder by hand. */
    private static final Duration A_DAY = Duration.ofDays(1);

    /**
     * Nobody is sent to what they can't begin any more, since enough others of their segment have answered. Of an anonymous
     * campaign nothing is to be seen of who has begun, so everybody is.
     */
    private static final String TOO_LATE = """
            exists (
                select 1 from campaign c join survey_audience au on au.campaign_id = c.id
                where c.id = i.campaign_id and c.confidentiality <> 'ANONYMOUS'
                  and au.organisation_id = i.organisation_id and au.segment in (%s))
              and not exists (
                select 1 from response b where b.campaign_id = i.campaign_id and b.person_id = i.person_id)
            """.formatted(Quotas.FULL.formatted(":campaign"));

    /** Everybody who has not answered, and whether it is too late for them: who is reminded and who isn't are all of these. */
    private static final String UNANSWERED = """
            select i.person_id, (%s) late from campaign_invitation i
            where i.campaign_id = :campaign and not exists (
                select 1 from response r
                where r.campaign_id = i.campaign_id and r.person_id = i.person_id and r.submitted_revision > 0)
              and not exists (
                select 1 from ballot_register g
                where g.campaign_id = i.campaign_id and g.person_id = i.person_id and g.state = 'ANSWERED')
            """.formatted(TOO_LATE);

    private static final String REMINDED = """
            select u.person_id from (%s) u where not u.late""".formatted(UNANSWERED);

    /** Those of them who have not begun, either. */
    private static final String WELCOME = """
            %s and not exists (
                select 1 from response b where b.campaign_id = :campaign and b.person_id = u.person_id)
            """.formatted(REMINDED);

    private static final String COUNTS = """
            select coalesce(sum(not u.late), 0) reminded, coalesce(sum(u.late), 0) late from (%s) u
            """.formatted(UNANSWERED);

    private final Post post;
    private final JdbcClient jdbc;
    private final Clock clock;

    CampaignMails(Post post, JdbcClient jdbc, Clock clock) {
        this.post = post;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void keep(CampaignId campaign, Mailing mailing) {
        jdbc.sql("insert into campaign_mailing (campaign_id, link, remind_days, thanks) values (?, ?, ?, ?)")
                .params(campaign.value(), mailing.link().name(), mailing.remindDays(), mailing.thanks())
                .update();
    }

    /** Empty where whoever asks tells people otherwise. */
    Optional<Mailing> mailing(CampaignId campaign) {
        return jdbc.sql("select link, remind_days, thanks from campaign_mailing where campaign_id = ?")
                .param(campaign.value())
                .query((row, number) -> new Mailing(
                        MailLink.valueOf(row.getString("link")), row.getInt("remind_days"), row.getBoolean("thanks")))
                .optional();
    }

    /** False where another has changed it meanwhile. */
    boolean change(CampaignId campaign, SettingDifference difference) {
        var sql = switch (difference.setting()) {
            case REMIND_DAYS -> "update campaign_mailing set remind_days = ? where campaign_id = ? and remind_days = ?";
            case THANKS -> "update campaign_mailing set thanks = ? where campaign_id = ? and thanks = ?";
            case QUOTA -> throw new IllegalArgumentException("not a setting of mails");
        };
        return jdbc.sql(sql)
                        .params(Arrays.asList(difference.after(), campaign.value(), difference.before()))
                        .update()
                == 1;
    }

    /** Everybody gets an invitation when the campaign opens. */
    void invite(CampaignId campaign, Collection<PersonId> people, Instant opensAt) {
        order(campaign, people, INVITATION, "first", opensAt);
    }

    /** Those who came later and can still begin get theirs at once. */
    void inviteNewcomers(CampaignId campaign, Collection<PersonId> come) {
        var welcome = Set.copyOf(unansweredPeople(campaign));
        invite(campaign, come.stream().filter(welcome::contains).toList(), clock.instant());
    }

    /** Those who came while there was no room get theirs as soon as there is; nobody gets a second one. */
    void inviteWelcome(CampaignId campaign) {
        var welcome = people(jdbc.sql(WELCOME).param("campaign", campaign.value()));
        invite(campaign, welcome, clock.instant());
    }

    /** One more invitation, with a link of its own. Asked for again before it left, it is the same. */
    void inviteAgain(CampaignId campaign, PersonId person) {
        int before = post.settled(person, INVITATION, campaign.value());
        order(campaign, List.of(person), INVITATION, AGAIN + before, clock.instant());
    }

    static boolean isInvitedAgain(MailOrder order) {
        return order.kind().equals(INVITATION) && order.event().startsWith(AGAIN);
    }

    /**
     * Reminds whoever has not answered and still can.
     *
     * @param occasion which reminder this is: the same is ordered once
     * @param number of the campaign's reminders this is, from 1: of two ordered at the same moment, by hand and by the clock,
     *     there is one
     * @param by null for the clock
     * @return how many; empty if this reminder was ordered before, or another at the same moment
     */
    Optional<Integer> remind(CampaignId campaign, String occasion, int number, @Nullable PersonId by) {
        var people = unansweredPeople(campaign);
        try {
            jdbc.sql("""
                            insert into campaign_reminder (campaign_id, occasion, number, people, ordered_by, ordered_at)
                            values (?, ?, ?, ?, ?, ?)""")
                    .params(Arrays.asList(
                            campaign.value(),
                            occasion,
                            number,
                            people.size(),
                            by == null ? null : by.value(),
                            Utc.column(Utc.now(clock))))
                    .update();
        } catch (DuplicateKeyException e) {
            return Optional.empty();
        }
        order(campaign, people, REMINDER, occasion, clock.instant());
        return Optional.of(people.size());
    }

    private List<PersonId> unansweredPeople(CampaignId campaign) {
        return people(jdbc.sql(REMINDED).param("campaign", campaign.value()));
    }

    private static List<PersonId> people(JdbcClient.StatementSpec query) {
        return query.query((row, number) -> new PersonId(Columns.uuid(row, "person_id")))
                .list();
    }

    int reminders(CampaignId campaign) {
        return jdbc.sql("select count(*) from campaign_reminder where campaign_id = ?")
                .param(campaign.value())
                .query(Integer.class)
                .single();
    }

    /**
     * Of those who have not answered.
     *
     * @param reminded how many would be reminded now
     * @param tooLate how many are not, since their segment has submitted enough without them
     */
    record Unanswered(int reminded, int tooLate) {}

    /** Counted at one moment. */
    Unanswered unanswered(CampaignId campaign) {
        return jdbc.sql(COUNTS)
                .param("campaign", campaign.value())
                .query((row, number) -> new Unanswered(row.getInt("reminded"), row.getInt("late")))
                .single();
    }

    /**
     * Campaigns whose reminder before closing is due, with the occasion: a campaign that is extended reminds again. After one
     * by hand it waits for a day.
     */
    List<Due> due() {
        var now = clock.instant();
        return jdbc
                .sql("""
                        select c.id, c.opens_at, c.closes_at, m.remind_days,
                               (select count(*) from campaign_reminder r where r.campaign_id = c.id) reminders
                        from campaign c join campaign_mailing m on m.campaign_id = c.id
                        where m.remind_days > 0 and c.opens_at <= :now and c.closes_at > :now
                          and (c.closed_at is null or c.closed_at > :now)
                          and not exists (
                            select 1 from campaign_reminder r
                            where r.campaign_id = c.id and r.ordered_by is not null and r.ordered_at > :lately)""")
                .param("now", Utc.column(now))
                .param("lately", Utc.column(now.minus(A_DAY)))
                .query((row, number) -> new Due(
                        new CampaignId(Columns.uuid(row, "id")),
                        Utc.instant(row, "opens_at"),
                        Utc.instant(row, "closes_at"),
                        row.getInt("remind_days"),
                        row.getInt("reminders")))
                .list()
                .stream()
                .filter(due -> due.isNow(now) && !wasOrdered(due))
                .toList();
    }

    private boolean wasOrdered(Due due) {
        return jdbc.sql("select count(*) from campaign_reminder where campaign_id = ? and occasion = ?")
                        .params(due.campaign().value(), due.occasion())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** @param reminders how many had been ordered when it was found due */
    record Due(CampaignId campaign, Instant opensAt, Instant closesAt, int days, int reminders) {

        String occasion() {
            return "closing-" + closesAt.toEpochMilli();
        }

        int number() {
            return reminders + 1;
        }

        boolean isNow(Instant now) {
            return !now.isBefore(closesAt.minus(Duration.ofDays(days))) && !now.isBefore(opensAt.plus(A_DAY));
        }
    }

    /** What became of it, in the words of whoever asked, to everybody invited. */
    UUID tellOutcome(CampaignId campaign, LocalizedText words, PersonId by) {
        var id = Ids.next();
        jdbc.sql("insert into campaign_message (id, campaign_id, words, sent_by, sent_at) values (?, ?, ?, ?, ?)")
                .params(id, campaign.value(), SurveyJson.write(words), by.value(), Utc.column(Utc.now(clock)))
                .update();
        var people = people(jdbc.sql("select person_id from campaign_invitation where campaign_id = ?")
                .param(campaign.value()));
        order(campaign, people, OUTCOME, id.toString(), clock.instant());
        return id;
    }

    /** In the transaction of the submitting; editing later thanks nobody again, and what is nobody's never does. */
    @EventListener
    void on(ResponseSubmitted event) {
        jdbc.sql("""
                        select r.person_id from response r join campaign_mailing m on m.campaign_id = r.campaign_id
                        where r.id = ? and m.thanks and r.external_id is null and r.person_id is not null""")
                .param(event.response().value())
                .query((row, number) -> new PersonId(Columns.uuid(row, "person_id")))
                .optional()
                .ifPresent(person -> order(event.campaign(), List.of(person), THANKS, "first", clock.instant()));
    }

    private void order(CampaignId campaign, Collection<PersonId> people, String kind, String event, Instant due) {
        post.order(people.stream()
                .map(person -> new MailOrder(person, kind, campaign.value(), event, due))
                .toList());
    }
}
