package io.throughline.survey.answer;

import io.throughline.survey.design.SurveyJson;
import io.throughline.survey.question.Answer;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * All answers of a response as one row has them, put together by the database: whoever reads many responses takes a row for
 * each, and not one for every answer.
 *
 * @param answers JSON, by question: what is stored of each, null for own words, which stand in their text alone
 * @param texts by question: the id of the text its words stand in
 */
public record WrittenResponse(byte[] answers, Map<UUID, UUID> texts) {

    /** Of whoever answered nothing. */
    public static final WrittenResponse NOTHING = new WrittenResponse("{}".getBytes(StandardCharsets.UTF_8), Map.of());

    /** @param row the objects, by question, of what is stored of its answers and of the ids of their texts */
    public static WrittenResponse of(ResultSet row) throws SQLException {
        return new WrittenResponse(row.getBytes("answers"), SurveyJson.ids(row.getBytes("texts")));
    }

    /** The answers they are, by question. @param words by the id of their text */
    public Map<UUID, Answer> read(Map<UUID, WrittenAnswer> words) {
        var read = new HashMap<UUID, Answer>();
        SurveyJson.answers(answers).forEach((question, stored) -> {
            var text = texts.get(question);
            var own = text == null ? WrittenAnswer.NO_WORDS : words.getOrDefault(text, WrittenAnswer.NO_WORDS);
            read.put(question, own.joined(stored));
        });
        return read;
    }
}
