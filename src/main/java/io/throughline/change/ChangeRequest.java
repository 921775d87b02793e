package io.throughline.change;

import io.throughline.plan.BaselineId;
import io.throughline.plan.DraftId;
import io.throughline.plan.ProjectId;
import io.throughline.plan.SubmissionId;
import io.throughline.shared.DomainException;
import io.throughline.shared.PersonId;
import io.throughline.shared.TypedText;
import io.throughline.shared.persistence.AggregateRoot;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Guards its own state machine; the changed copy and its decision stand with the plans. */
@Entity
@Table(name = "change_request")
class ChangeRequest extends AggregateRoot {

    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_REASON = 4000;
    private static final UUID NONE = new UUID(0, 0);

    private String changeKey = "";
    private UUID projectId = NONE;
    private UUID baselineId = NONE;
    private UUID draftId = NONE;
    private @Nullable UUID submissionId;
    private String title = "";
    private String reason = "";

    @Enumerated(EnumType.STRING)
    private ChangeState state = ChangeState.DRAFTING;

    private UUID proposedBy = NONE;
    private Instant proposedAt = Instant.EPOCH;

    protected ChangeRequest() {}

    ChangeRequest(
            String key,
            ProjectId project,
            BaselineId baseline,
            DraftId draft,
            String title,
            String reason,
            PersonId by,
            Instant at) {
        changeKey = key;
        projectId = project.value();
        baselineId = baseline.value();
        draftId = draft.value();
        this.title = TypedText.required(title, "change.title", LONGEST_TITLE);
        this.reason = TypedText.required(reason, "change.reason", LONGEST_REASON);
        proposedBy = by.value();
        proposedAt = at;
    }

    ChangeId id() {
        return new ChangeId(uuid());
    }

    String key() {
        return changeKey;
    }

    String title() {
        return title;
    }

    String reason() {
        return reason;
    }

    PersonId proposedBy() {
        return new PersonId(proposedBy);
    }

    Instant proposedAt() {
        return proposedAt;
    }

    ProjectId project() {
        return new ProjectId(projectId);
    }

    BaselineId baseline() {
        return new BaselineId(baselineId);
    }

    DraftId draft() {
        return new DraftId(draftId);
    }

    /** @throws DomainException NOT_SUBMITTED */
    SubmissionId submission() {
        if (submissionId == null) {
            throw new DomainException(ChangeError.NOT_SUBMITTED);
        }
        return new SubmissionId(submissionId);
    }

    ChangeState state() {
        return state;
    }

    void submit(SubmissionId submission) {
        requireOpen();
        submissionId = submission.value();
        state = ChangeState.WAITING;
    }

    void question() {
        requireOpen();
        state = ChangeState.QUESTIONED;
    }

    void answer() {
        requireOpen();
        state = ChangeState.WAITING;
    }

    void approve() {
        requireOpen();
        state = ChangeState.APPROVED;
    }

    void reject() {
        requireOpen();
        state = ChangeState.REJECTED;
    }

    void withdraw() {
        requireOpen();
        state = ChangeState.WITHDRAWN;
    }

    /** @throws DomainException CLOSED */
    final void requireOpen() {
        if (!state.open()) {
            throw new DomainException(ChangeError.CLOSED);
        }
    }
}
