package io.throughline.survey.answer;

import io.throughline.survey.question.OwnWords;
import io.throughline.survey.question.Worded;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a row of expression_text says: the words and, of a need, whom it concerns, how often and how badly. */
public record ToldWords(OwnWords.Answer need) {

    /** Words that belong to another answer have nothing beside them. */
    public static ToldWords of(Worded answer) {
        return new ToldWords(answer instanceof OwnWords.Answer own ? own : new OwnWords.Answer(answer.words()));
    }

    /** Of a row with the columns words, who, often and badly. */
    public static OwnWords.Answer read(ResultSet row) throws SQLException {
        return WrittenAnswer.words(row).own();
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
