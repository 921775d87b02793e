package io.throughline.audit;

import io.throughline.audit.chain.AnchorSet;
import io.throughline.audit.chain.Inspection;
import io.throughline.audit.chain.Verdict;
import java.nio.file.Files;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Reads the whole trail and judges it; the same for the command line and for tests. */
final class TrailInspection {

    private TrailInspection() {}

    /**
     * The file is read before one snapshot of the database, so that what is sealed meanwhile looks like an anchor not yet
     * copied.
     *
     * @throws IllegalStateException if anchors exist, but the key that could check them is gone
     */
    static Verdict of(JdbcClient jdbc, TransactionOperations snapshot, AuditProperties properties) {
        var store = new TrailStore(jdbc);
        var file = new AnchorFile(properties.anchors()).lines();
        var verdict = snapshot.execute(status -> {
            var anchors = store.anchorsAfter(0);
            if (!Files.exists(properties.key()) && file.isEmpty() && anchors.isEmpty()) {
                return new Verdict(List.of(), 0, List.copyOf(store.leaves().keySet()), 0);
            }
            var key = KeyFile.read(properties.key()).publicKey();
            return Inspection.of(store.leaves(), store.links(), AnchorSet.read(file, anchors, key));
        });
        return Objects.requireNonNull(verdict);
    }
}
