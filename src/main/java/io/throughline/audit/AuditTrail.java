package io.throughline.audit;

import io.throughline.audit.AuditLine.AuditObject;
import io.throughline.audit.AuditPage.Cursor;
import io.throughline.audit.chain.TrailEntry;
import io.throughline.people.People;
import io.throughline.shared.CurrentViewer;
import io.throughline.shared.PersonId;
import io.throughline.shared.Viewer;
import io.throughline.shared.act.ActKind;
import io.throughline.shared.act.ObjectRef;
import io.throughline.shared.port.ObjectDirectory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads the trail. A person sees what they did themselves, and every entry all of whose objects they may read: one object
 * they may not read could tell of another person's answer.
 */
@Service
@Transactional(readOnly = true)
@PreAuthorize("isAuthenticated()")
public class AuditTrail {

    private static final int CHUNK = 200;
    private static final int LONGEST_SEARCH = 5_000;

    private final TrailQuery query;
    private final List<ObjectDirectory> directories;
    private final People people;
    private final CurrentViewer viewer;

    AuditTrail(TrailQuery query, ObjectProvider<ObjectDirectory> directories, People people, CurrentViewer viewer) {
        this.query = query;
        this.directories = directories.stream().toList();
        this.people = people;
        this.viewer = viewer;
    }

    /**
     * Entries the viewer may read, newest first. A page may hold fewer than asked for and still have a next one, where
     * the search found little to show among many entries.
     *
     * @param after null for the first page
     * @param limit at most 200
     */
    public AuditPage entries(AuditFilter filter, @Nullable Cursor after, int limit) {
        var reader = viewer.get();
        var lines = new ArrayList<AuditLine>();
        int most = Math.clamp(limit, 1, CHUNK);
        var cursor = after;
        for (int searched = 0; searched < LONGEST_SEARCH; searched += CHUNK) {
            var chunk = query.after(filter, cursor, CHUNK);
            for (var line : readable(reader, chunk)) {
                lines.add(line);
                if (lines.size() == most) {
                    return new AuditPage(lines, new Cursor(line.at(), line.id()));
                }
            }
            if (chunk.size() < CHUNK) {
                return new AuditPage(lines, null);
            }
            cursor = new Cursor(chunk.getLast().at(), chunk.getLast().id());
        }
        return new AuditPage(lines, cursor);
    }

    private List<AuditLine> readable(Viewer reader, List<TrailEntry> entries) {
        var titles = titles(reader, entries);
        var shown = entries.stream()
                .filter(entry -> reader.id().value().equals(entry.actor())
                        || !entry.objects().isEmpty()
                                && entry.objects().stream().allMatch(titles::containsKey))
                .toList();
        var names = names(shown);
        return shown.stream().map(entry -> line(reader, entry, titles, names)).toList();
    }

    private Map<ObjectRef, ObjectDirectory.Entry> titles(Viewer reader, List<TrailEntry> entries) {
        var objects =
                entries.stream().flatMap(e -> e.objects().stream()).distinct().toList();
        var titles = new HashMap<ObjectRef, ObjectDirectory.Entry>();
        for (var directory : directories) {
            var own = objects.stream()
                    .filter(o -> directory.kinds().contains(o.kind()))
                    .toList();
            if (!own.isEmpty()) {
                var readable = directory.readable(reader, own);
                own.stream()
                        .filter(o -> readable.containsKey(o.id()))
                        .forEach(o -> titles.put(o, readable.get(o.id())));
            }
        }
        return titles;
    }

    private Map<UUID, String> names(List<TrailEntry> entries) {
        var ids = entries.stream()
                .flatMap(e -> Stream.of(Optional.ofNullable(e.actor()), Optional.ofNullable(e.onBehalfOf())))
                .flatMap(Optional::stream)
                .distinct()
                .map(PersonId::new)
                .toList();
        return people.names(ids).entrySet().stream()
                .collect(Collectors.toMap(e -> e.getKey().value(), Map.Entry::getValue));
    }

    private static AuditLine line(
            Viewer reader, TrailEntry entry, Map<ObjectRef, ObjectDirectory.Entry> titles, Map<UUID, String> names) {
        var act = ActKind.valueOf(entry.act());
        boolean named = act.namesActor() || reader.id().value().equals(entry.actor());
        return new AuditLine(
                entry.id(),
                act,
                named ? name(entry.actor(), names) : null,
                name(entry.onBehalfOf(), names),
                entry.objects().stream()
                        .map(o -> {
                            var known = titles.get(o);
                            return known == null
                                    ? new AuditObject(o, null, null)
                                    : new AuditObject(o, known.title(), known.href());
                        })
                        .toList(),
                entry.at());
    }

    private static @Nullable String name(@Nullable UUID person, Map<UUID, String> names) {
        return person == null ? null : names.getOrDefault(person, "?");
    }
}
