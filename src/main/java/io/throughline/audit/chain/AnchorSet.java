package io.throughline.audit.chain;

import io.throughline.audit.chain.Finding.Kind;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The anchors that can be trusted, from the file outside the database and from the copies inside it.
 *
 * @param anchors signed, each once, in the order of their sequences
 * @param findings what is wrong with the anchors themselves
 * @param notCopied how many newest ones the file lacks: sealing stopped between the commit and the file
 */
public record AnchorSet(List<Anchor> anchors, List<Finding> findings, int notCopied) {

    public AnchorSet {
        anchors = List.copyOf(anchors);
        findings = List.copyOf(findings);
    }

    /** Reads the lines of both places; a last line of the file that was cut while being written must be left out. */
    public static AnchorSet read(List<String> file, List<String> database, PublicKey key) {
        var findings = new ArrayList<Finding>();
        var seen = new HashMap<String, @Nullable Anchor>();
        var inFile = trusted(file, "the anchor file", key, seen, findings);
        var inDatabase = trusted(database, "the database", key, seen, findings);
        Set<Anchor> all = new LinkedHashSet<>(inFile);
        all.addAll(inDatabase);
        var ordered =
                all.stream().sorted(Comparator.comparingLong(Anchor::from)).toList();
        var chained = new ArrayList<Anchor>();
        for (var anchor : ordered) {
            follow(chained, anchor, findings);
        }
        long endOfFile = inFile.stream().mapToLong(Anchor::to).max().orElse(0);
        int notCopied = 0;
        for (var anchor : chained) {
            if (!inDatabase.contains(anchor)) {
                findings.add(removed(anchor, "gone from the database"));
            }
            if (!inFile.contains(anchor)) {
                if (anchor.from() > endOfFile) {
                    notCopied++;
                } else {
                    findings.add(removed(anchor, "gone from the anchor file"));
                }
            }
        }
        return new AnchorSet(chained, findings, notCopied);
    }

    /** Whether anchors once vouched for this place, but are gone. */
    boolean isGap(long sequence) {
        long end = anchors.isEmpty() ? 0 : anchors.getLast().to();
        return sequence <= end && anchors.stream().noneMatch(a -> a.from() <= sequence && sequence <= a.to());
    }

    private static Set<Anchor> trusted(
            List<String> lines,
            String place,
            PublicKey key,
            Map<String, @Nullable Anchor> seen,
            List<Finding> findings) {
        var trusted = new LinkedHashSet<Anchor>();
        int number = 0;
        for (var line : lines) {
            number++;
            var anchor = signed(line, key, seen);
            if (anchor != null) {
                trusted.add(anchor);
            } else {
                findings.add(new Finding(
                        Kind.ANCHOR_FORGED,
                        0,
                        null,
                        "anchor " + number + " of " + place + " was not signed with this installation's key"));
            }
        }
        return trusted;
    }

    /** Both places hold the same lines: a signature, which is slow to check, is checked once. */
    private static @Nullable Anchor signed(String line, PublicKey key, Map<String, @Nullable Anchor> seen) {
        if (!seen.containsKey(line)) {
            var anchor = Anchor.parse(line);
            seen.put(line, anchor != null && anchor.signedBy(key) ? anchor : null);
        }
        return seen.get(line);
    }

    private static void follow(List<Anchor> chained, Anchor anchor, List<Finding> findings) {
        var last = chained.isEmpty() ? null : chained.getLast();
        long expected = last == null ? 1 : last.to() + 1;
        if (anchor.from() < expected) {
            findings.add(new Finding(
                    Kind.ANCHOR_FORGED, anchor.from(), null, "two signed anchors speak for " + anchor.from()));
            return;
        }
        if (anchor.from() > expected) {
            findings.add(new Finding(
                    Kind.ANCHOR_REMOVED,
                    expected,
                    null,
                    "the anchors of " + expected + " to " + (anchor.from() - 1) + " are gone from both places"));
        } else if (!anchor.previous().equals(last == null ? Link.ROOT : last.lineHash())) {
            findings.add(new Finding(
                    Kind.ANCHOR_FORGED, anchor.from(), null, "the anchor doesn't follow the one before it"));
        }
        chained.add(anchor);
    }

    private static Finding removed(Anchor anchor, String where) {
        return new Finding(
                Kind.ANCHOR_REMOVED,
                anchor.from(),
                null,
                "the anchor of " + anchor.from() + " to " + anchor.to() + " is " + where);
    }
}
