package io.throughline.audit.chain;

import java.util.List;
import java.util.UUID;

/**
 * What an inspection of the trail says.
 *
 * @param findings empty if nothing sealed was touched
 * @param sealed how many entries signed anchors vouch for
 * @param unsealed entries still waiting for the sealer
 * @param notCopied signed anchors that stand in the database and not yet in the file outside it
 */
public record Verdict(List<Finding> findings, long sealed, List<UUID> unsealed, int notCopied) {

    public Verdict {
        findings = List.copyOf(findings);
        unsealed = List.copyOf(unsealed);
    }

    public boolean intact() {
        return findings.isEmpty();
    }
}
