package io.throughline.survey;

/** Where this room's pages stand, relative to the application. */
final class SurveyLinks {

    private SurveyLinks() {}

    static String survey(SurveyId id) {
        return "surveys/" + id.value();
    }

    /** What a customer opens to answer. */
    static String answer(SurveyVersionId id) {
        return "answer/" + id.value();
    }
}
