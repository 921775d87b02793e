package io.throughline.survey.results;

import io.throughline.shared.DomainException;
import io.throughline.survey.CampaignId;
import io.throughline.survey.ResultsFilter;
import io.throughline.survey.campaign.Campaign;
import io.throughline.survey.campaign.CampaignAccess;
import io.throughline.survey.design.SurveyAccess;
import io.throughline.survey.design.VersionContents;
import io.throughline.survey.logic.Quotes;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;

/** Which results may be looked at by whom, and how narrowly: judged in this one place for every screen, file and door. */
@Component
public class ResultsAccess {

    private final SurveyAccess access;
    private final CampaignAccess campaignAccess;
    private final VersionContents contents;
    private final AnonymousResults anonymous;
    private final ConfidentialResults confidential;
    private final KeptResults kept;
    private final Turnouts turnouts;

    ResultsAccess(
            SurveyAccess access,
            CampaignAccess campaignAccess,
            VersionContents contents,
            AnonymousResults anonymous,
            ConfidentialResults confidential,
            KeptResults kept,
            Turnouts turnouts) {
        this.access = access;
        this.campaignAccess = campaignAccess;
        this.contents = contents;
        this.anonymous = anonymous;
        this.confidential = confidential;
        this.kept = kept;
        this.turnouts = turnouts;
    }

    /** @throws DomainException NOT_FOUND */
    public ReadableResults readable(CampaignId id) {
        var campaign = campaignAccess.campaign(id);
        var survey = access.readable(campaign.surveyId());
        return new ReadableResults(
                campaign,
                survey,
                Quotes.unanswered(contents.of(campaign.surveyVersion())),
                campaignAccess.seesNames(campaign));
    }

    /**
     * @throws DomainException NOT_FOUND, also for a filter that leaves so few that its figures would say whose they are;
     *     UNKNOWN_QUESTION, UNKNOWN_ITEM; ANSWERS_REMOVED for a filter that only single answers could tell
     */
    public ReadableResults readable(CampaignId id, ResultsFilter filter) {
        var readable = readable(id);
        filter.requireApplicable(readable.content());
        if (readable.campaign().removedAt() != null) {
            requireKept(readable.campaign(), filter);
            return readable;
        }
        if (!readable.names() && !filter.isNone() && !isLarge(readable.campaign(), filter)) {
            throw DomainException.notFound();
        }
        return readable;
    }

    /**
     * For who writes a filter by hand: a segment, an organisation or an option that isn't there would be taken for one nobody
     * is of. Whoever is not to know names is refused all they may not look at alone, whether it is there or not.
     *
     * @param ids campaigns that are looked at together
     * @throws DomainException NOT_FOUND
     */
    public void requireAsked(Collection<CampaignId> ids, ResultsFilter filter) {
        var looked = ids.stream().map(id -> readable(id)).toList();
        boolean there = looked.stream().allMatch(one -> filter.isApplicable(one.content()));
        boolean told =
                looked.stream().allMatch(one -> one.names() && one.campaign().removedAt() == null);
        if (!there || told && !turnouts.areAsked(ids, filter)) {
            throw DomainException.notFound();
        }
    }

    private void requireKept(Campaign campaign, ResultsFilter filter) {
        boolean there = filter.isNone()
                || filter.withSegment(null).isNone()
                        && kept.segments(campaign.id()).contains(filter.segment());
        if (!there) {
            campaign.requireAnswers();
        }
    }

    /** Whoever is not to know names looks at large segments only: weeks, organisations and answers may be one person's. */
    private boolean isLarge(Campaign campaign, ResultsFilter filter) {
        return filter.withSegment(null).isNone() && segments(campaign).contains(filter.segment());
    }

    /** Those that may be looked at alone by whoever is not to know who answered. */
    public List<String> segments(Campaign campaign) {
        return campaign.isAnonymous() ? anonymous.segments(campaign) : confidential.segments(campaign.id());
    }
}
