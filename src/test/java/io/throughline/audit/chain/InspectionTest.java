package io.throughline.audit.chain;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.audit.chain.Finding.Kind;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Thousands of random attacks on a sealed trail: each is found, and found where it was made. */
class InspectionTest {

    private static final int ATTACKS = 2_000;
    private static final int SIZE = 40;

    @Test
    void an_untouched_trail_is_intact() {
        for (int seed = 0; seed < 20; seed++) {
            var verdict = new TrailUnderAttack(seed, SIZE).inspect();
            assertThat(verdict.findings()).as("seed %d", seed).isEmpty();
            assertThat(verdict.sealed()).isEqualTo(SIZE);
            assertThat(verdict.unsealed()).isEmpty();
        }
    }

    @Test
    void an_edited_entry_is_named() {
        for (int seed = 0; seed < ATTACKS; seed++) {
            var trail = new TrailUnderAttack(seed, SIZE);
            var victim = trail.links.get(trail.random.nextInt(SIZE)).entry();
            trail.entries.compute(victim, (id, entry) -> trail.edited(entry));
            maybeRecompute(trail);
            assertThat(named(trail, Kind.EDITED)).as("seed %d", seed).containsExactly(victim);
            assertOnly(trail, seed, Kind.EDITED);
        }
    }

    @Test
    void a_removed_entry_is_named() {
        for (int seed = 0; seed < ATTACKS; seed++) {
            var trail = new TrailUnderAttack(seed, SIZE);
            int place = trail.random.nextInt(SIZE - 1);
            var victim = trail.links.get(place).entry();
            boolean both = trail.random.nextBoolean();
            trail.entries.remove(victim);
            if (both) {
                trail.links.remove(place);
                maybeRecompute(trail);
            }
            assertThat(named(trail, Kind.REMOVED)).as("seed %d", seed).containsExactly(victim);
            assertOnly(trail, seed, Kind.REMOVED);
        }
    }

    @Test
    void an_unlinked_entry_is_named_and_not_taken_for_a_new_one() {
        for (int seed = 0; seed < 30; seed++) {
            var trail = new TrailUnderAttack(seed, SIZE);
            var victim = trail.links.remove(trail.random.nextInt(SIZE - 1)).entry();
            maybeRecompute(trail);
            assertThat(named(trail, Kind.REMOVED)).as("seed %d", seed).containsExactly(victim);
            assertThat(trail.inspect().unsealed()).isEmpty();
        }
    }

    @Test
    void an_inserted_entry_is_named() {
        for (int seed = 0; seed < ATTACKS; seed++) {
            var trail = new TrailUnderAttack(seed, SIZE);
            int place = trail.random.nextInt(SIZE + 1);
            var forged = trail.anEntry();
            trail.entries.put(forged.id(), forged);
            trail.links.add(place, new Link(place + 1, forged.id(), forged.leaf(), Link.ROOT, forged.leaf()));
            trail.recompute();
            assertThat(named(trail, Kind.INSERTED)).as("seed %d", seed).containsExactly(forged.id());
            assertOnly(trail, seed, Kind.INSERTED);
        }
    }

    @Test
    void swapped_entries_are_both_named() {
        for (int seed = 0; seed < ATTACKS; seed++) {
            var trail = new TrailUnderAttack(seed, SIZE);
            int one = trail.random.nextInt(SIZE);
            int other = (one + 1 + trail.random.nextInt(SIZE - 1)) % SIZE;
            var victims =
                    Set.of(trail.links.get(one).entry(), trail.links.get(other).entry());
            Collections.swap(trail.links, one, other);
            trail.recompute();
            assertThat(named(trail, Kind.REORDERED)).as("seed %d", seed).isEqualTo(victims);
            assertOnly(trail, seed, Kind.REORDERED);
        }
    }

    @Test
    void swapped_sequence_numbers_are_both_named() {
        for (int seed = 0; seed < 30; seed++) {
            var trail = new TrailUnderAttack(seed, SIZE);
            int one = trail.random.nextInt(SIZE - 1);
            var a = trail.links.get(one);
            var b = trail.links.get(one + 1);
            trail.links.set(one, new Link(b.sequence(), a.entry(), a.leaf(), a.previous(), a.hash()));
            trail.links.set(one + 1, new Link(a.sequence(), b.entry(), b.leaf(), b.previous(), b.hash()));
            assertThat(named(trail, Kind.REORDERED)).as("seed %d", seed).isEqualTo(Set.of(a.entry(), b.entry()));
        }
    }

    @Test
    void a_cut_tail_is_named_entry_by_entry() {
        for (int seed = 0; seed < 100; seed++) {
            var trail = new TrailUnderAttack(seed, SIZE);
            int kept = trail.random.nextInt(SIZE);
            var cut = trail.links.subList(kept, SIZE).stream().map(Link::entry).collect(Collectors.toSet());
            trail.links.subList(kept, SIZE).clear();
            trail.entries.keySet().removeAll(cut);
            boolean anchorsToo = trail.random.nextBoolean();
            if (anchorsToo) {
                trail.anchorsInDatabase.removeIf(line -> Anchor.parse(line).to() > kept);
            }
            assertThat(named(trail, Kind.TAIL_CUT)).as("seed %d", seed).isEqualTo(cut);
        }
    }

