package io.throughline.survey;

import io.throughline.people.Customers;
import io.throughline.people.OrganisationInfo;
import io.throughline.people.Organisations;
import io.throughline.shared.CommonError;
import io.throughline.shared.CurrentViewer;
import io.throughline.shared.DomainException;
import io.throughline.shared.OrganisationId;
import io.throughline.shared.TypedText;
import io.throughline.shared.persistence.Command;
import io.throughline.shared.row.Columns;
import io.throughline.shared.row.Utc;
import io.throughline.survey.campaign.AudienceFile;
import io.throughline.survey.campaign.AudienceRow;
import io.throughline.survey.campaign.Campaign;
import io.throughline.survey.campaign.CampaignAccess;
import io.throughline.survey.campaign.CampaignChange;
import io.throughline.survey.campaign.CampaignChanges;
import io.throughline.survey.campaign.CampaignRows;
import io.throughline.survey.campaign.CampaignStart;
import io.throughline.survey.campaign.EndChange;
import io.throughline.survey.campaign.InvitationText;
import io.throughline.survey.campaign.Invitations;
import io.throughline.survey.campaign.Quotas;
import io.throughline.survey.design.RetentionStore;
import io.throughline.survey.design.SurveyAccess;
import io.throughline.survey.design.SurveyStore;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Rounds of asking: a version is sent to an audience for a time, closed, and perhaps sent again. */
@Service
@Transactional(readOnly = true)
@PreAuthorize("hasAnyRole('PROJECT_MANAGER','MANAGER')")
public class Campaigns {

    private static final int LONGEST_REASON = 2_000;

    private final SurveyStore surveys;
    private final CampaignRows rows;
    private final CampaignChanges changes;
    private final SurveyAccess access;
    private final CampaignAccess campaignAccess;
    private final Organisations organisations;
    private final CurrentViewer viewer;
    private final JdbcClient jdbc;
    private final Invitations invitations;
    private final Customers customers;
    private final CampaignStart start;
    private final Quotas quotas;
    private final RetentionStore retention;
    private final InvitationText invitationText;
    private final Clock clock;

    Campaigns(
            SurveyStore surveys,
            CampaignRows rows,
            CampaignChanges changes,
            SurveyAccess access,
            CampaignAccess campaignAccess,
            Organisations organisations,
            CurrentViewer viewer,
            JdbcClient jdbc,
            Invitations invitations,
            Customers customers,
            CampaignStart start,
            Quotas quotas,
            RetentionStore retention,
            InvitationText invitationText,
            Clock clock) {
        this.surveys = surveys;
        this.rows = rows;
        this.changes = changes;
        this.access = access;
        this.campaignAccess = campaignAccess;
        this.organisations = organisations;
        this.viewer = viewer;
        this.jdbc = jdbc;
        this.invitations = invitations;
        this.customers = customers;
        this.start = start;
        this.quotas = quotas;
        this.retention = retention;
        this.invitationText = invitationText;
        this.clock = clock;
    }

    /** All of a survey's, the newest first; none for a draft. @throws DomainException NOT_FOUND */
    public List<CampaignInfo> of(SurveyId id) {
        return rows.of(access.readable(id).id());
    }

    /** Whom a campaign asks, by name. @throws DomainException NOT_FOUND */
    public List<OrganisationInfo> audience(CampaignId id) {
        access.readable(campaignAccess.campaign(id).surveyId());
        var asked = jdbc.sql("select organisation_id from survey_audience where campaign_id = ?")
                .param(id.value())
                .query((row, number) -> new OrganisationId(Columns.uuid(row, "organisation_id")))
                .list();
        return organisations.byIds(asked).values().stream()
                .sorted(Comparator.comparing(OrganisationInfo::name))
                .toList();
    }

    /**
     * Publishes the draft as version 1 and asks it for the first time. The organisations' segments and weights are frozen
     * with the campaign.
     *
     * @param version of the survey as it was seen
     * @param languages it is asked in, at least one
     * @throws DomainException NOT_FOUND, NOT_ALLOWED, STALE, NOT_A_DRAFT, NO_AUDIENCE, ANONYMOUS_TOO_FEW, and what else is
     *     missing
     */
    @Command
    @PreAuthorize("hasRole('PROJECT_MANAGER')")
    public CampaignId publish(SurveyId id, long version, Round round, List<Locale> languages) {
        var survey = access.editable(id);
        survey.requireVersion(version);
        start.requireSomebody(round);
        var published = survey.publish(viewer.get().id(), languages, Utc.now(clock));
        return start.begin(surveys.save(survey, published), 1, round, Set.of());
    }

    /**
     * Asks what was published last once more, of the same people or of others.
     *
     * @param number the new campaign's, so that a second click makes no second one
     * @throws DomainException NOT_FOUND, NOT_ALLOWED, NOT_PUBLISHED, STALE, NO_AUDIENCE, ANONYMOUS_TOO_FEW,
     *     CLOSES_BEFORE_OPENING, OPENS_TOO_EARLY, CLOSES_IN_THE_PAST, CLOSES_TOO_LATE
     */
    @Command
    @PreAuthorize("hasRole('PROJECT_MANAGER')")
    public CampaignId again(SurveyId id, int number, Round round) {
        var survey = access.editable(id);
        var newest =
                surveys.newest(survey).orElseThrow(() -> new DomainException(SurveyError.NOT_PUBLISHED, survey.key()));
        int last = campaignAccess.newest(survey).map(Campaign::number).orElse(0);
        if (number != last + 1) {
            throw new DomainException(CommonError.STALE);
        }
        start.requireSomebody(round);
        return start.begin(newest, number, round, Set.of());
    }

