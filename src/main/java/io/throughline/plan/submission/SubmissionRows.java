package io.throughline.plan.submission;

import io.throughline.plan.Decided;
import io.throughline.plan.DraftId;
import io.throughline.plan.Post;
import io.throughline.plan.SubmissionId;
import io.throughline.plan.content.PlanFigures;
import io.throughline.plan.content.PlanJson;
import io.throughline.plan.draft.Draft;
import io.throughline.shared.DomainException;
import io.throughline.shared.Ids;
import io.throughline.shared.Money;
import io.throughline.shared.PersonId;
import io.throughline.shared.row.Columns;
import io.throughline.shared.row.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of submissions, their authors, their threads and what was decided on them: only ever added to. */
@Component
class SubmissionRows {

    private final JdbcClient jdbc;

    SubmissionRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param authors who had a part in it, and won't decide on it */
    void add(SubmissionId id, Draft draft, Set<PersonId> authors, PersonId by, Instant at) {
        var content = draft.content();
        var figures = PlanFigures.of(content);
        jdbc.sql("""
                insert into submission (id, project_id, draft_id, base_number, content, content_hash, engine, finish, cost,
                    submitted_by, submitted_at)
                values (:id, :project, :draft, :base, :content, :hash, :engine, :finish, :cost, :by, :at)
                """)
                .param("id", id.value())
                .param("project", draft.project().value())
                .param("draft", draft.id().value())
                .param("base", draft.baseNumber())
                .param("content", PlanJson.text(content))
                .param("hash", PlanJson.hash(content))
                .param("engine", PlanFigures.ENGINE)
                .param("finish", figures.finish())
                .param("cost", figures.cost().amount())
                .param("by", by.value())
                .param("at", Utc.column(at))
                .update();
        authors.forEach(author -> addAuthor(id, author));
    }

    void addAuthor(SubmissionId id, PersonId author) {
        jdbc.sql("insert into submission_author (submission_id, person_id) values (:id, :person)")
                .param("id", id.value())
                .param("person", author.value())
                .update();
    }

    void addDecision(StoredSubmission submission, Decided decision) {
        jdbc.sql("""
                insert into decision (id, submission_id, outcome, reason, content_hash, decided_by, decided_at)
                values (:id, :submission, :outcome, :reason, :hash, :by, :at)
                """)
                .param("id", Ids.next())
                .param("submission", submission.id().value())
                .param("outcome", decision.approved() ? "APPROVED" : "REJECTED")
                .param("reason", decision.reason())
                .param("hash", submission.hash())
                .param("by", decision.by().value())
                .param("at", Utc.column(decision.at()))
                .update();
    }

    void addPost(SubmissionId id, Post post) {
        jdbc.sql("""
                insert into submission_post (id, submission_id, kind, text, person_id, posted_at)
                values (:id, :submission, :kind, :text, :person, :at)
                """)
                .param("id", Ids.next())
                .param("submission", id.value())
                .param("kind", post.kind().name())
                .param("text", post.text())
                .param("person", post.by().value())
                .param("at", Utc.column(post.at()))
                .update();
    }

    /** @throws DomainException NOT_FOUND */
    StoredSubmission get(SubmissionId id) {
        return jdbc.sql("select * from submission where id = :id")
                .param("id", id.value())
                .query(SubmissionRows::stored)
                .optional()
                .orElseThrow(DomainException::notFound);
    }

    private static StoredSubmission stored(ResultSet row, int number) throws SQLException {
        return new StoredSubmission(
                new SubmissionId(Columns.uuid(row, "id")),
                new DraftId(Columns.uuid(row, "draft_id")),
                row.getInt("base_number"),
                row.getString("content"),
                row.getString("content_hash"),
                row.getString("engine"),
                row.getObject("finish", LocalDate.class),
                new Money(row.getBigDecimal("cost")),
                new PersonId(Columns.uuid(row, "submitted_by")),
                Utc.instant(row, "submitted_at"));
    }

    Set<PersonId> authors(SubmissionId id) {
        return Set.copyOf(jdbc.sql("select person_id from submission_author where submission_id = :id")
                .param("id", id.value())
                .query((row, i) -> new PersonId(Columns.uuid(row, "person_id")))
                .list());
    }

    /** Questions and answers, the oldest first, with those of what was handed in before it and sent back. */
    List<Post> thread(SubmissionId id) {
        return jdbc.sql("""
                        select p.* from submission s
                        join submission e on e.draft_id = s.draft_id and e.submitted_at <= s.submitted_at
                        join submission_post p on p.submission_id = e.id
                        where s.id = :id order by p.posted_at, p.id""")
                .param("id", id.value())
                .query((row, i) -> new Post(
                        Post.Kind.valueOf(row.getString("kind")),
                        row.getString("text"),
                        new PersonId(Columns.uuid(row, "person_id")),
                        Utc.instant(row, "posted_at")))
                .list();
    }

    @Nullable
    Decided decision(SubmissionId id) {
        return jdbc.sql("select * from decision where submission_id = :id")
                .param("id", id.value())
                .query((row, i) -> new Decided(
                        row.getString("outcome").equals("APPROVED"),
                        row.getString("reason"),
                        new PersonId(Columns.uuid(row, "decided_by")),
                        Utc.instant(row, "decided_at")))
                .optional()
                .orElse(null);
    }
}
