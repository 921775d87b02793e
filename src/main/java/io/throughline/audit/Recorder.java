package io.throughline.audit;

import io.throughline.audit.chain.TrailEntry;
import io.throughline.shared.CurrentViewer;
import io.throughline.shared.Ids;
import io.throughline.shared.act.Act;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Writes an entry for each act, in the transaction of the act: both are stored, or neither. */
@Component
class Recorder {

    private final TrailStore store;
    private final Sealer sealer;
    private final CurrentViewer viewer;
    private final Clock clock;

    Recorder(TrailStore store, Sealer sealer, CurrentViewer viewer, Clock clock) {
        this.store = store;
        this.sealer = sealer;
        this.viewer = viewer;
        this.clock = clock;
    }

    /** @throws IllegalStateException if no transaction is open that writes: the act could then be stored without its entry */
    @EventListener
    void on(Act act) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()
                || TransactionSynchronizationManager.isCurrentTransactionReadOnly()) {
            throw new IllegalStateException("the act " + act.kind() + " was published outside a writing transaction");
        }
        var actor = viewer.find().map(v -> v.id().value()).orElse(null);
        store.add(new TrailEntry(
                Ids.next(),
                act.kind().name(),
                actor,
                act.onBehalfOf() == null ? null : act.onBehalfOf().value(),
                act.objects(),
                act.contentHash(),
                clock.instant().truncatedTo(ChronoUnit.MICROS)));
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                sealer.wake();
            }
        });
    }
}
