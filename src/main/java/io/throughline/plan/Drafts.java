package io.throughline.plan;

import io.throughline.plan.content.PlanOperation;
import io.throughline.plan.draft.DraftEditor;
import io.throughline.plan.draft.DraftSteps;
import io.throughline.shared.DomainException;
import io.throughline.shared.persistence.Command;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Working copies of plans: edited step by step by the project's managers, read by those who may see what things cost. */
@Service
@Transactional(readOnly = true)
@PreAuthorize("hasAnyRole('PROJECT_MANAGER','MANAGER')")
public class Drafts {

    private final DraftEditor editor;
    private final DraftSteps steps;

    Drafts(DraftEditor editor, DraftSteps steps) {
        this.editor = editor;
        this.steps = steps;
    }

    /** @throws DomainException NOT_FOUND */
    public DraftDetail draft(DraftId id) {
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
    public DraftDetail edit(DraftId id, long version, List<PlanOperation> operations) {
        return editor.step(editor.editable(id, version), DraftSteps.Kind.DO, operations);
    }

    /** Takes back the last step that stands. @throws DomainException NOTHING_TO_UNDO and as {@link #edit} */
    @Command
    @PreAuthorize("hasRole('PROJECT_MANAGER')")
    public DraftDetail undo(DraftId id, long version) {
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
    public DraftDetail redo(DraftId id, long version) {
        var draft = editor.editable(id, version);
        var taken = steps.stacks(id).redo();
        if (taken.isEmpty()) {
            throw new DomainException(PlanError.NOTHING_TO_REDO);
        }
        return editor.step(draft, DraftSteps.Kind.REDO, taken.getLast());
    }
}
