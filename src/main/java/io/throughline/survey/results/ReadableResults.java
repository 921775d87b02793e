package io.throughline.survey.results;

import io.throughline.survey.SurveyContent;
import io.throughline.survey.campaign.Campaign;
import io.throughline.survey.design.Survey;
import io.throughline.survey.design.SurveyAccess;
import io.throughline.survey.question.stats.Size;

/**
 * @param content what was asked, as it reads where it is about the answers of many
 * @param names whether the viewer may know who answered
 */
public record ReadableResults(Campaign campaign, Survey survey, SurveyContent content, boolean names) {

    /** Of fewer people nothing is told. */
    public int least() {
        return campaign.isAnonymous() ? campaign.groupSize() : names ? 1 : SurveyAccess.SMALLEST_GROUP;
    }

    /** Whether nothing is told of a question: too few answered it, or nobody did, which looks the same where there is a limit. */
    public boolean isWithheld(Size size) {
        return size.people() == 0 && (least() > 1 || campaign.removedAt() != null);
    }
}
