package io.throughline.survey.answer;

import io.throughline.survey.QuestionId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Rows of many answers, gathered by their response. The same few ids come over and over: each is made of its text once.
 *
 * @param <A> what is kept of an answer
 */
public final class ByResponse<A> {

    private final Map<String, List<A>> rows = new HashMap<>();
    private final Map<String, QuestionId> questions = new HashMap<>();

    /** What is kept of a row. */
    public interface Kept<A> {
        A of(ResultSet row, QuestionId question) throws SQLException;
    }

    /** Adds a row with the columns response_id and question_id. */
    public void add(ResultSet row, Kept<A> kept) throws SQLException {
        var question =
                questions.computeIfAbsent(row.getString("question_id"), id -> new QuestionId(UUID.fromString(id)));
        rows.computeIfAbsent(row.getString("response_id"), _ -> new ArrayList<>())
                .add(kept.of(row, question));
    }

    /** Those with a row. */
    public Map<UUID, List<A>> all() {
        return rows.entrySet().stream()
                .collect(Collectors.toMap(entry -> UUID.fromString(entry.getKey()), Map.Entry::getValue));
    }
}
