package io.throughline.survey.answer;

import io.throughline.survey.design.SurveyJson;
import io.throughline.survey.question.Answer;
import io.throughline.survey.question.Worded;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows of submitted answers as the answers they are. */
public final class SubmittedAnswers {

    private SubmittedAnswers() {}

    /** Of a row with the columns content, words, who, often and badly. */
    public static Answer answer(ResultSet row) throws SQLException {
        String content = row.getString("content");
        String words = row.getString("words");
        if (content == null) {
            return ToldWords.read(row);
        }
        var answer = SurveyJson.answer(content);
        return words != null && answer instanceof Worded own ? own.saying(words) : answer;
    }

    /** Keeps a UUID column apart from a missing one. */
    public static @Nullable UUID optional(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }
}
