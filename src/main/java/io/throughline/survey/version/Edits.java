package io.throughline.survey.version;

import io.throughline.survey.Entry;
import io.throughline.survey.QuestionId;
import io.throughline.survey.Section;
import io.throughline.survey.SectionId;
import io.throughline.survey.SurveyContent;
import io.throughline.survey.version.Edit.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds what a draft changes about the version it follows: every difference once. */
public final class Edits {

    private final Set<String> asked;
    private final Map<QuestionId, Spot> then;
    private final Map<QuestionId, Spot> now;
    private final List<Edit> found = new ArrayList<>();

    private Edits(Set<String> asked, SurveyContent before, SurveyContent after) {
        this.asked = asked;
        then = spots(before);
        now = spots(after);
    }

    /** A question where it stands. Places from 1. */
    private record Spot(Section section, int sectionPlace, Entry entry, int place) {

        Part.Place where() {
            return new Part.Place(sectionPlace, place);
        }

        Part.When when() {
            return new Part.When(section.shownIf(), entry.shownIf());
        }
    }

    /**
     * In the order of the draft; what it no longer asks comes last.
     *
     * @param asked the languages the version before was asked in, as ISO 639 codes
     */
    public static List<Edit> between(SurveyContent before, Set<String> asked, SurveyContent after) {
        var edits = new Edits(asked, before, after);
        edits.survey(before, after);
        edits.sections(before, after);
        return List.copyOf(edits.found);
    }

    private static Map<QuestionId, Spot> spots(SurveyContent content) {
        var spots = new LinkedHashMap<QuestionId, Spot>();
        for (int section = 0; section < content.sections().size(); section++) {
            var one = content.sections().get(section);
            for (int place = 0; place < one.entries().size(); place++) {
                var entry = one.entries().get(place);
                spots.put(entry.id(), new Spot(one, section + 1, entry, place + 1));
            }
        }
        return spots;
    }

    private void survey(SurveyContent before, SurveyContent after) {
        change(
                Kind.SURVEY_REWORDED,
                Part.Words.of(before.title(), before.why()),
                Part.Words.of(after.title(), after.why()));
        change(Kind.LANGUAGES, new Part.Languages(before.languages()), new Part.Languages(after.languages()));
        change(Kind.PAGING, new Part.Pages(before.paging()), new Part.Pages(after.paging()));
        change(Kind.CONFIDENTIALITY, Part.Promise.of(before), Part.Promise.of(after));
    }

    private void change(Kind kind, Part before, Part after) {
        if (!before.equals(after)) {
            found.add(Edit.of(kind, before, after));
        }
    }

    private void sections(SurveyContent before, SurveyContent after) {
        var was = new LinkedHashMap<SectionId, Section>();
        before.sections().forEach(section -> was.put(section.id(), section));
        var is = after.sections().stream().map(Section::id).toList();
        var order = List.copyOf(was.keySet());
        var moved = Moved.in(order, is);
        for (var section : after.sections()) {
            var earlier = was.remove(section.id());
            if (earlier == null) {
                add(Kind.SECTION_ADDED, section, null, heading(section), Offer.NOTHING);
            } else {
                section(earlier, section);
                if (moved.contains(section.id())) {
                    add(
                            Kind.SECTION_MOVED,
                            section,
                            new Part.Place(order.indexOf(section.id()) + 1, 0),
                            new Part.Place(is.indexOf(section.id()) + 1, 0),
                            Offer.NOTHING);
                }
            }
            var reordered = earlier == null ? Set.<QuestionId>of() : Moved.in(ids(earlier), ids(section));
            section.entries().forEach(entry -> question(entry.id(), reordered));
        }
        was.values().forEach(gone -> add(Kind.SECTION_REMOVED, gone, heading(gone), null, Offer.NOTHING));
        then.forEach((id, spot) -> {
            if (!now.containsKey(id)) {
                var whole = new Part.Whole(spot.entry.question());
                found.add(Edit.of(Kind.QUESTION_REMOVED, id, whole, null, Offer.only(Choice.ARCHIVE)));
            }
        });
    }

    private void section(Section before, Section after) {
        var was = heading(before);
        var is = heading(after);
        if (!was.equals(is)) {
            var wording = Wording.between(was.texts(), is.texts(), asked);
            boolean translated = wording == Wording.TRANSLATED;
            add(
                    translated ? Kind.SECTION_TRANSLATED : Kind.SECTION_REWORDED,
                    after,
                    was,
                    is,
                    translated || stayed(after.id()).isEmpty()
                            ? Offer.NOTHING
                            : Offer.of(Choice.KEEP, Choice.KEEP, Choice.ARCHIVE));
        }
        if (!before.shownIf().equals(after.shownIf())) {
            add(
                    Kind.SECTION_CONDITION,
                    after,
                    new Part.When(before.shownIf(), before.shownIf()),
                    new Part.When(after.shownIf(), after.shownIf()),
                    stayed(after.id()).isEmpty() ? Offer.NOTHING : Offer.of(null, Choice.KEEP, Choice.ARCHIVE));
        }
    }

    private static Part.Words heading(Section section) {
        return Part.Words.of(section.title(), section.help());
    }

    /** The questions a section has and had. */
    private Set<QuestionId> stayed(SectionId section) {
        return then.entrySet().stream()
                .filter(one -> one.getValue().section.id().equals(section))
                .map(Map.Entry::getKey)
                .filter(id -> {
                    var spot = now.get(id);
                    return spot != null && spot.section.id().equals(section);
                })
                .collect(Collectors.toSet());
    }

    private void add(Kind kind, Section section, @Nullable Part before, @Nullable Part after, Offer offer) {
        found.add(new Edit(
                kind,
                null,
                section.id(),
                "",
                before,
                after,
                offer.possible().isEmpty() ? Set.of() : stayed(section.id()),
                offer));
    }

    /** @param reordered what stands elsewhere among the questions its section has and had */
    private void question(QuestionId id, Set<QuestionId> reordered) {
        var before = then.get(id);
        var after = Objects.requireNonNull(now.get(id));
        if (before == null) {
            found.add(Edit.of(Kind.QUESTION_ADDED, id, null, new Part.Whole(after.entry.question()), Offer.NOTHING));
            return;
        }
        found.addAll(QuestionEdits.between(before.entry.question(), after.entry.question(), asked));
        place(before, after, reordered.contains(id));
    }

    private void place(Spot before, Spot after, boolean reordered) {
        var id = after.entry.id();
        boolean sameSection = before.section.id().equals(after.section.id());
        boolean own = !before.entry.shownIf().equals(after.entry.shownIf());
        boolean around = !sameSection && !before.section.shownIf().equals(after.section.shownIf());
        if (own || around) {
            var offer = Offer.of(null, Choice.KEEP, Choice.ARCHIVE);
            found.add(Edit.of(Kind.CONDITION, id, before.when(), after.when(), offer));
        }
        change(Kind.SHUFFLED, id, new Part.Flag(before.entry.shuffled()), new Part.Flag(after.entry.shuffled()));
        change(Kind.CODE, id, new Part.Code(before.entry.code()), new Part.Code(after.entry.code()));
        if (!sameSection || reordered) {
            found.add(Edit.of(Kind.MOVED, id, before.where(), after.where(), Offer.NOTHING));
        }
    }

    private void change(Kind kind, QuestionId id, Part before, Part after) {
        if (!before.equals(after)) {
            found.add(Edit.of(kind, id, before, after, Offer.NOTHING));
        }
    }

    private static List<QuestionId> ids(Section section) {
        return section.entries().stream().map(Entry::id).toList();
    }
}
