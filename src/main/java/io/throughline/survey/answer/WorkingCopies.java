package io.throughline.survey.answer;

import io.throughline.survey.QuestionId;
import io.throughline.survey.ResponseId;
import java.util.Set;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads {@link WorkingCopy working copies}, and freezes what of one is submitted. */
@Component
public class WorkingCopies {

    private final JdbcClient jdbc;

    WorkingCopies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Empty for a response without answers; whoever asks has made sure that it may be read. */
    public WorkingCopy of(ResponseId response) {
        return WorkingCopy.of(jdbc.sql("""
                        select a.question_id, a.revision, a.content, a.saved_at, t.words, t.who, t.often, t.badly
                        from answer a left join expression_text t on t.id = a.expression_text_id
                        where a.response_id = ?""")
                .param(response.value())
                .query((row, number) -> WorkingCopy.Held.of(row))
                .list());
    }

    /**
     * Copies the answers to these questions into the revision being submitted.
     *
     * @throws CannotAcquireLockException if one of them isn't stored any more: the whole is to be tried again
     */
    public void freeze(ResponseId response, int revision, Set<QuestionId> counting) {
        if (counting.isEmpty()) {
            return;
        }
        int copied = jdbc.sql("""
                        insert into submitted_answer (response_id, revision, question_id, content, expression_text_id)
                        select response_id, :revision, question_id, content, expression_text_id
                        from answer where response_id = :response and question_id in (:questions)""")
                .param("revision", revision)
                .param("response", response.value())
                .param("questions", counting.stream().map(QuestionId::value).toList())
                .update();
        if (copied != counting.size()) {
            throw new CannotAcquireLockException("answered while it was submitted");
        }
    }
}
