package io.throughline.survey;

import io.throughline.shared.DomainException;
import org.springframework.stereotype.Component;

/** Which results may be looked at by whom, and how narrowly: judged in this one place for every screen, file and door. */
@Component
class ResultsAccess {

    private final SurveyAccess access;
    private final VersionContents contents;
    private final Turnouts turnouts;

    ResultsAccess(SurveyAccess access, VersionContents contents, Turnouts turnouts) {
        this.access = access;
        this.contents = contents;
        this.turnouts = turnouts;
    }

    /**
     * @param content what was asked
     * @param names whether the viewer may know who answered
     */
    record Readable(Campaign campaign, Survey survey, SurveyContent content, boolean names) {}

    /** @throws DomainException NOT_FOUND */
    Readable readable(CampaignId id) {
        var campaign = access.campaign(id);
        var survey = access.readable(campaign.surveyId());
        return new Readable(campaign, survey, contents.of(campaign.surveyVersion()), access.seesNames(campaign));
    }

    /**
     * @throws DomainException NOT_FOUND, also for a filter that leaves so few that its figures would say whose they are;
     *     UNKNOWN_QUESTION, UNKNOWN_ITEM
     */
    Readable readable(CampaignId id, ResultsFilter filter) {
        var readable = readable(id);
        filter.requireApplicable(readable.content());
        if (!readable.names() && !filter.isNone() && !isLarge(id, filter)) {
            throw DomainException.notFound();
        }
        return readable;
    }

    /** Whoever is not to know names looks at large segments only: weeks, organisations and answers may be one person's. */
    private boolean isLarge(CampaignId id, ResultsFilter filter) {
        return filter.withSegment(null).isNone()
                && turnouts.of(id, filter).stream()
                                .mapToInt(SurveyResults.Turnout::invited)
                                .sum()
                        >= SurveyAccess.SMALLEST_GROUP;
    }
}
