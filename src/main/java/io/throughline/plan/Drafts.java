package io.throughline.plan;

import io.throughline.plan.content.PlanContent;
import io.throughline.plan.content.PlanFigures;
import io.throughline.plan.content.PlanOperation;
import io.throughline.plan.content.PlanProblem;
import io.throughline.shared.DomainException;
import io.throughline.shared.PersonId;
import io.throughline.shared.persistence.Command;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Working copies of plans: edited step by step by the project's managers, read by those who may see what things cost. */
@Service
@Transactional(readOnly = true)
@PreAuthorize("hasAnyRole('PROJECT_MANAGER','MANAGER')")
public class Drafts {

    /**
     * A working copy as it stands.
     *
     * @param version passed back with every edit
     * @param baseNumber the baseline it started from, 0 for none
     * @param submission the last one, null if it was never submitted
     * @param problems worst first
     * @param contributors everybody who made, edited or took back anything in it: none of them may decide on it
     * @param editable whether the viewer may edit it now
     */
    public record View(
            DraftId id,
            long version,
            ProjectId project,
            DraftPurpose purpose,
            DraftState state,
            @Nullable BaselineId base,
            int baseNumber,
            @Nullable SubmissionId submission,
            PlanContent content,
            PlanFigures figures,
            List<PlanProblem> problems,
            Set<PersonId> contributors,
            boolean canUndo,
            boolean canRedo,
            boolean editable) {}

    private final DraftEditor editor;
    private final DraftSteps steps;

    Drafts(DraftEditor editor, DraftSteps steps) {
        this.editor = editor;
        this.steps = steps;
    }

    /** @throws DomainException NOT_FOUND */
    public View draft(DraftId id) {
        return editor.view(editor.readable(id));
    }

    /**
     * Does one step of editing; nothing of it, if any of its operations doesn't fit.
     *
     * @param version as read
     * @throws DomainException NOT_FOUND, NOT_ALLOWED, STALE, DRAFT_SUBMITTED, DRAFT_CLOSED, ITEM_CHANGED, CYCLE, BROKEN,
     *     UNKNOWN_REQUIREMENT, NOT_IN_PROJECT, NOTHING_CHANGED
     */
    @Command
    @PreAuthorize("hasRole('PROJECT_MANAGER')")
    public View edit(DraftId id, long version, List<PlanOperation> operations) {
        return editor.step(editor.editable(id, version), DraftSteps.Kind.DO, operations);
    }

    /** Takes back the last step that stands. @throws DomainException NOTHING_TO_UNDO and as {@link #edit} */
    @Command
    @PreAuthorize("hasRole('PROJECT_MANAGER')")
    public View undo(DraftId id, long version) {
        var draft = editor.editable(id, version);
        var last = steps.stacks(id).undo();
        if (last.isEmpty()) {
            throw new DomainException(PlanError.NOTHING_TO_UNDO);
        }
        return editor.step(draft, DraftSteps.Kind.UNDO, PlanOperation.inverse(last.getLast()));
    }

    /** Does again what was taken back last. @throws DomainException NOTHING_TO_REDO and as {@link #edit} */
    @Command
    @PreAuthorize("hasRole('PROJECT_MANAGER')")
    public View redo(DraftId id, long version) {
        var draft = editor.editable(id, version);
        var taken = steps.stacks(id).redo();
        if (taken.isEmpty()) {
            throw new DomainException(PlanError.NOTHING_TO_REDO);
        }
        return editor.step(draft, DraftSteps.Kind.REDO, taken.getLast());
    }
}