    @Test
    void a_rewritten_link_is_located() {
        for (int seed = 0; seed < ATTACKS; seed++) {
            var trail = new TrailUnderAttack(seed, SIZE);
            int place = trail.random.nextInt(SIZE);
            var link = trail.links.get(place);
            boolean hash = trail.random.nextBoolean();
            var noise = "%064x".formatted(trail.random.nextLong() | 1);
            trail.links.set(
                    place,
                    new Link(
                            link.sequence(),
                            link.entry(),
                            link.leaf(),
                            hash ? link.previous() : noise,
                            hash ? noise : link.hash()));
            assertThat(trail.inspect().findings())
                    .as("seed %d", seed)
                    .singleElement()
                    .satisfies(f -> assertThat(f.kind()).isEqualTo(Kind.LINKS_REWRITTEN))
                    .satisfies(f -> assertThat(f.sequence()).isEqualTo(place + 1L));
        }
    }

    @Test
    void a_forged_anchor_is_found_even_if_it_fits_the_forged_chain() {
        for (int seed = 0; seed < 30; seed++) {
            var trail = new TrailUnderAttack(seed, SIZE);
            var victim = trail.links.get(trail.random.nextInt(SIZE)).entry();
            trail.entries.compute(victim, (id, entry) -> trail.edited(entry));
            trail.recompute();
            var foreign = TrailKey.generate();
            trail.anchorsInDatabase.clear();
            trail.anchorsInDatabase.add(Anchor.over(null, trail.links, java.time.Instant.EPOCH, foreign)
                    .line());
            assertThat(named(trail, Kind.EDITED)).as("seed %d", seed).containsExactly(victim);
            assertThat(trail.inspect().findings()).anyMatch(f -> f.kind() == Kind.ANCHOR_FORGED);
        }
    }

    @Test
    void every_changed_character_of_an_anchor_breaks_it() {
        var trail = new TrailUnderAttack(7, 6);
        for (int line = 0; line < trail.anchorsInFile.size(); line++) {
            var text = trail.anchorsInFile.get(line);
            for (int i = 0; i < text.length(); i++) {
                var changed = text.substring(0, i) + (text.charAt(i) == '7' ? '8' : '7') + text.substring(i + 1);
                var anchor = Anchor.parse(changed);
                assertThat(anchor != null && anchor.signedBy(TrailUnderAttack.KEY.publicKey()))
                        .as("line %d, character %d", line, i)
                        .isFalse();
            }
        }
    }

    @Test
    void a_removed_anchor_is_found_in_either_place() {
        for (int seed = 0; seed < 30; seed++) {
            var trail = new TrailUnderAttack(seed, SIZE);
            int place = trail.random.nextInt(trail.anchorsInFile.size() - 1);
            (trail.random.nextBoolean() ? trail.anchorsInFile : trail.anchorsInDatabase).remove(place);
            assertThat(trail.inspect().findings())
                    .as("seed %d", seed)
                    .singleElement()
                    .satisfies(f -> assertThat(f.kind()).isEqualTo(Kind.ANCHOR_REMOVED));
        }
    }

    @Test
    void an_anchor_not_yet_copied_to_the_file_is_no_finding() {
        var trail = new TrailUnderAttack(1, SIZE);
        trail.anchorsInFile.removeLast();
        var verdict = trail.inspect();
        assertThat(verdict.intact()).isTrue();
        assertThat(verdict.notCopied()).isEqualTo(1);
    }

    @Test
    void what_is_not_yet_sealed_is_listed() {
        var trail = new TrailUnderAttack(1, SIZE);
        var fresh = trail.anEntry();
        trail.entries.put(fresh.id(), fresh);
        assertThat(trail.inspect().intact()).isTrue();
        assertThat(trail.inspect().unsealed()).containsExactly(fresh.id());
    }

    @Test
    void several_attacks_at_once_are_all_named() {
        for (int seed = 0; seed < ATTACKS; seed++) {
            var trail = new TrailUnderAttack(seed, SIZE);
            var edited = trail.links.get(5 + trail.random.nextInt(5)).entry();
            trail.entries.compute(edited, (id, entry) -> trail.edited(entry));
            var removed = trail.links.remove(15 + trail.random.nextInt(5)).entry();
            trail.entries.remove(removed);
            var forged = trail.anEntry();
            trail.entries.put(forged.id(), forged);
            trail.links.add(
                    25 + trail.random.nextInt(5), new Link(0, forged.id(), forged.leaf(), Link.ROOT, Link.ROOT));
            Collections.swap(trail.links, 0, 2);
            var swapped = Set.of(trail.links.get(0).entry(), trail.links.get(2).entry());
            trail.recompute();
            assertThat(named(trail, Kind.EDITED)).as("seed %d", seed).containsExactly(edited);
            assertThat(named(trail, Kind.REMOVED)).as("seed %d", seed).containsExactly(removed);
            assertThat(named(trail, Kind.INSERTED)).as("seed %d", seed).containsExactly(forged.id());
            assertThat(named(trail, Kind.REORDERED)).as("seed %d", seed).isEqualTo(swapped);
        }
    }

    private static void maybeRecompute(TrailUnderAttack trail) {
        if (trail.random.nextBoolean()) {
            trail.recompute();
        }
    }

    private static Set<UUID> named(TrailUnderAttack trail, Kind kind) {
        return trail.inspect().findings().stream()
                .filter(f -> f.kind() == kind)
                .map(Finding::entry)
                .collect(Collectors.toSet());
    }

    private static void assertOnly(TrailUnderAttack trail, int seed, Kind kind) {
        assertThat(trail.inspect().findings().stream().map(Finding::kind).collect(Collectors.toSet()))
                .as("seed %d", seed)
                .isSubsetOf(List.of(kind, Kind.LINKS_REWRITTEN));
    }
}
