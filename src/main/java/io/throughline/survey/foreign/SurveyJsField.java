package io.throughline.survey.foreign;

import io.throughline.shared.LocalizedText;
import io.throughline.survey.QuestionId;
import io.throughline.survey.foreign.Leftover.What;
import io.throughline.survey.question.DateQuestion;
import io.throughline.survey.question.NumberQuestion;
import io.throughline.survey.question.Text;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A field of SurveyJS into which something is typed.
 *
 * @param field the question, or one of its lines
 * @param name what the file calls it
 */
record SurveyJsField(SurveyJsQuestion question, JsonNode field, String name) {

    static final LocalizedText NOTHING = new LocalizedText(Map.of());

    /** Where none is written any number may be given. */
    private static final BigDecimal ANY_STEP = new BigDecimal("0.01");

    private static final int USUAL_SLIDER = 100;

    void add(LocalizedText title, boolean required) {
        var type = type();
        if (!List.of("text", "number", "range", "date").contains(type)) {
            left("inputType: " + type);
        }
        question.put(
                name,
                switch (type) {
                    case "number", "range" -> number(title, required);
                    case "date", "datetime-local", "datetime" ->
                        new DateQuestion(QuestionId.next(), title, question.help(), required, day("min"), day("max"));
                    default -> new Text(QuestionId.next(), title, question.help(), required, false);
                },
                Map.of());
    }

    private String type() {
        return field.path("inputType").asString("text");
    }

    /** A slider goes by whole numbers from 0 to 100 where nothing else is written. */
    private NumberQuestion number(LocalizedText title, boolean required) {
        boolean slider = type().equals("range");
        var step = Sketch.number(field.path("step").asString("")).orElse(slider ? BigDecimal.ONE : ANY_STEP);
        return new NumberQuestion(
                QuestionId.next(),
                title,
                question.help(),
                required,
                end("min", slider ? BigDecimal.ZERO : null),
                end("max", slider ? BigDecimal.valueOf(USUAL_SLIDER) : null),
                Math.clamp(step.stripTrailingZeros().scale(), 0, NumberQuestion.MOST_DECIMALS),
                NOTHING);
    }

    private @Nullable BigDecimal end(String end, @Nullable BigDecimal usual) {
        var written = field.path(end).asString("");
        var number = Sketch.number(written);
        if (number.isEmpty() && !written.isEmpty()) {
            left(end + ": " + written);
        }
        return number.orElse(usual);
    }

    private @Nullable LocalDate day(String end) {
        var written = field.path(end).asString("");
        try {
            return written.isEmpty()
                    ? null
                    : LocalDate.parse(written.length() > 10 ? written.substring(0, 10) : written);
        } catch (DateTimeParseException e) {
            left(end + ": " + written);
            return null;
        }
    }

    private void left(String detail) {
        question.sketch().left(name, What.SETTING, detail);
    }
}
