package io.throughline.audit.chain;

import io.throughline.audit.chain.Anchor.Leaf;
import io.throughline.audit.chain.Finding.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Compares what is stored with what was signed. Signed anchors name every sealed entry, its place and its hash, so each
 * change is found where it was made, also when every hash after it was computed anew.
 */
public final class Inspection {

    /** What was signed to stand at a place. */
    private record Sealed(long sequence, Leaf leaf) {}

    private final Map<UUID, String> entries;
    private final List<Link> links;
    private final AnchorSet anchors;
    private final List<Finding> findings;
    private final Map<UUID, Sealed> sealed = new LinkedHashMap<>();

    private Inspection(Map<UUID, String> entries, List<Link> links, AnchorSet anchors) {
        this.entries = entries;
        this.links =
                links.stream().sorted(Comparator.comparingLong(Link::sequence)).toList();
        this.anchors = anchors;
        this.findings = new ArrayList<>(anchors.findings());
        for (var anchor : anchors.anchors()) {
            long sequence = anchor.from();
            for (var leaf : anchor.leaves()) {
                sealed.put(leaf.entry(), new Sealed(sequence++, leaf));
            }
        }
    }

    /**
     * @param entries the leaf of every stored entry, computed from what is stored now
     * @param links every stored link
     * @param anchors the signed anchors, from both places they are kept
     */
    public static Verdict of(Map<UUID, String> entries, List<Link> links, AnchorSet anchors) {
        return new Inspection(entries, links, anchors).verdict();
    }

    private Verdict verdict() {
        Map<UUID, Link> linkOf = new LinkedHashMap<>();
        for (var link : links) {
            if (!sealed.containsKey(link.entry()) || linkOf.containsKey(link.entry())) {
                unvouched(link);
            } else {
                linkOf.put(link.entry(), link);
            }
        }
        findRemoved(linkOf.keySet());
        findEdited(linkOf);
        findReordered(linkOf);
        findRewritten(linkOf);
        findings.sort(Comparator.comparingLong(Finding::sequence).thenComparing(Finding::kind));
        Set<UUID> linked = new HashSet<>();
        links.forEach(link -> linked.add(link.entry()));
        var unsealed = entries.keySet().stream()
                .filter(id -> !sealed.containsKey(id) && !linked.contains(id))
                .toList();
        return new Verdict(findings, sealed.size(), unsealed, anchors.notCopied());
    }

    private void unvouched(Link link) {
        if (!anchors.isGap(link.sequence())) {
            add(Kind.INSERTED, link.sequence(), link.entry(), "no signed anchor vouches for it");
        }
    }

    private void findRemoved(Set<UUID> linked) {
        long lastPresent = 0;
        for (var place : sealed.values()) {
            if (linked.contains(place.leaf.entry()) && entries.containsKey(place.leaf.entry())) {
                lastPresent = place.sequence;
            }
        }
        for (var place : sealed.values()) {
            var id = place.leaf.entry();
            boolean entryGone = !entries.containsKey(id);
            boolean linkGone = !linked.contains(id);
            if (entryGone || linkGone) {
                var what = entryGone && linkGone ? "entry and link are" : entryGone ? "the entry is" : "its link is";
                add(place.sequence > lastPresent ? Kind.TAIL_CUT : Kind.REMOVED, place.sequence, id, what + " gone");
            }
        }
    }

    private void findEdited(Map<UUID, Link> linkOf) {
        for (var place : sealed.values()) {
            var id = place.leaf.entry();
            var now = entries.get(id);
            var link = linkOf.get(id);
            if (now != null && !now.equals(place.leaf.hash())) {
                add(Kind.EDITED, place.sequence, id, "it no longer says what was sealed");
            } else if (link != null && !link.leaf().equals(place.leaf.hash())) {
                add(Kind.EDITED, place.sequence, id, "its link no longer holds the entry's hash");
            }
        }
    }

    /** Places are compared among what is in both, so that a removal doesn't make everything after it look moved. */
    private void findReordered(Map<UUID, Link> linkOf) {
        boolean complete = linkOf.size() == sealed.size() && links.size() == sealed.size();
        var stands = linkOf.values().iterator();
        for (var place : sealed.values()) {
            if (!linkOf.containsKey(place.leaf.entry())) {
                continue;
            }
            var here = stands.next();
            var own = linkOf.get(place.leaf.entry());
            boolean moved = !here.entry().equals(place.leaf.entry());
            boolean renumbered = complete && own != null && own.sequence() != place.sequence;
            if (own != null && (moved || renumbered)) {
                add(
                        Kind.REORDERED,
                        place.sequence,
                        place.leaf.entry(),
                        "sealed at " + place.sequence + ", stands at " + own.sequence());
            }
        }
    }

    /** The leaves give the whole chain; a stored link that differs from it was rewritten. One finding for a run of them. */
    private void findRewritten(Map<UUID, Link> linkOf) {
        Link right = null;
        long from = 0;
        long to = 0;
        for (var place : sealed.values()) {
            if (place.sequence != (right == null ? 1 : right.sequence() + 1)) {
                break;
            }
            right = Link.after(right, place.leaf.entry(), place.leaf.hash());
            var stored = linkOf.get(place.leaf.entry());
            if (stored != null && differs(stored, right)) {
                from = from == 0 ? place.sequence : from;
                to = place.sequence;
            } else if (from != 0) {
                rewritten(from, to);
                from = 0;
            }
        }
        if (from != 0) {
            rewritten(from, to);
        }
    }

    private static boolean differs(Link stored, Link right) {
        return !stored.previous().equals(right.previous()) || !stored.hash().equals(right.hash());
    }

    private void rewritten(long from, long to) {
        add(Kind.LINKS_REWRITTEN, from, null, "the hashes of links " + from + " to " + to + " are not the sealed ones");
    }

    private void add(Kind kind, long sequence, @Nullable UUID entry, String detail) {
        findings.add(new Finding(kind, sequence, entry, detail));
    }
}
