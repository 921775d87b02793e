package io.throughline.plan.ui.draft;

import io.throughline.plan.DraftDetail;
import io.throughline.plan.DraftId;
import io.throughline.plan.content.PlanContent;
import io.throughline.plan.content.PlanOperation;
import io.throughline.shared.CommonError;
import io.throughline.shared.DomainException;
import io.throughline.shared.Progress;
import io.throughline.shared.ui.LongWork;
import io.throughline.shared.ui.SaveState;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One working copy on the screen. The session keeps its id and version only: the plan itself is read when it is shown or
 * edited, and let go again.
 */
final class DraftDesk {

    private final DraftServices services;
    private final DraftId id;
    private final SaveState saving;
    private final Consumer<DraftDetail> shown;
    private long version;
    private @Nullable DraftDetail atHand;
    private @Nullable Runnable failed;

    /** @param shown draws a working copy as it stands now */
    DraftDesk(DraftServices services, DraftId id, Consumer<DraftDetail> shown) {
        this.services = services;
        this.id = id;
        this.shown = shown;
        saving = new SaveState(services.viewer().get().zone(), this::again);
    }

    DraftServices services() {
        return services;
    }

    DraftId id() {
        return id;
    }

    SaveState saving() {
        return saving;
    }

    /** As it is being shown, else as it stands in the database now. */
    DraftDetail view() {
        return atHand != null ? atHand : services.drafts().draft(id);
    }

    PlanContent plan() {
        return view().content();
    }

    /** Reads it again and shows it. */
    void refresh() {
        show(services.drafts().draft(id));
    }

    /**
     * One step of editing. Operations say what they expect: where somebody else edited meanwhile, they still fit unless it
     * was the same item.
     *
     * @throws DomainException as {@link io.throughline.plan.Drafts#edit}, but not STALE
     */
    void edit(List<PlanOperation> operations) {
        keep(() -> {
            try {
                show(services.drafts().edit(id, version, operations));
            } catch (DomainException e) {
                if (e.code() != CommonError.STALE) {
                    throw e;
                }
                show(services.drafts().edit(id, services.drafts().draft(id).version(), operations));
            }
        });
    }

    void edit(PlanOperation... operations) {
        edit(List.of(operations));
    }

    void undo() {
        step(seen -> services.drafts().undo(id, seen));
    }

    void redo() {
        step(seen -> services.drafts().redo(id, seen));
    }

    /**
     * A step that is about what its author saw: where somebody else edited meanwhile it is refused, and theirs is shown.
     *
     * @param act gets the version that was seen
     */
    void step(LongFunction<DraftDetail> act) {
        keep(() -> seen(() -> act.apply(version)));
    }

    /**
     * As {@link #step(LongFunction)}, beside the session: for what may take a while.
     *
     * @param what is done, as shown while it goes on
     * @param act gets the version that was seen
     */
    void step(LongWork beside, String what, BiFunction<Long, Progress, DraftDetail> act) {
        long seen = version;
        beside.start(
                what,
                progress -> act.apply(seen, progress),
                result -> keep(() -> seen(result), () -> step(beside, what, act)),
                () -> {});
    }

    /** Hands the plan in as it was seen. */
    void submit() {
        step(seen -> {
            services.approvals().submit(id, seen);
            return services.drafts().draft(id);
        });
    }

    private void seen(Supplier<DraftDetail> act) {
        try {
            show(act.get());
        } catch (DomainException e) {
            if (e.code() == CommonError.STALE) {
                refresh();
            }
            throw e;
        }
    }

    private void keep(Runnable act) {
        keep(act, () -> keep(act));
    }

    private void keep(Runnable act, Runnable again) {
        try {
            act.run();
            failed = null;
            saving.saved(services.clock().instant());
        } catch (DomainException e) {
            throw e;
        } catch (RuntimeException e) {
            failed = again;
            saving.failed();
            throw e;
        }
    }

    private void again() {
        var act = failed;
        if (act != null) {
            act.run();
        }
    }

    private void show(DraftDetail view) {
        version = view.version();
        atHand = view;
        try {
            shown.accept(view);
        } finally {
            atHand = null;
        }
    }
}
