package io.throughline.survey.campaign;

import io.throughline.shared.CommonError;
import io.throughline.shared.CurrentViewer;
import io.throughline.shared.DomainException;
import io.throughline.shared.Hashes;
import io.throughline.shared.act.Act;
import io.throughline.shared.act.ActKind;
import io.throughline.shared.act.ObjectRef;
import io.throughline.shared.persistence.Command;
import io.throughline.shared.row.Utc;
import io.throughline.survey.CampaignId;
import io.throughline.survey.SurveyError;
import io.throughline.survey.SurveyState;
import io.throughline.survey.campaign.SettingDifference.Setting;
import io.throughline.survey.campaign.Settings.Mails;
import io.throughline.survey.design.Survey;
import io.throughline.survey.design.SurveyAccess;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What can be changed of a campaign until it closes: how many answers are enough, who is reminded when, and thanked. */
@Service
@Transactional(readOnly = true)
@PreAuthorize("hasAnyRole('PROJECT_MANAGER','MANAGER')")
public class CampaignSettings {

    private final CampaignAccess campaigns;
    private final SurveyAccess access;
    private final Quotas quotas;
    private final CampaignMails mails;
    private final SettingChanges changes;
    private final CurrentViewer viewer;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CampaignSettings(
            CampaignAccess campaigns,
            SurveyAccess access,
            Quotas quotas,
            CampaignMails mails,
            SettingChanges changes,
            CurrentViewer viewer,
            ApplicationEventPublisher events,
            Clock clock) {
        this.campaigns = campaigns;
        this.access = access;
        this.quotas = quotas;
        this.mails = mails;
        this.changes = changes;
        this.viewer = viewer;
        this.events = events;
        this.clock = clock;
    }

    /** @param submitted by each segment asked, as it counts for its quota; empty where that is not to be known */
    public record InForce(Settings settings, Map<String, Integer> submitted) {

        public InForce {
            submitted = Map.copyOf(submitted);
        }
    }

    /** What holds now. Of an anonymous campaign nothing is said of quotas. @throws DomainException NOT_FOUND */
    public InForce of(CampaignId id) {
        return inForce(readable(id));
    }

    /** Newest first, at most 50. @throws DomainException NOT_FOUND */
    public List<SettingChange> changes(CampaignId id) {
        return changes.of(readable(id).id());
    }

    /**
     * Changes what differs between the two. A quota that is reached lets nobody begin any more; who has begun may finish.
     * Where there is room again, who came meanwhile is invited by mail. A reminder whose day has passed goes out at once,
     * unless the one before this closing went out already.
     *
     * @param seen what the caller saw
     * @throws DomainException NOT_FOUND also for a segment that is not asked; NOT_ALLOWED, STALE, ALREADY_CLOSED,
     *     OUT_OF_RANGE, QUOTA_BELOW_REACHED, ANONYMOUS_QUOTAS_STAY, NO_MAILS
     */
    @Command
    @PreAuthorize("hasRole('PROJECT_MANAGER')")
    public void change(CampaignId id, Settings seen, Settings wanted) {
        var campaign = campaigns.campaign(id);
        access.editable(campaign.surveyId());
        if (campaign.state(clock.instant()) == SurveyState.CLOSED) {
            throw new DomainException(SurveyError.ALREADY_CLOSED);
        }
        var now = inForce(campaign);
        if (!now.settings().equals(seen)) {
            throw new DomainException(CommonError.STALE);
        }
        if (seen.mails() == null && wanted.mails() != null) {
            throw new DomainException(SurveyError.NO_MAILS);
        }
        var differences = seen.differences(campaign.isAnonymous() ? withoutThanks(wanted) : wanted);
        for (var difference : differences) {
            if (difference.setting() == Setting.QUOTA) {
                requirePossible(campaign, difference, now.submitted());
            }
            apply(id, difference);
            changes.store(id, difference, viewer.get().id(), Utc.now(clock));
        }
        if (seen.mails() != null && differences.stream().anyMatch(one -> one.setting() == Setting.QUOTA)) {
            mails.inviteWelcome(id);
        }
        if (!differences.isEmpty()) {
            events.publishEvent(Act.of(
                            ActKind.CAMPAIGN_SETTINGS_CHANGED,
                            ObjectRef.of(Survey.KIND, campaign.surveyId()),
                            campaign.ref())
                    .withHash(Hashes.sha256(differences.toString())));
        }
    }

    private void apply(CampaignId id, SettingDifference difference) {
        boolean applied = switch (difference.setting()) {
            case QUOTA -> quotas.change(id, difference);
            case REMIND_DAYS, THANKS -> mails.change(id, difference);
        };
        if (!applied) {
            throw new DomainException(CommonError.STALE);
        }
    }

    private static void requirePossible(
            Campaign campaign, SettingDifference difference, Map<String, Integer> submitted) {
        // Which number is refused would tell how many of a segment have answered.
        if (campaign.isAnonymous()) {
            throw new DomainException(SurveyError.ANONYMOUS_QUOTAS_STAY);
        }
        var reached = submitted.get(difference.segment());
        if (reached == null) {
            throw DomainException.notFound();
        }
        var enough = difference.after();
        if (enough == null) {
            return;
        }
        Quotas.requireInRange(enough);
        if (enough < reached) {
            throw new DomainException(SurveyError.QUOTA_BELOW_REACHED, difference.segment(), reached);
        }
    }

    private static Settings withoutThanks(Settings wanted) {
        var mails = wanted.mails();
        return mails == null ? wanted : new Settings(wanted.quotas(), new Mails(mails.remindDays(), false));
    }

    private InForce inForce(Campaign campaign) {
        var mailing = mails.mailing(campaign.id())
                .map(one -> new Mails(one.remindDays(), one.thanks()))
                .orElse(null);
        if (campaign.isAnonymous()) {
            return new InForce(new Settings(Map.of(), mailing), Map.of());
        }
        // A segment may be one customer, whose answering is not everybody's to know.
        var submitted = campaigns.seesNames(campaign) ? quotas.submitted(campaign.id()) : Map.<String, Integer>of();
        return new InForce(new Settings(quotas.of(campaign.id()), mailing), submitted);
    }

    private Campaign readable(CampaignId id) {
        var campaign = campaigns.campaign(id);
        access.readable(campaign.surveyId());
        return campaign;
    }
}
