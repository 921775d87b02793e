package io.throughline.survey.answer;

import io.throughline.shared.Hashes;
import io.throughline.shared.row.Columns;
import io.throughline.shared.row.Utc;
import io.throughline.survey.QuestionId;
import io.throughline.survey.design.SurveyJson;
import io.throughline.survey.question.Answer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The answers of one response as they stand saved, whether submitted or not.
 *
 * @param held by question; also to questions that are not asked any more
 */
public record WorkingCopy(Map<QuestionId, Held> held) {

    /** @param revision counted from 1 with every save of this answer */
    public record Held(QuestionId question, int revision, Answer answer, Instant at) {

        static Held of(ResultSet row) throws SQLException {
            return new Held(
                    new QuestionId(Columns.uuid(row, "question_id")),
                    row.getInt("revision"),
                    SubmittedAnswers.answer(row),
                    Utc.instant(row, "saved_at"));
        }
    }

    static WorkingCopy of(List<Held> rows) {
        return new WorkingCopy(
                rows.stream().collect(Collectors.toMap(Held::question, held -> held, (a, _) -> a, LinkedHashMap::new)));
    }

    /** How often any of them was saved: grows with every save, so that the same number means the same answers. */
    public long edits() {
        return held.values().stream().mapToLong(Held::revision).sum();
    }

    /** The answers alone. */
    public Map<QuestionId, Answer> answers() {
        return held.values().stream().collect(Collectors.toMap(Held::question, Held::answer));
    }

    /** SHA-256 of these answers, in an order that does not depend on when they were given. */
    public static String hashOf(Collection<Held> answers) {
        return Hashes.sha256(answers.stream()
                .sorted(Comparator.comparing(held -> held.question().value()))
                .map(held -> held.question().value() + " " + SurveyJson.write(held.answer()))
                .collect(Collectors.joining("\n")));
    }
}
