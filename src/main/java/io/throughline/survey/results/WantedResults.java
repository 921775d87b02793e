package io.throughline.survey.results;

import io.throughline.survey.CampaignId;
import io.throughline.survey.ResultsFilter;
import io.throughline.survey.campaign.Campaign;
import io.throughline.survey.design.SurveyAccess;
import io.throughline.survey.question.stats.Detail;
import org.jspecify.annotations.Nullable;

/**
 * @param least of fewer people nothing is told; above 1, organisations weigh as they do only where each is as large
 * @param anonymous whether what may be told of groups was decided when the campaign closed
 * @param kept which of the figures that were kept; null where the answers are still there
 */
public record WantedResults(
        CampaignId campaign,
        ResultsFilter filter,
        int least,
        boolean anonymous,
        Detail detail,
        KeptResults.@Nullable Kind kept) {

    public static WantedResults of(ReadableResults readable, ResultsFilter filter) {
        return readable.names() ? named(readable.campaign(), filter) : unnamed(readable.campaign(), filter);
    }

    /** For whoever may know who answered. */
    public static WantedResults named(Campaign campaign, ResultsFilter filter) {
        return new WantedResults(campaign.id(), filter, 1, false, Detail.EVERYTHING, kept(campaign));
    }

    /**
     * For whoever may not. Of an anonymous campaign organisations are told as far as they are kept; of a confidential one
     * none is, and nothing that is one person's but of all together, where single answers can be read.
     */
    public static WantedResults unnamed(Campaign campaign, ResultsFilter filter) {
        return campaign.isAnonymous()
                ? new WantedResults(
                        campaign.id(), filter, campaign.groupSize(), true, Detail.EVERYTHING, kept(campaign))
                : new WantedResults(
                        campaign.id(),
                        filter,
                        SurveyAccess.SMALLEST_GROUP,
                        false,
                        filter.isNone() ? Detail.NO_ORGANISATIONS : Detail.OVERALL,
                        kept(campaign));
    }

    /** Whether it is one segment's figures, which whoever may not know names can subtract from those of all. */
    boolean isBesideOthers() {
        return least > 1 && !anonymous && filter.segment() != null;
    }

    private static KeptResults.@Nullable Kind kept(Campaign campaign) {
        return campaign.removedAt() == null ? null : KeptResults.Kind.TEAM;
    }

    /** What all said together, and nothing narrower. @param least at least 2, so that organisations stay apart only where large */
    public static WantedResults overall(CampaignId campaign, int least, boolean anonymous, boolean removed) {
        return new WantedResults(
                campaign,
                ResultsFilter.NONE,
                least,
                anonymous,
                Detail.OVERALL,
                removed ? KeptResults.Kind.SHARED : null);
    }

    /** The same, but for what would set organisations apart. */
    public WantedResults withoutOrganisations() {
        return detail == Detail.EVERYTHING
                ? new WantedResults(campaign, filter, least, anonymous, Detail.NO_ORGANISATIONS, kept)
                : this;
    }
}
