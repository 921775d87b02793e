package io.throughline.survey.foreign;

import io.throughline.survey.QuestionId;
import io.throughline.survey.foreign.Leftover.What;
import io.throughline.survey.question.Nps;
import io.throughline.survey.question.Scale;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** A rating of SurveyJS: a scale, a net promoter score, or a choice where its steps have names. */
record SurveyJsRating(SurveyJsQuestion question) {

    /** What stands at the ends of a rating, by the names of today and, misspelt as they were, of old files. */
    private static final List<String> LOW = List.of("minRateDescription", "mininumRateDescription");

    private static final List<String> HIGH = List.of("maxRateDescription", "maximumRateDescription");
    private static final int USUAL_RATES = 5;

    void add() {
        var values = question.choices().options(element().path("rateValues"));
        int least = element().path("rateMin").asInt(1);
        int counted = element().path("rateCount").asInt(0);
        int greatest = element().path("rateMax").asInt(counted > 0 ? least + counted - 1 : USUAL_RATES);
        if (!values.isEmpty()) {
            if (!SurveyJsChoices.isRun(values)) {
                leftEnds();
                question.single(values);
                return;
            }
            least = Integer.parseInt(values.getFirst().value());
            greatest = Integer.parseInt(values.getLast().value());
        }
        if (element().path("rateStep").asDouble(1) != 1) {
            question.sketch()
                    .left(
                            question.name(),
                            What.KIND,
                            "rating " + least + "–" + greatest + ", rateStep "
                                    + element().path("rateStep"));
        } else if (least == 0 && greatest == Nps.GREATEST) {
            leftEnds();
            question.put(
                    question.name(),
                    new Nps(QuestionId.next(), question.title(), question.help(), question.isRequired()),
                    Map.of());
        } else if (least >= 0 && least <= 1 && greatest > least && greatest <= Scale.GREATEST) {
            var low = question.survey().text(question.name(), end(LOW));
            var high = question.survey().text(question.name(), end(HIGH));
            question.put(
                    question.name(),
                    new Scale(
                            QuestionId.next(),
                            question.title(),
                            question.help(),
                            question.isRequired(),
                            least,
                            greatest,
                            low,
                            high),
                    Map.of());
        } else {
            question.sketch().left(question.name(), What.KIND, "rating " + least + "–" + greatest);
        }
    }

    private JsonNode end(List<String> names) {
        return names.stream()
                .map(element()::path)
                .filter(end -> !end.isMissingNode())
                .findFirst()
                .orElseGet(MissingNode::getInstance);
    }

    private void leftEnds() {
        Stream.concat(LOW.stream(), HIGH.stream())
                .filter(end -> !element().path(end).isMissingNode())
                .forEach(end -> question.sketch()
                        .left(
                                question.name(),
                                What.SETTING,
                                end + ": " + question.survey().said(element().path(end))));
    }

    private JsonNode element() {
        return question.element();
    }
}
