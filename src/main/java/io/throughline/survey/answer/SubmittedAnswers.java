package io.throughline.survey.answer;

import io.throughline.survey.question.Answer;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Rows of submitted answers as the answers they are. */
public final class SubmittedAnswers {

    private SubmittedAnswers() {}

    /** Of a row with the columns content, words, who, often and badly. */
    public static Answer answer(ResultSet row) throws SQLException {
        return WrittenAnswer.of(row).read();
    }
}
