package io.throughline.survey;

import io.throughline.survey.question.Answer;
import io.throughline.survey.question.Given;
import io.throughline.survey.question.OwnWords;
import io.throughline.survey.question.stats.Respondent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The answers that count: those of the last submitted revision of each response. */
@Component
class SubmittedAnswers {

    private final JdbcClient jdbc;

    SubmittedAnswers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * By question, in the order of the responses' ids.
     *
     * @param segment null for all
     * @param question null for all
     */
    Map<QuestionId, List<Given>> of(SurveyVersionId version, @Nullable String segment, @Nullable QuestionId question) {
        var found = new LinkedHashMap<QuestionId, List<Given>>();
        jdbc.sql("""
                        select r.id, r.organisation_id, r.weight, s.question_id, s.content, t.words
                        from response r
                        join submitted_answer s on s.response_id = r.id and s.revision = r.submitted_revision
                        left join expression_text t on t.id = s.expression_text_id
                        where r.survey_version_id = :version and r.submitted_revision > 0
                          and (:segment is null or r.segment = :segment)
                          and (:question is null or s.question_id = :question)
                        order by r.id""")
                .param("version", version.value())
                .param("segment", segment)
                .param("question", question == null ? null : question.value())
                .query((row, number) -> new Row(new QuestionId(Utc.uuid(row, "question_id")), given(row)))
                .list()
                .forEach(row -> found.computeIfAbsent(row.question(), _ -> new ArrayList<>())
                        .add(row.given()));
        return found;
    }

    private static Given given(ResultSet row) throws SQLException {
        var by = new Respondent(
                Utc.uuid(row, "id"),
                Utc.uuid(row, "organisation_id"),
                row.getBigDecimal("weight").doubleValue());
        return new Given(by, answer(row));
    }

    /** Of a row with the columns content and words. */
    static Answer answer(ResultSet row) throws SQLException {
        String content = row.getString("content");
        if (content != null) {
            return SurveyJson.answer(content);
        }
        String words = row.getString("words");
        return new OwnWords.Answer(words == null ? "" : words);
    }

    private record Row(QuestionId question, Given given) {}

    /** Keeps a UUID column apart from a missing one. */
    static @Nullable UUID optional(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }
}
