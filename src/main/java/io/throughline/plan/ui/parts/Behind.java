package io.throughline.plan.ui.parts;

import io.throughline.backlog.BacklogForPlanning;
import io.throughline.backlog.BacklogKinds;
import io.throughline.backlog.NeedId;
import io.throughline.backlog.RequirementId;
import io.throughline.backlog.Triage;
import io.throughline.plan.content.RequirementRef;
import io.throughline.shared.CurrentViewer;
import io.throughline.shared.Id;
import io.throughline.shared.Role;
import io.throughline.shared.TypedText;
import io.throughline.shared.act.ObjectRef;
import io.throughline.shared.port.ObjectDirectory;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What stands behind the requirements of a plan: needs, the answers behind these, and words, as far as one may read them. */
@Component
public class Behind {

    /** Words are fetched need by need: a long list shows them for the first ones, the others are a link away. */
    private static final int MOST_WITH_WORDS = 30;

    /** @param source who said it, as the viewer may know it */
    public record Words(String text, String source) {}

    /**
     * A need as a plan's reader sees it.
     *
     * @param href where its line stands, null for those who may not open it
     * @param answers how many stand behind it
     */
    public record Voice(
            NeedId id, String key, String title, @Nullable String href, long answers, List<Words> words) {}

    private final BacklogForPlanning backlog;
    private final Triage triage;
    private final List<ObjectDirectory> directories;
    private final CurrentViewer viewer;

    Behind(BacklogForPlanning backlog, Triage triage, List<ObjectDirectory> directories, CurrentViewer viewer) {
        this.backlog = backlog;
        this.triage = triage;
        this.directories = List.copyOf(directories);
        this.viewer = viewer;
    }

    /** The needs each of these requirements serves; one that serves none is left out. */
    public Map<RequirementRef, Set<NeedId>> needsOf(Collection<RequirementRef> requirements) {
        var found = new TreeMap<RequirementRef, Set<NeedId>>();
        backlog.byIds(requirements.stream()
                        .map(ref -> new RequirementId(ref.value()))
                        .toList())
                .forEach(one -> {
                    if (!one.needs().isEmpty()) {
                        found.put(new RequirementRef(one.id().value()), one.needs());
                    }
                });
        return found;
    }

    /** How many needs these requirements serve. */
    public int count(Collection<RequirementRef> requirements) {
        return (int) needsOf(requirements).values().stream()
                .flatMap(Set::stream)
                .distinct()
                .count();
    }

    /** How many answers stand behind these needs together. */
    public long answers(Collection<NeedId> needs) {
        return backlog.answersBehind(needs);
    }

    /**
     * These needs, the one with most answers first.
     *
     * @param words how many people's words to quote for each, 0 for none
     */
    public List<Voice> voices(Collection<NeedId> needs, int words) {
        var hrefs = hrefs(BacklogKinds.NEED, needs);
        var mayRead = viewer.get().is(Role.PROJECT_MANAGER) || viewer.get().is(Role.MANAGER);
        var sorted = backlog.needs(needs).values().stream()
                .sorted((a, b) -> Long.compare(b.answersBehind(), a.answersBehind()))
                .toList();
        var quoted = sorted.stream()
                .limit(words > 0 && mayRead ? MOST_WITH_WORDS : 0)
                .toList();
        return sorted.stream()
                .map(need -> new Voice(
                        need.id(),
                        need.key(),
                        need.title().in(viewer.get().locale()),
                        hrefs.get(need.id().value()),
                        need.answersBehind(),
                        quoted.contains(need) ? words(need.id(), words) : List.of()))
                .toList();
    }

    /** Where these requirements stand in the backlog; those the viewer may not open are left out. */
    public Map<UUID, String> requirementHrefs(Collection<RequirementRef> requirements) {
        return hrefs(BacklogKinds.REQUIREMENT, requirements);
    }

    private List<Words> words(NeedId need, int limit) {
        return triage.of(need, limit).stream()
                .map(row -> new Words(
                        row.words(),
                        TypedText.showsNothing(row.organisation())
                                ? row.person()
                                : row.person() + " · " + row.organisation()))
                .toList();
    }

    private Map<UUID, String> hrefs(String kind, Collection<? extends Id> ids) {
        var objects = ids.stream().map(id -> ObjectRef.of(kind, id)).toList();
        var found = new LinkedHashMap<UUID, String>();
        directories.stream()
                .filter(directory -> directory.kinds().contains(kind))
                .forEach(directory ->
                        directory.readable(viewer.get(), objects).forEach((id, entry) -> found.put(id, entry.href())));
        return found;
    }
}
