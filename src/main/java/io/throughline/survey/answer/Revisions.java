package io.throughline.survey.answer;

import io.throughline.shared.row.Utc;
import io.throughline.survey.QuestionId;
import io.throughline.survey.ResponseId;
import io.throughline.survey.question.Answer;
import io.throughline.survey.question.Question;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * When each earlier revision of a response was submitted (the response itself has the last one's time), and what was
 * doubtful about each. Rows are only ever added.
 */
@Component
public class Revisions {

    private final JdbcTemplate jdbc;

    Revisions(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param before when the revision this one takes the place of was submitted; null for the first
     * @param answers by question, those submitted
     */
    public void add(
            ResponseId response,
            int revision,
            @Nullable Instant before,
            List<Question> questions,
            Map<QuestionId, Answer> answers) {
        if (before != null) {
            jdbc.update(
                    "insert into response_revision (response_id, revision, submitted_at) values (?, ?, ?)",
                    response.value(),
                    revision - 1,
                    Utc.column(before));
        }
        var doubts = questions.stream()
                .flatMap(question -> question.doubts(answers.getOrDefault(question.id(), question.blank())).stream()
                        .map(doubt -> doubt.kind().name())
                        .distinct()
                        .map(kind -> new Object[] {
                            response.value(), revision, question.id().value(), kind
                        }))
                .toList();
        if (!doubts.isEmpty()) {
            jdbc.batchUpdate(
                    "insert into response_doubt (response_id, revision, question_id, kind) values (?, ?, ?, ?)",
                    doubts);
        }
    }
}
