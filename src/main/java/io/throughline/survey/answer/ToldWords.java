package io.throughline.survey.answer;

import io.throughline.survey.ExpressionTexts;
import io.throughline.survey.design.SurveyJson;
import io.throughline.survey.question.Answer;
import io.throughline.survey.question.OwnWords;
import io.throughline.survey.question.Worded;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a row of expression_text is to say: the words and, of a need, whom it concerns, how often and how badly. */
public record ToldWords(OwnWords.Answer need) {

    /** Words that belong to another answer have nothing beside them. */
    public static ToldWords of(Worded answer) {
        return new ToldWords(answer instanceof OwnWords.Answer own ? own : new OwnWords.Answer(answer.words()));
    }

    /** A need becomes an expression to be triaged; other words are read with their answer only. */
    public static String sourceOf(Worded answer) {
        return (answer instanceof OwnWords.Answer ? ExpressionTexts.Source.SURVEY : ExpressionTexts.Source.ANSWER)
                .name();
    }

    /** What stands with the answer itself: own words stand nowhere but in their own table. */
    public static @Nullable String contentOf(Answer answer) {
        return switch (answer) {
            case OwnWords.Answer _ -> null;
            case Worded own -> SurveyJson.write(own.saying(""));
            default -> SurveyJson.write(answer);
        };
    }

    /** Values by the name of their column. */
    public Map<String, @Nullable Object> columns() {
        var columns = new HashMap<String, @Nullable Object>();
        columns.put("words", need.words());
        columns.put("who", need.who().isEmpty() ? null : need.who());
        columns.put("often", name(need.often()));
        columns.put("badly", name(need.badly()));
        return columns;
    }

    private static @Nullable String name(@Nullable Enum<?> constant) {
        return constant == null ? null : constant.name();
    }
}
