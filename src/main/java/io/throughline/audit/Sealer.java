package io.throughline.audit;

import io.throughline.audit.chain.Anchor;
import io.throughline.audit.chain.Link;
import io.throughline.audit.chain.TrailKey;
import io.throughline.shared.persistence.DatabaseAbsence;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Chains committed entries within a second and signs each batch's head. Of several portals on one database one seals at
 * a time. Links and their anchor are stored in one transaction; the file outside follows right after it.
 */
@Component
class Sealer {

    private static final Logger LOG = LoggerFactory.getLogger(Sealer.class);
    private static final int BATCH = 200;
    private static final int TICKS_A_ROUND = 120;
    private static final int RECENT_HOURS = 1;
    private static final int EVER_HOURS = 24 * 365 * 100;

    private final TrailStore store;
    private final TransactionTemplate transaction;
    private final DatabaseAbsence absence;
    private final Clock clock;
    private final AnchorFile anchors;
    private final AuditProperties properties;
    private final AtomicBoolean woken = new AtomicBoolean(true);
    private int tick;

    /** Up to when nothing was left behind; null as long as nobody looked for what an earlier start left. */
    private @Nullable Instant caughtUp;

    private @Nullable TrailKey key;
    private volatile @Nullable String stopped;

    Sealer(
            TrailStore store,
            PlatformTransactionManager transactions,
            DatabaseAbsence absence,
            Clock clock,
            AuditProperties properties) {
        this.store = store;
        this.transaction = new TransactionTemplate(transactions);
        this.absence = absence;
        this.clock = clock;
        this.properties = properties;
        this.anchors = new AnchorFile(properties.anchors());
    }

    /** An entry was committed. */
    void wake() {
        woken.set(true);
    }

    /** What keeps the sealer from sealing, null if nothing does. */
    @Nullable
    String stopped() {
        return stopped;
    }

    /** Looks when woken, now and then for entries of other portals, and at the start for those an earlier one left. */
    @Scheduled(fixedDelayString = "${throughline.audit.interval:500ms}")
    synchronized void seal() {
        tick = tick % TICKS_A_ROUND + 1;
        if (!woken.getAndSet(false) && tick != TICKS_A_ROUND) {
            return;
        }
        try {
            var now = clock.instant();
            while (sealBatch(hoursBack(now))) {
                anchors.complete(store::anchorsAfter);
            }
            anchors.complete(store::anchorsAfter);
            caughtUp = now;
            stopped = null;
        } catch (RuntimeException e) {
            woken.set(true);
            if (absence.explains(e)) {
                return;
            }
            if (!String.valueOf(e.getMessage()).equals(stopped)) {
                stopped = String.valueOf(e.getMessage());
                LOG.error("The audit trail is not being sealed", e);
            }
        }
    }

    /** What was stored while nothing could be sealed must not be passed over, however long that lasted. */
    private long hoursBack(Instant now) {
        return caughtUp == null
                ? EVER_HOURS
                : RECENT_HOURS + Math.max(0, Duration.between(caughtUp, now).toHours());
    }

    private boolean sealBatch(long hours) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            if (!store.lockSealing()) {
                return false;
            }
            var batch = store.unsealed(hours, BATCH);
            if (batch.isEmpty()) {
                return false;
            }
            Link last = store.lastLink();
            var lastAnchor = store.lastAnchor();
            requireUncut(last, lastAnchor);
            var links = new ArrayList<Link>();
            for (var entry : batch) {
                last = Link.after(last, entry.id(), entry.leaf());
                store.link(entry, last);
                links.add(last);
            }
            store.add(Anchor.over(
                    lastAnchor, links, clock.instant().truncatedTo(ChronoUnit.MILLIS), key(lastAnchor != null)));
            return true;
        }));
    }

    /** Sealing on after a cut or a restored backup would sign two stories; a person must look first. */
    private void requireUncut(@Nullable Link last, @Nullable Anchor lastAnchor) {
        long sealed = last == null ? 0 : last.sequence();
        long anchored = lastAnchor == null ? 0 : lastAnchor.to();
        boolean sameHead = last == null || lastAnchor == null || last.hash().equals(lastAnchor.head());
        if (sealed != anchored || !sameHead || anchors.end() > anchored) {
            throw new IllegalStateException("the chain does not end where its anchors do (links " + sealed
                    + ", anchors " + anchored + ", anchor file " + anchors.end()
                    + "): run verify-audit; after restoring a backup move the anchor file aside");
        }
        if (lastAnchor != null && !lastAnchor.signedBy(key(true).publicKey())) {
            throw new IllegalStateException(
                    "the newest anchor was not signed with the key in " + properties.key() + ": restore that file");
        }
    }

    private TrailKey key(boolean mustExist) {
        if (key == null) {
            key = mustExist ? KeyFile.read(properties.key()) : KeyFile.readOrCreate(properties.key());
        }
        return key;
    }
}
