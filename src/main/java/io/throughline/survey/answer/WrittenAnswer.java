package io.throughline.survey.answer;

import io.throughline.survey.design.SurveyJson;
import io.throughline.survey.question.Answer;
import io.throughline.survey.question.OwnWords;
import io.throughline.survey.question.OwnWords.Badly;
import io.throughline.survey.question.OwnWords.Often;
import io.throughline.survey.question.Worded;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * An answer as its row has it: whoever reads many takes the rows first, and makes answers of them several at once.
 *
 * @param content null for own words, which stand in their text alone
 * @param words null where it has none
 */
public record WrittenAnswer(
        @Nullable String content,
        @Nullable String words,
        @Nullable String who,
        @Nullable String often,
        @Nullable String badly) {

    /** No text of its own. */
    static final WrittenAnswer NO_WORDS = new WrittenAnswer(null, null, null, null, null);

    /** Of a row with the columns content, words, who, often and badly. */
    public static WrittenAnswer of(ResultSet row) throws SQLException {
        return of(row.getString("content"), row);
    }

    /** Of a row with the columns words, who, often and badly. */
    public static WrittenAnswer words(ResultSet row) throws SQLException {
        return of(null, row);
    }

    private static WrittenAnswer of(@Nullable String content, ResultSet row) throws SQLException {
        return new WrittenAnswer(
                content, row.getString("words"), row.getString("who"), row.getString("often"), row.getString("badly"));
    }

    /** The answer it is. */
    public Answer read() {
        return joined(content == null ? null : SurveyJson.answer(content));
    }

    /** An answer with these words. @param stored as its content has it; null for own words */
    Answer joined(@Nullable Answer stored) {
        if (stored == null) {
            return own();
        }
        return words != null && stored instanceof Worded own ? own.saying(words) : stored;
    }

    /** A need, or nothing said. */
    public OwnWords.Answer own() {
        return new OwnWords.Answer(text(words), text(who), constant(Often.class, often), constant(Badly.class, badly));
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static <E extends Enum<E>> @Nullable E constant(Class<E> type, @Nullable String name) {
        return name == null ? null : Enum.valueOf(type, name);
    }
}
