package io.throughline.plan;

import io.throughline.people.People;
import io.throughline.people.PersonInfo;
import io.throughline.plan.content.PlanCheck;
import io.throughline.plan.content.PlanFigures;
import io.throughline.plan.content.PlanJson;
import io.throughline.plan.content.PlanProblem;
import io.throughline.shared.CommonError;
import io.throughline.shared.CurrentViewer;
import io.throughline.shared.DomainException;
import io.throughline.shared.Ids;
import io.throughline.shared.Money;
import io.throughline.shared.PersonId;
import io.throughline.shared.Role;
import io.throughline.shared.TypedText;
import io.throughline.shared.row.Columns;
import io.throughline.shared.row.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How a working copy is handed in, questioned and decided on, the same for first plans and for changes. Whoever moves
 * anything saves the draft's row first: two who decide at once then meet there, and one of them starts again and finds
 * it decided.
 */
@Component
class Submissions {

    private static final int LONGEST_TEXT = 4000;

    private final DraftRepository drafts;
    private final DraftSteps steps;
    private final ProjectRepository projects;
    private final ProjectAccess access;
    private final BaselineWriter baselines;
    private final FrozenPlans plans;
    private final People people;
    private final CurrentViewer viewer;
    private final JdbcClient jdbc;
    private final Clock clock;

