package io.throughline.plan;

import io.throughline.people.PersonInfo;
import io.throughline.plan.content.PlanJson;
import io.throughline.plan.draft.Draft;
import io.throughline.plan.draft.DraftStore;
import io.throughline.plan.project.ProjectAccess;
import io.throughline.plan.project.ProjectStore;
import io.throughline.plan.submission.Submissions;
import io.throughline.shared.CurrentViewer;
import io.throughline.shared.DomainException;
import io.throughline.shared.row.Columns;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changed copies of a baseline, as the change room needs them: writes run only inside its transactions, under the same
 * rules as first plans.
 */
@Service
@Transactional(readOnly = true)
@PreAuthorize("hasAnyRole('PROJECT_MANAGER','MANAGER')")
public class Amendments {

    private final DraftStore drafts;
    private final ProjectStore projects;
    private final ProjectAccess access;
    private final Submissions submissions;
    private final CurrentViewer viewer;
    private final JdbcClient jdbc;
    private final Clock clock;

    Amendments(
            DraftStore drafts,
            ProjectStore projects,
            ProjectAccess access,
            Submissions submissions,
            CurrentViewer viewer,
            JdbcClient jdbc,
            Clock clock) {
        this.drafts = drafts;
        this.projects = projects;
        this.access = access;
        this.submissions = submissions;
        this.viewer = viewer;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A working copy of the project's baseline in force. @throws DomainException NOT_FOUND, NOT_ALLOWED, STALE_BASELINE */
    @Transactional(propagation = Propagation.MANDATORY)
    @PreAuthorize("hasRole('PROJECT_MANAGER')")
    public DraftId copy(BaselineId baseline) {
        var base = jdbc.sql("select project_id, number, content from baseline where id = :id")
                .param("id", baseline.value())
                .query((row, i) -> new Base(
                        new ProjectId(Columns.uuid(row, "project_id")), row.getInt("number"), row.getString("content")))
                .optional()
                .orElseThrow(DomainException::notFound);
        access.requireManages(base.project());
        projects.get(base.project()).requireBase(base.number());
        return drafts.save(new Draft(
                        base.project(),
                        DraftPurpose.CHANGE,
                        baseline,
                        base.number(),
                        PlanJson.read(base.content()),
                        viewer.get().id(),
                        clock.instant()))
                .id();
    }

    /** @throws DomainException NOT_FOUND */
    public Submission submission(SubmissionId id) {
        return submissions.get(id, DraftPurpose.CHANGE);
    }

    /** Managers who may decide, by name; empty if nobody may. @throws DomainException NOT_FOUND */
    public List<PersonInfo> whoMayDecide(SubmissionId id) {
        return submissions.whoMayDecide(id, DraftPurpose.CHANGE);
    }

    /** @throws DomainException as {@link PlanApprovals#submit}, and STALE_BASELINE */
    @Transactional(propagation = Propagation.MANDATORY)
    @PreAuthorize("hasRole('PROJECT_MANAGER')")
    public SubmissionId submit(DraftId draft, long version) {
        return submissions.submit(draft, version, DraftPurpose.CHANGE);
    }

    /** @throws DomainException as {@link PlanApprovals#ask} */
    @Transactional(propagation = Propagation.MANDATORY)
    @PreAuthorize("hasRole('MANAGER')")
    public void ask(SubmissionId id, String question) {
        submissions.ask(id, DraftPurpose.CHANGE, question);
    }

    /** @throws DomainException as {@link PlanApprovals#answer} */
    @Transactional(propagation = Propagation.MANDATORY)
    @PreAuthorize("hasRole('PROJECT_MANAGER')")
    public void answer(SubmissionId id, String answer) {
        submissions.answer(id, DraftPurpose.CHANGE, answer);
    }

    /** @throws DomainException as {@link PlanApprovals#reject} */
    @Transactional(propagation = Propagation.MANDATORY)
    @PreAuthorize("hasRole('MANAGER')")
    public void reject(SubmissionId id, String reason) {
        submissions.reject(id, DraftPurpose.CHANGE, reason);
    }

    /** Makes it the next baseline. @throws DomainException as {@link PlanApprovals#approve}, and STALE_BASELINE */
    @Transactional(propagation = Propagation.MANDATORY)
    @PreAuthorize("hasRole('MANAGER')")
    public BaselineId approve(SubmissionId id, String hash, @Nullable String reason) {
        return submissions.approve(id, DraftPurpose.CHANGE, hash, reason);
    }

    /** Closes a copy that leads nowhere. @throws DomainException NOT_FOUND, NOT_ALLOWED, DRAFT_CLOSED */
    @Transactional(propagation = Propagation.MANDATORY)
    @PreAuthorize("hasRole('PROJECT_MANAGER')")
    public void giveUp(DraftId id) {
        var draft = drafts.get(id);
        if (draft.purpose() != DraftPurpose.CHANGE) {
            throw DomainException.notFound();
        }
        access.requireManages(draft.project());
        draft.giveUp();
        drafts.save(draft);
    }

    private record Base(ProjectId project, int number, String content) {}
}
