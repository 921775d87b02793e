package io.throughline.survey.logic;

import io.throughline.survey.Entry;
import io.throughline.survey.QuestionId;
import io.throughline.survey.Section;
import io.throughline.survey.SectionId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Sections and questions put in another order. What would lead outside changes nothing; no question is ever lost by moving. */
public final class Arrangement {

    private Arrangement() {}

    /** The question one place up or down, over the border of its section where it stands at one. */
    public static List<Section> stepped(List<Section> sections, QuestionId question, boolean up) {
        int at = sectionOf(sections, question);
        if (at < 0) {
            return sections;
        }
        int place = placeOf(sections.get(at), question);
        int target = up ? place - 1 : place + 1;
        if (target >= 0 && target < sections.get(at).entries().size()) {
            return moved(sections, question, sections.get(at).id(), target);
        }
        int neighbour = up ? at - 1 : at + 1;
        if (neighbour < 0 || neighbour >= sections.size()) {
            return sections;
        }
        var next = sections.get(neighbour);
        return moved(sections, question, next.id(), up ? next.entries().size() : 0);
    }

    /** @param place in the section it goes to, from 0, counted without the question itself */
    public static List<Section> moved(List<Section> sections, QuestionId question, SectionId to, int place) {
        int at = sectionOf(sections, question);
        if (at < 0 || sections.stream().noneMatch(section -> section.id().equals(to))) {
            return sections;
        }
        var entry = sections.get(at).entries().get(placeOf(sections.get(at), question));
        return inserted(removed(sections, question), to, place, entry);
    }

    public static List<Section> removed(List<Section> sections, QuestionId question) {
        return each(
                sections,
                section -> section.entries().stream()
                        .filter(entry -> !entry.id().equals(question))
                        .toList());
    }

    /**
     * What was removed back where it stood, whatever else was changed since.
     *
     * @param before the removal
     */
    public static List<Section> restored(List<Section> sections, List<Section> before, QuestionId question) {
        int at = sectionOf(before, question);
        if (at < 0 || sectionOf(sections, question) >= 0) {
            return sections;
        }
        var home = before.get(at);
        int place = placeOf(home, question);
        boolean stands = placeOf(sections, home.id()) >= 0;
        return inserted(
                sections,
                stands ? home.id() : sections.getLast().id(),
                place,
                home.entries().get(place));
    }

    /** Likewise a section; those of its questions that are still there join it again, as they are by now. */
    public static List<Section> restored(List<Section> sections, List<Section> before, SectionId id) {
        int at = placeOf(before, id);
        if (at < 0 || placeOf(sections, id) >= 0) {
            return sections;
        }
        var own = before.get(at).entries().stream().map(Entry::id).collect(Collectors.toSet());
        var back = sections.stream()
                .flatMap(section -> section.entries().stream())
                .filter(entry -> own.contains(entry.id()))
                .toList();
        var all = new ArrayList<>(each(
                sections,
                section -> section.entries().stream()
                        .filter(entry -> !own.contains(entry.id()))
                        .toList()));
        all.add(Math.min(at, all.size()), before.get(at).with(back));
        return all;
    }

    /** A question at the end of a section. */
    public static List<Section> added(List<Section> sections, SectionId to, Entry entry) {
        return inserted(sections, to, Integer.MAX_VALUE, entry);
    }

    private static List<Section> inserted(List<Section> sections, SectionId to, int place, Entry entry) {
        return each(sections, section -> {
            var all = new ArrayList<>(section.entries());
            if (section.id().equals(to)) {
                all.add(Math.clamp(place, 0, all.size()), entry);
            }
            return all;
        });
    }

    /** The section with its questions one place up or down. */
    public static List<Section> stepped(List<Section> sections, SectionId id, boolean up) {
        int at = placeOf(sections, id);
        int to = up ? at - 1 : at + 1;
        if (at < 0 || to < 0 || to >= sections.size()) {
            return sections;
        }
        var all = new ArrayList<>(sections);
        all.add(to, all.remove(at));
        return all;
    }

    /** Without the section; its questions join the one before, or the one after if it was the first. The last one stays. */
    public static List<Section> removed(List<Section> sections, SectionId id) {
        int at = placeOf(sections, id);
        if (at < 0 || sections.size() == 1) {
            return sections;
        }
        var all = new ArrayList<>(sections);
        var orphans = all.remove(at).entries();
        int heir = Math.max(0, at - 1);
        var joined = new ArrayList<>(all.get(heir).entries());
        joined.addAll(at == 0 ? 0 : joined.size(), orphans);
        all.set(heir, all.get(heir).with(joined));
        return all;
    }

    /**
     * What was dropped in a list that shows each section's heading with its questions under it. A dropped heading takes its
     * questions along.
     *
     * @param from place in that list, from 0
     * @param to likewise, counted without what was dragged
     */
    public static List<Section> dropped(List<Section> sections, int from, int to) {
        var rows = new ArrayList<Row>();
        for (var section : sections) {
            rows.add(new Row(section, null));
            section.entries().forEach(entry -> rows.add(new Row(section, entry)));
        }
        if (from < 0 || from >= rows.size() || to < 0 || to >= rows.size() || from == to) {
            return sections;
        }
        var dragged = rows.remove(from);
        var heading =
                (int) rows.stream().limit(to).filter(row -> row.entry == null).count();
        if (dragged.entry != null) {
            var home = sections.get(Math.max(0, heading - 1));
            long place = rows.stream()
                    .limit(to)
                    .filter(row -> row.entry != null && row.section == home)
                    .count();
            return moved(sections, dragged.entry.id(), home.id(), (int) place);
        }
        var all = new ArrayList<>(sections);
        all.remove(dragged.section);
        all.add(Math.min(heading, all.size()), dragged.section);
        return all;
    }

    private record Row(Section section, @Nullable Entry entry) {}

    private static List<Section> each(List<Section> sections, Function<Section, List<Entry>> entries) {
        return sections.stream()
                .map(section -> section.with(entries.apply(section)))
                .toList();
    }

    private static int sectionOf(List<Section> sections, QuestionId question) {
        return IntStream.range(0, sections.size())
                .filter(at -> placeOf(sections.get(at), question) >= 0)
                .findFirst()
                .orElse(-1);
    }

    private static int placeOf(Section section, QuestionId question) {
        return section.entries().stream().map(Entry::id).toList().indexOf(question);
    }

    private static int placeOf(List<Section> sections, SectionId id) {
        return sections.stream().map(Section::id).toList().indexOf(id);
    }
}
