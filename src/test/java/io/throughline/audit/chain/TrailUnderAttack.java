package io.throughline.audit.chain;

import io.throughline.shared.act.ObjectRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/** A sealed trail in memory, and an attacker with every right on the database but without the key. */
final class TrailUnderAttack {

    static final TrailKey KEY = TrailKey.generate();

    final Random random;
    final Map<UUID, TrailEntry> entries = new LinkedHashMap<>();
    final List<Link> links = new ArrayList<>();
    final List<String> anchorsInFile = new ArrayList<>();
    final List<String> anchorsInDatabase = new ArrayList<>();
    private Anchor lastAnchor;

    /** Signing and checking signatures is slow, and the attacker has no key: a few sealed trails serve many attacks. */
    private static final int TRAILS = 20;

    private static final Map<Long, TrailUnderAttack> SEALED = new HashMap<>();
    private final AnchorSet untouchedAnchors;

    TrailUnderAttack(long seed, int size) {
        random = new Random(seed);
        var sealed =
                SEALED.computeIfAbsent(seed % TRAILS * 1_000 + size, s -> new TrailUnderAttack(size, new Random(s)));
        entries.putAll(sealed.entries);
        links.addAll(sealed.links);
        anchorsInFile.addAll(sealed.anchorsInFile);
        anchorsInDatabase.addAll(sealed.anchorsInDatabase);
        untouchedAnchors = sealed.untouchedAnchors;
    }

    private TrailUnderAttack(int size, Random random) {
        this.random = random;
        while (links.size() < size) {
            var batch = new ArrayList<Link>();
            int wanted = Math.min(1 + random.nextInt(6), size - links.size());
            for (int i = 0; i < wanted; i++) {
                var entry = anEntry();
                entries.put(entry.id(), entry);
                links.add(Link.after(links.isEmpty() ? null : links.getLast(), entry.id(), entry.leaf()));
                batch.add(links.getLast());
            }
            lastAnchor = Anchor.over(lastAnchor, batch, anInstant(), KEY);
            anchorsInFile.add(lastAnchor.line());
            anchorsInDatabase.add(lastAnchor.line());
        }
        untouchedAnchors = AnchorSet.read(anchorsInFile, anchorsInDatabase, KEY.publicKey());
    }

    TrailEntry anEntry() {
        return new TrailEntry(
                new UUID(random.nextLong(), random.nextLong()),
                "ACT_" + random.nextInt(5),
                random.nextInt(5) == 0 ? null : new UUID(1, random.nextInt(9)),
                random.nextInt(5) == 0 ? new UUID(1, random.nextInt(9)) : null,
                List.of(new ObjectRef("survey", new UUID(2, random.nextInt(99)))),
                random.nextBoolean() ? "%064x".formatted(random.nextLong()) : null,
                anInstant());
    }

    private Instant anInstant() {
        return Instant.ofEpochSecond(1_700_000_000L + random.nextInt(1_000_000), random.nextInt(1_000_000) * 1000L);
    }

    /** Changes one field, at random, to something else. */
    TrailEntry edited(TrailEntry e) {
        var other = new UUID(3, random.nextLong());
        return switch (random.nextInt(6)) {
            case 0 ->
                new TrailEntry(e.id(), e.act() + "X", e.actor(), e.onBehalfOf(), e.objects(), e.contentHash(), e.at());
            case 1 -> new TrailEntry(e.id(), e.act(), other, e.onBehalfOf(), e.objects(), e.contentHash(), e.at());
            case 2 -> new TrailEntry(e.id(), e.act(), e.actor(), other, e.objects(), e.contentHash(), e.at());
            case 3 -> new TrailEntry(e.id(), e.act(), e.actor(), e.onBehalfOf(), List.of(), e.contentHash(), e.at());
            case 4 ->
                new TrailEntry(
                        e.id(),
                        e.act(),
                        e.actor(),
                        e.onBehalfOf(),
                        e.objects(),
                        e.contentHash() == null ? "0".repeat(64) : null,
                        e.at());
            default ->
                new TrailEntry(
                        e.id(),
                        e.act(),
                        e.actor(),
                        e.onBehalfOf(),
                        e.objects(),
                        e.contentHash(),
                        e.at().plusNanos(1000));
        };
    }

    /** Computes leaves, numbers and hashes anew, as a careful attacker would. */
    void recompute() {
        Link last = null;
        for (int i = 0; i < links.size(); i++) {
            var entry = entries.get(links.get(i).entry());
            var leaf = entry == null ? links.get(i).leaf() : entry.leaf();
            last = Link.after(last, links.get(i).entry(), leaf);
            links.set(i, last);
        }
    }

    Verdict inspect() {
        var lines = untouchedAnchors.anchors().stream().map(Anchor::line).toList();
        var anchors = anchorsInFile.equals(lines) && anchorsInDatabase.equals(lines)
                ? untouchedAnchors
                : AnchorSet.read(anchorsInFile, anchorsInDatabase, KEY.publicKey());
        var leaves = new HashMap<UUID, String>();
        entries.values().forEach(entry -> leaves.put(entry.id(), entry.leaf()));
        return Inspection.of(leaves, links, anchors);
    }
}