    Submissions(
            DraftRepository drafts,
            DraftSteps steps,
            ProjectRepository projects,
            ProjectAccess access,
            BaselineWriter baselines,
            FrozenPlans plans,
            People people,
            CurrentViewer viewer,
            JdbcClient jdbc,
            Clock clock) {
        this.drafts = drafts;
        this.steps = steps;
        this.projects = projects;
        this.access = access;
        this.baselines = baselines;
        this.plans = plans;
        this.people = people;
        this.viewer = viewer;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    SubmissionId submit(DraftId draftId, long version, DraftPurpose purpose) {
        var draft = draft(draftId, purpose);
        access.requireManages(draft.project());
        draft.requireVersion(version);
        var content = draft.content();
        requireComplete(PlanCheck.problems(content));
        project(draft.project()).requireBase(draft.baseNumber());
        var id = SubmissionId.next();
        draft.submit(id);
        drafts.saveAndFlush(draft);
        var figures = PlanFigures.of(content);
        var me = viewer.get().id();
        jdbc.sql("""
                insert into submission (id, project_id, draft_id, base_number, content, content_hash, engine, finish, cost,
                    submitted_by, submitted_at)
                values (:id, :project, :draft, :base, :content, :hash, :engine, :finish, :cost, :by, :at)
                """)
                .param("id", id.value())
                .param("project", draft.project().value())
                .param("draft", draftId.value())
                .param("base", draft.baseNumber())
                .param("content", PlanJson.text(content))
                .param("hash", PlanJson.hash(content))
                .param("engine", PlanFigures.ENGINE)
                .param("finish", figures.finish())
                .param("cost", figures.cost().amount())
                .param("by", me.value())
                .param("at", Utc.column(clock.instant()))
                .update();
        var authors = new LinkedHashSet<>(steps.contributors(draft));
        authors.add(me);
        authors.forEach(author -> addAuthor(id, author));
        return id;
    }

    private void addAuthor(SubmissionId id, PersonId author) {
        jdbc.sql("insert into submission_author (submission_id, person_id) values (:id, :person)")
                .param("id", id.value())
                .param("person", author.value())
                .update();
    }

    Submission get(SubmissionId id, DraftPurpose purpose) {
        var stored = stored(id);
        var draft = draft(stored.draft(), purpose);
        var rights = access.requireSeesMoney(draft.project());
        var authors = authors(id);
        var decision = decision(id);
        var state = state(id, draft, decision);
        var me = viewer.get();
        var figures = plans.figures(stored.hash(), true, stored::content);
        return new Submission(
                id,
                draft.project(),
                draft.id(),
                purpose,
                state,
                stored.baseNumber(),
                draft.base(),
                figures.plan(),
                figures,
                stored.hash(),
                stored.engine(),
                stored.finish(),
                stored.cost(),
                stored.by(),
                stored.at(),
                authors,
                thread(id),
                decision,
                state == SubmissionState.WAITING && me.is(Role.MANAGER) && !authors.contains(me.id()),
                state == SubmissionState.QUESTIONED && rights.manages());
    }

    List<PersonInfo> whoMayDecide(SubmissionId id, DraftPurpose purpose) {
        access.requireSeesMoney(draft(stored(id).draft(), purpose).project());
        var authors = authors(id);
        return people.withRole(Role.MANAGER).stream()
                .filter(manager -> !authors.contains(manager.id()))
                .toList();
    }

    void ask(SubmissionId id, DraftPurpose purpose, String question) {
        var draft = toDecide(id, purpose);
        draft.question(id);
        drafts.saveAndFlush(draft);
        post(id, Post.Kind.QUESTION, question);
    }

    void answer(SubmissionId id, DraftPurpose purpose, String answer) {
        var draft = draft(stored(id).draft(), purpose);
        access.requireManages(draft.project());
        draft.answer(id);
        drafts.saveAndFlush(draft);
        post(id, Post.Kind.ANSWER, answer);
        // Who speaks for a plan has a part in it, and decides on it no more.
        var me = viewer.get().id();
        if (!authors(id).contains(me)) {
            addAuthor(id, me);
        }
    }

    void reject(SubmissionId id, DraftPurpose purpose, String reason) {
        var draft = toDecide(id, purpose);
        draft.reject(id);
        drafts.saveAndFlush(draft);
        decide(stored(id), "REJECTED", required(reason, "plan.approval.reason"));
    }

    BaselineId approve(SubmissionId id, DraftPurpose purpose, String hash, @Nullable String reason) {
        var draft = toDecide(id, purpose);
        var stored = stored(id);
        draft.approve(id);
        drafts.saveAndFlush(draft);
        if (!stored.hash().equals(hash)) {
            throw new DomainException(CommonError.STALE);
        }
        var project = project(draft.project());
        project.requireBase(stored.baseNumber());
        decide(
                stored,
                "APPROVED",
                reason == null || reason.isBlank() ? null : required(reason, "plan.approval.reason"));
        return baselines.write(
                project, id, stored.content(), stored.hash(), viewer.get().id());
    }

    String hash(SubmissionId id) {
        return stored(id).hash();
    }

    ProjectId project(SubmissionId id) {
        return draft(stored(id).draft()).project();
    }

    private Draft toDecide(SubmissionId id, DraftPurpose purpose) {
        var draft = draft(stored(id).draft(), purpose);
        access.requireSeesMoney(draft.project());
        if (!viewer.get().is(Role.MANAGER)) {
            throw new DomainException(CommonError.NOT_ALLOWED);
        }
        if (authors(id).contains(viewer.get().id())) {
            throw new DomainException(PlanError.AUTHOR_CANNOT_DECIDE);
        }
        return draft;
    }

    private void decide(Stored submission, String outcome, @Nullable String reason) {
        jdbc.sql("""
                insert into decision (id, submission_id, outcome, reason, content_hash, decided_by, decided_at)
                values (:id, :submission, :outcome, :reason, :hash, :by, :at)
                """)
                .param("id", Ids.next())
                .param("submission", submission.id().value())
                .param("outcome", outcome)
                .param("reason", reason)
                .param("hash", submission.hash())
                .param("by", viewer.get().id().value())
                .param("at", Utc.column(clock.instant()))
                .update();
    }

    private void post(SubmissionId id, Post.Kind kind, String text) {
        jdbc.sql("""
                insert into submission_post (id, submission_id, kind, text, person_id, posted_at)
                values (:id, :submission, :kind, :text, :person, :at)
                """)
                .param("id", Ids.next())
                .param("submission", id.value())
                .param("kind", kind.name())
                .param("text", required(text, "plan.approval." + (kind == Post.Kind.QUESTION ? "question" : "answer")))
                .param("person", viewer.get().id().value())
                .param("at", Utc.column(clock.instant()))
                .update();
    }

    private static SubmissionState state(SubmissionId id, Draft draft, @Nullable Decided decision) {
        if (decision != null) {
            return decision.approved() ? SubmissionState.APPROVED : SubmissionState.REJECTED;
        }
        if (id.equals(draft.submission())) {
            if (draft.state() == DraftState.SUBMITTED) {
                return SubmissionState.WAITING;
            }
            if (draft.state() == DraftState.QUESTIONED) {
                return SubmissionState.QUESTIONED;
            }
        }
        return SubmissionState.SUPERSEDED;
    }

    private static void requireComplete(List<PlanProblem> problems) {
        for (var problem : problems) {
            if (problem.severity() != PlanProblem.Severity.WARNING) {
                throw new DomainException(PlanError.INCOMPLETE, problem.item(), "plan.problem." + problem.kind());
            }
        }
    }

    private Draft draft(DraftId id, DraftPurpose purpose) {
        var draft = draft(id);
        if (draft.purpose() != purpose) {
            throw DomainException.notFound();
        }
        return draft;
    }

    private Draft draft(DraftId id) {
        return drafts.findById(id.value()).orElseThrow(DomainException::notFound);
    }

    private Project project(ProjectId id) {
        return projects.findById(id.value()).orElseThrow(DomainException::notFound);
    }

    private record Stored(
            SubmissionId id,
            DraftId draft,
            int baseNumber,
            String content,
            String hash,
            String engine,
            LocalDate finish,
            Money cost,
            PersonId by,
            java.time.Instant at) {}

    private Stored stored(SubmissionId id) {
        return jdbc.sql("select * from submission where id = :id")
                .param("id", id.value())
                .query(Submissions::stored)
                .optional()
                .orElseThrow(DomainException::notFound);
    }

    private static Stored stored(ResultSet row, int number) throws SQLException {
        return new Stored(
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

    private Set<PersonId> authors(SubmissionId id) {
        return Set.copyOf(jdbc.sql("select person_id from submission_author where submission_id = :id")
                .param("id", id.value())
                .query((row, i) -> new PersonId(Columns.uuid(row, "person_id")))
                .list());
    }

    private List<Post> thread(SubmissionId id) {
        return jdbc.sql("select * from submission_post where submission_id = :id order by posted_at, id")
                .param("id", id.value())
                .query((row, i) -> new Post(
                        Post.Kind.valueOf(row.getString("kind")),
                        row.getString("text"),
                        new PersonId(Columns.uuid(row, "person_id")),
                        Utc.instant(row, "posted_at")))
                .list();
    }

    private @Nullable Decided decision(SubmissionId id) {
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

    private static String required(String text, String label) {
        return TypedText.required(text, label, LONGEST_TEXT);
    }
}
