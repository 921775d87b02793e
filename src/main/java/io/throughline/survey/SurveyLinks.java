package io.throughline.survey;

/** Where this room's pages stand, relative to the application. */
final class SurveyLinks {

    private SurveyLinks() {}

    static String survey(SurveyId id) {
        return "surveys/" + id.value();
    }

    /** Who has answered in this campaign, and what. */
    static String campaign(SurveyId survey, CampaignId id) {
        return survey(survey) + "?campaign=" + id.value();
    }

    /** Where files of answers are brought in. */
    static String imports(SurveyId id) {
        return survey(id) + "/import";
    }

    /** What a customer opens to answer. */
    static String answer(CampaignId id) {
        return "answer/" + id.value();
    }

    /** Where a personal link leads. */
    static String personal(String token) {
        return "a/" + token;
    }
}
