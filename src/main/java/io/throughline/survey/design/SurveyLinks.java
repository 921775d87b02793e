package io.throughline.survey.design;

import io.throughline.survey.CampaignId;
import io.throughline.survey.SurveyId;

/** Where this room's pages stand, relative to the application. */
public final class SurveyLinks {

    public static final String SURVEYS = "surveys";

    private SurveyLinks() {}

    public static String survey(SurveyId id) {
        return "surveys/" + id.value();
    }

    /** Who has answered in this campaign, and what. */
    public static String campaign(SurveyId survey, CampaignId id) {
        return survey(survey) + "?campaign=" + id.value();
    }

    /** Where files of answers are brought in. */
    public static String imports(SurveyId id) {
        return survey(id) + "/import";
    }

    /** What a customer opens to answer. */
    public static String answer(CampaignId id) {
        return "answer/" + id.value();
    }

    /** Where a personal link leads. */
    public static String personal(String token) {
        return "a/" + token;
    }
}
