package io.throughline.backlog.expression;

import io.throughline.backlog.BacklogError;
import io.throughline.backlog.BacklogKinds;
import io.throughline.backlog.ExpressionId;
import io.throughline.backlog.ExpressionState;
import io.throughline.backlog.NeedId;
import io.throughline.shared.DomainException;
import io.throughline.shared.Id;
import io.throughline.shared.PersonId;
import io.throughline.shared.TypedText;
import io.throughline.shared.act.Act;
import io.throughline.shared.act.ActKind;
import io.throughline.shared.act.ObjectRef;
import io.throughline.shared.persistence.AggregateRoot;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One customer's words on their way to a need. The words themselves stay where they were said. */
@Entity
@Table(name = "expression")
public class Expression extends AggregateRoot {

    private UUID eventId = new UUID(0, 0);
    private UUID expressionTextId = new UUID(0, 0);
    private @Nullable UUID responseId;
    private @Nullable UUID surveyVersionId;
    private @Nullable UUID personId;
    private Instant toldAt = Instant.EPOCH;

    @Enumerated(EnumType.STRING)
    private ExpressionState state = ExpressionState.WAITING;

    private @Nullable UUID needId;
    private @Nullable String declineReason;
    private @Nullable UUID triagedBy;
    private @Nullable Instant triagedAt;

    protected Expression() {}

    public ExpressionId id() {
        return new ExpressionId(uuid());
    }

    @Nullable
    public NeedId need() {
        return needId == null ? null : new NeedId(needId);
    }

    /** Stands under a need from now on. */
    public void join(NeedId need, PersonId by, Instant at) {
        requireWaiting();
        state = ExpressionState.JOINED;
        needId = need.value();
        triaged(by, at, ObjectRef.of(BacklogKinds.NEED, need));
    }

    public void decline(String reason, PersonId by, Instant at) {
        requireWaiting();
        if (TypedText.showsNothing(reason)) {
            throw new DomainException(BacklogError.REASON_REQUIRED);
        }
        state = ExpressionState.DECLINED;
        declineReason = reason.strip();
        triaged(by, at);
    }

    /** Waits again: the un-merge, and the way back from a hasty decline. */
    public void takeBack(PersonId by, Instant at) {
        if (state != ExpressionState.JOINED && state != ExpressionState.DECLINED) {
            throw new DomainException(BacklogError.NOT_JOINED);
        }
        state = ExpressionState.WAITING;
        needId = null;
        declineReason = null;
        triaged(by, at);
    }

    private void requireWaiting() {
        if (state != ExpressionState.WAITING) {
            throw new DomainException(BacklogError.ALREADY_TRIAGED);
        }
    }

    private void triaged(PersonId by, Instant at, ObjectRef... others) {
        triagedBy = by.value();
        triagedAt = at;
        var objects = new java.util.ArrayList<>(java.util.List.of(ref(id())));
        objects.addAll(java.util.List.of(others));
        record(new Act(ActKind.EXPRESSION_TRIAGED, objects, null, null));
    }

    private static ObjectRef ref(Id id) {
        return ObjectRef.of(BacklogKinds.EXPRESSION, id);
    }
}
