package io.throughline.survey.foreign;

import io.throughline.survey.foreign.Leftover.What;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What is set for a whole survey of SurveyJS, or for a page or panel of it, and has no equal here. */
record SurveyJsSettings(Sketch sketch) {

    private static final List<String> WHOLE = List.of(
            "calculatedValues",
            "completedBeforeHtml",
            "completedHtml",
            "completedHtmlOnCondition",
            "cookieName",
            "firstPageIsStartPage",
            "firstPageIsStarted",
            "maxCommentLength",
            "maxOthersLength",
            "maxTextLength",
            "maxTimeToFinish",
            "maxTimeToFinishPage",
            "navigateToUrl",
            "navigateToUrlOnCondition",
            "questionsOrder",
            "timeLimit",
            "timeLimitPerPage",
            "triggers");

    /** About all that is in a page or panel. */
    private static final List<String> CONTAINED = List.of(
            "elementsOrder",
            "enableIf",
            "isRequired",
            "maxTimeToFinish",
            "questionsOrder",
            "readOnly",
            "requiredIf",
            "timeLimit");

    void leftOf(JsonNode survey) {
        left(survey, "", WHOLE);
        leftIfUntitled(survey, "");
        // Here one goes back at any time, and a page is a section or a question.
        for (var shown : List.of("showPrevButton", "allowPrevPage")) {
            if (!survey.path(shown).asBoolean(true)) {
                sketch.left("", What.SETTING, shown + ": false");
            }
        }
        if (survey.path("questionsOnPageMode").asString("").equals("singlePage")) {
            sketch.left("", What.SETTING, "questionsOnPageMode: singlePage");
        }
        // As it was written before.
        if (survey.path("isSinglePage").asBoolean(false)) {
            sketch.left("", What.SETTING, "isSinglePage: true");
        }
    }

    /** @param part a page or panel @param name of it */
    void leftOf(JsonNode part, String name) {
        left(part, name, CONTAINED);
        leftIfUntitled(part, name);
        leftIfHidden(part, name);
    }

    /** Here every question says what it asks. */
    private void leftIfUntitled(JsonNode part, String name) {
        if (part.path("questionTitleLocation").asString("").equals("hidden")) {
            sketch.left(name, What.SETTING, "questionTitleLocation: hidden");
        }
    }

    /** What a program may show later is asked at once here. */
    void leftIfHidden(JsonNode element, String name) {
        if (!element.path("visible").asBoolean(true)
                && element.path("visibleIf").isMissingNode()) {
            sketch.left(name, What.SETTING, "visible: false");
        }
    }

    private void left(JsonNode parent, String path, List<String> names) {
        names.stream()
                .filter(name ->
                        parent.path(name).isValueNode() || !parent.path(name).isEmpty())
                .filter(name -> !parent.path(name).isNull()
                        && !parent.path(name).asString("").equals("false"))
                .forEach(name -> sketch.left(path, What.SETTING, name));
    }
}