    /** How many organisations and people an audience is, were it asked now. */
    @PreAuthorize("hasRole('PROJECT_MANAGER')")
    public Audience.Reach reach(Audience audience) {
        return invitations.reach(audience);
    }

    /** By segment, how many submitted responses are enough. @throws DomainException NOT_FOUND */
    public Map<String, Integer> quotas(CampaignId id) {
        access.readable(campaignAccess.campaign(id).surveyId());
        return quotas.of(id);
    }

    /**
     * How the audience of a campaign was put together, to ask the same again as far as they can be asked.
     *
     * @throws DomainException NOT_FOUND
     */
    public Audience.Again asked(CampaignId id) {
        var campaign = campaignAccess.campaign(id);
        access.readable(campaign.surveyId());
        return invitations.audience(campaign);
    }

    /**
     * What a list of addresses means, line by line; changes nothing.
     *
     * @param csv at most 5,000 lines; a column called email, e-mail or mail, or no heading and the addresses first
     * @throws DomainException AUDIENCE_UNREADABLE, AUDIENCE_TOO_LARGE
     */
    @PreAuthorize("hasRole('PROJECT_MANAGER')")
    public List<AudienceRow> readAudience(String csv) {
        var lines = AudienceFile.read(csv);
        return AudienceFile.judge(
                lines,
                customers.byAddress(
                        lines.stream().map(AudienceFile.Line::address).toList()));
    }

    /**
     * Closes a campaign before its time; nothing answered is lost.
     *
     * @param version of {@link CampaignInfo}
     * @throws DomainException NOT_FOUND, NOT_ALLOWED, STALE, ALREADY_CLOSED
     */
    @Command
    @PreAuthorize("hasRole('PROJECT_MANAGER')")
    public void close(CampaignId id, long version) {
        var campaign = editable(id, version);
        campaign.close(Utc.now(clock));
        store(campaign, EndChange.CLOSED, "");
    }

    /**
     * Gives more time to a campaign that has not ended.
     *
     * @param version of {@link CampaignInfo}
     * @param until later than what was announced
     * @throws DomainException NOT_FOUND, NOT_ALLOWED, STALE, ALREADY_CLOSED, NOT_LATER, CLOSES_TOO_LATE,
     *     RETENTION_BEFORE_CLOSING
     */
    @Command
    @PreAuthorize("hasRole('PROJECT_MANAGER')")
    public void extend(CampaignId id, long version, Instant until) {
        var campaign = editable(id, version);
        retention.requireKept(campaign.surveyId(), until);
        campaign.extend(until.truncatedTo(ChronoUnit.MICROS), Utc.now(clock));
        store(campaign, EndChange.EXTENDED, "");
    }

    /**
     * Takes answers again after the end. What was answered before stays as it is.
     *
     * @param version of {@link CampaignInfo}
     * @param reason 1–2,000 characters
     * @throws DomainException NOT_FOUND, NOT_ALLOWED, STALE, NOT_CLOSED, CLOSES_IN_THE_PAST, CLOSES_BEFORE_OPENING,
     *     CLOSES_TOO_LATE, REQUIRED, TOO_LONG, RETENTION_BEFORE_CLOSING, ANSWERS_REMOVED
     */
    @Command
    @PreAuthorize("hasRole('PROJECT_MANAGER')")
    public void reopen(CampaignId id, long version, Instant until, String reason) {
        var why = TypedText.required(reason, "surveys.reopen.reason", LONGEST_REASON);
        var campaign = editable(id, version);
        campaign.requireAnswers();
        retention.requireKept(campaign.surveyId(), until);
        campaign.reopen(until.truncatedTo(ChronoUnit.MICROS), why, Utc.now(clock));
        store(campaign, EndChange.REOPENED, why);
    }

    /**
     * Changes who of those asked sees the results, and when. Whoever has the first page open reads the new choice when they
     * look again.
     *
     * @param version of {@link CampaignInfo}
     * @throws DomainException NOT_FOUND, NOT_ALLOWED, STALE
     */
    @Command
    @PreAuthorize("hasRole('PROJECT_MANAGER')")
    public void share(CampaignId id, long version, Sharing sharing) {
        var campaign = editable(id, version);
        campaign.share(sharing);
        campaignAccess.save(campaign);
    }

    private void store(Campaign campaign, EndChange kind, String reason) {
        changes.store(campaign, kind, reason, viewer.get().id(), Utc.now(clock));
    }

    /** Every change of its end, newest first. @throws DomainException NOT_FOUND */
    public List<CampaignChange> changes(CampaignId id) {
        access.readable(campaignAccess.campaign(id).surveyId());
        return changes.of(id);
    }

    private Campaign editable(CampaignId id, long version) {
        var campaign = campaignAccess.campaign(id);
        access.editable(campaign.surveyId());
        campaign.requireVersion(version);
        return campaign;
    }

    /**
     * A text to paste into a message to those asked.
     *
     * @param baseUrl the portal's configured address, without a slash at its end
     * @throws DomainException NOT_FOUND
     */
    public String invitationText(CampaignId id, Locale locale, String baseUrl) {
        var campaign = campaignAccess.campaign(id);
        return invitationText.of(campaign, access.readable(campaign.surveyId()), locale, baseUrl);
    }
}
