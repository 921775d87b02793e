package io.throughline.plan.draft;

import io.throughline.plan.BaselineId;
import io.throughline.plan.DraftId;
import io.throughline.plan.DraftPurpose;
import io.throughline.plan.DraftState;
import io.throughline.plan.PlanError;
import io.throughline.plan.ProjectId;
import io.throughline.plan.SubmissionId;
import io.throughline.plan.content.PlanContent;
import io.throughline.plan.content.PlanJson;
import io.throughline.shared.DomainException;
import io.throughline.shared.PersonId;
import io.throughline.shared.persistence.AggregateRoot;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A working copy of a plan: its steps stand in rows of their own, what they come to stands here. */
@Entity
@Table(name = "draft")
public class Draft extends AggregateRoot {

    private UUID projectId = new UUID(0, 0);

    @Enumerated(EnumType.STRING)
    private DraftPurpose purpose = DraftPurpose.PLAN;

    @Enumerated(EnumType.STRING)
    private DraftState state = DraftState.OPEN;

    private @Nullable UUID baseBaselineId;
    private int baseNumber;
    private @Nullable UUID submissionId;

    @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
    private String content = "";

    private int steps;
    private UUID createdBy = new UUID(0, 0);
    private Instant createdAt = Instant.EPOCH;

    protected Draft() {}

    public Draft(
            ProjectId project,
            DraftPurpose purpose,
            @Nullable BaselineId base,
            int baseNumber,
            PlanContent content,
            PersonId by,
            Instant at) {
        projectId = project.value();
        this.purpose = purpose;
        baseBaselineId = base == null ? null : base.value();
        this.baseNumber = baseNumber;
        this.content = PlanJson.text(content);
        createdBy = by.value();
        createdAt = at;
    }

    public DraftId id() {
        return new DraftId(uuid());
    }

    public ProjectId project() {
        return new ProjectId(projectId);
    }

    public DraftPurpose purpose() {
        return purpose;
    }

    public DraftState state() {
        return state;
    }

    @Nullable
    public BaselineId base() {
        return baseBaselineId == null ? null : new BaselineId(baseBaselineId);
    }

    public int baseNumber() {
        return baseNumber;
    }

    PersonId createdBy() {
        return new PersonId(createdBy);
    }

    public PlanContent content() {
        return PlanJson.read(content);
    }

    @Nullable
    public SubmissionId submission() {
        return submissionId == null ? null : new SubmissionId(submissionId);
    }

    public boolean editable() {
        return state == DraftState.OPEN || state == DraftState.QUESTIONED;
    }

    /** Takes in the outcome of a step and gives it its number. What was sent back with a question is in work again. */
    public int step(PlanContent outcome) {
        requireEditable();
        state = DraftState.OPEN;
        content = PlanJson.text(outcome);
        return ++steps;
    }

    public void submit(SubmissionId submission) {
        requireEditable();
        state = DraftState.SUBMITTED;
        submissionId = submission.value();
    }

    public void question(SubmissionId submission) {
        requireWaiting(submission);
        state = DraftState.QUESTIONED;
    }

    public void answer(SubmissionId submission) {
        if (state != DraftState.QUESTIONED || !submission.value().equals(submissionId)) {
            throw new DomainException(PlanError.NO_OPEN_QUESTION);
        }
        state = DraftState.SUBMITTED;
    }

    public void approve(SubmissionId submission) {
        requireWaiting(submission);
        state = DraftState.CLOSED;
    }

    /** A rejected plan goes back to its authors; a rejected change is over. */
    public void reject(SubmissionId submission) {
        requireWaiting(submission);
        state = purpose == DraftPurpose.PLAN ? DraftState.OPEN : DraftState.CLOSED;
    }

    public void giveUp() {
        if (state == DraftState.CLOSED) {
            throw new DomainException(PlanError.DRAFT_CLOSED);
        }
        state = DraftState.CLOSED;
    }

    /** @throws DomainException DRAFT_SUBMITTED, DRAFT_CLOSED */
    public void requireEditable() {
        if (state == DraftState.SUBMITTED) {
            throw new DomainException(PlanError.DRAFT_SUBMITTED);
        }
        if (state == DraftState.CLOSED) {
            throw new DomainException(PlanError.DRAFT_CLOSED);
        }
    }

    private void requireWaiting(SubmissionId submission) {
        if (state == DraftState.CLOSED) {
            throw new DomainException(PlanError.ALREADY_DECIDED);
        }
        if (state != DraftState.SUBMITTED || !submission.value().equals(submissionId)) {
            throw new DomainException(PlanError.WITH_THE_AUTHOR);
        }
    }
}
