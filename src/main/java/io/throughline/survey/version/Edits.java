package io.throughline.survey.version;

import io.throughline.shared.LocalizedText;
import io.throughline.survey.Entry;
import io.throughline.survey.QuestionId;
import io.throughline.survey.Section;
import io.throughline.survey.SectionId;
import io.throughline.survey.SurveyContent;
import io.throughline.survey.question.Item;
import io.throughline.survey.question.NumberQuestion;
import io.throughline.survey.question.Other;
import io.throughline.survey.question.Question;
import io.throughline.survey.question.Scale;
import io.throughline.survey.version.Edit.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
        var was = words(before.title(), before.why());
        var is = words(after.title(), after.why());
        if (!was.equals(is)) {
            add(Kind.SURVEY_REWORDED, was, is);
        }
        if (!before.languages().equals(after.languages())) {
            add(Kind.LANGUAGES, new Part.Languages(before.languages()), new Part.Languages(after.languages()));
        }
        if (before.paging() != after.paging()) {
            add(Kind.PAGING, new Part.Pages(before.paging()), new Part.Pages(after.paging()));
        }
        if (before.confidentiality() != after.confidentiality()) {
            add(
                    Kind.CONFIDENTIALITY,
                    new Part.Promise(before.confidentiality()),
                    new Part.Promise(after.confidentiality()));
        }
    }

    private void add(Kind kind, Part before, Part after) {
        found.add(new Edit(kind, null, null, "", before, after, Set.of(), Offer.NOTHING));
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
                add(Kind.QUESTION_REMOVED, id, new Part.Whole(spot.entry.question()), null, Offer.only(Choice.ARCHIVE));
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
        return words(section.title(), section.help());
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
            add(Kind.QUESTION_ADDED, id, null, new Part.Whole(after.entry.question()), Offer.NOTHING);
            return;
        }
        var was = before.entry.question();
        var is = after.entry.question();
        if (was.getClass() != is.getClass()) {
            add(Kind.TYPE_CHANGED, id, new Part.Whole(was), new Part.Whole(is), Offer.only(Choice.ARCHIVE));
        } else {
            texts(was, is);
            items(was, is);
            if (!Bearing.limits(was).equals(Bearing.limits(is)) || Bearing.redrawn(was, is)) {
                add(Kind.LIMITS, id, new Part.Whole(was), new Part.Whole(is), Bearing.limited(was, is));
            }
            flag(Kind.REQUIRED, id, was.required(), is.required());
        }
        place(before, after, reordered.contains(id));
    }

    private void texts(Question before, Question after) {
        reworded(Kind.REWORDED, before.id(), words(before.title(), before.help()), words(after.title(), after.help()));
        reworded(Kind.LABELLED, before.id(), labels(before), labels(after));
    }

    /** What is read beside title, help and items. */
    private static Part.Words labels(Question question) {
        return switch (question) {
            case Scale one -> words(one.low(), one.high());
            case NumberQuestion one -> words(one.unit());
            default -> words();
        };
    }

    private void reworded(Kind kind, QuestionId id, Part.Words before, Part.Words after) {
        if (before.equals(after)) {
            return;
        }
        var wording = Wording.between(before.texts(), after.texts(), asked);
        boolean translated = wording == Wording.TRANSLATED;
        if (translated && kind == Kind.REWORDED) {
            add(Kind.TRANSLATED, id, before, after, Offer.NOTHING);
        } else {
            add(kind, id, before, after, translated ? Offer.NOTHING : Bearing.reworded(wording));
        }
    }

    private void items(Question before, Question after) {
        var was = texts(before);
        var is = texts(after);
        var moved = Moved.in(List.copyOf(was.keySet()), List.copyOf(is.keySet()));
        var places = List.copyOf(was.keySet());
        int place = 0;
        for (var one : is.entrySet()) {
            place++;
            var key = one.getKey();
            var earlier = was.get(key);
            if (earlier == null) {
                add(Kind.ITEM_ADDED, after, key, null, words(one.getValue()), Bearing.added(after));
                continue;
            }
            if (!earlier.equals(one.getValue())) {
                var wording = Wording.between(List.of(earlier), List.of(one.getValue()), asked);
                boolean translated = wording == Wording.TRANSLATED;
                add(
                        translated ? Kind.ITEM_TRANSLATED : Kind.ITEM_REWORDED,
                        after,
                        key,
                        words(earlier),
                        words(one.getValue()),
                        translated ? Offer.NOTHING : Bearing.reworded(after, wording));
            }
            var drawn = new Part.Source(sourceOf(before, key));
            var redrawn = new Part.Source(sourceOf(after, key));
            if (!drawn.equals(redrawn)) {
                add(Kind.ITEM_SOURCE, after, key, drawn, redrawn, Offer.NOTHING);
            }
            if (moved.contains(key)) {
                add(
                        Kind.ITEM_MOVED,
                        after,
                        key,
                        new Part.Place(0, places.indexOf(key) + 1),
                        new Part.Place(0, place),
                        Offer.NOTHING);
            }
        }
        was.forEach((key, text) -> {
            if (!is.containsKey(key)) {
                add(Kind.ITEM_REMOVED, after, key, words(text), null, Bearing.removed(before, after, key));
            }
        });
    }

    private static @Nullable UUID sourceOf(Question question, String key) {
        return question.items().stream()
                .filter(item -> item.key().equals(key))
                .findFirst()
                .map(Item::requirement)
                .orElse(null);
    }

    /** By key; "something else" has none. */
    private static Map<String, LocalizedText> texts(Question question) {
        var texts = new LinkedHashMap<String, LocalizedText>();
        for (Item item : question.items()) {
            texts.put(item.key(), item.text());
        }
        if (Bearing.keys(question).contains(Other.KEY)) {
            texts.put(Other.KEY, new LocalizedText(Map.of()));
        }
        return texts;
    }

    private void place(Spot before, Spot after, boolean reordered) {
        var id = after.entry.id();
        boolean sameSection = before.section.id().equals(after.section.id());
        boolean own = !before.entry.shownIf().equals(after.entry.shownIf());
        boolean around = !sameSection && !before.section.shownIf().equals(after.section.shownIf());
        if (own || around) {
            add(Kind.CONDITION, id, before.when(), after.when(), Offer.of(null, Choice.KEEP, Choice.ARCHIVE));
        }
        flag(Kind.SHUFFLED, id, before.entry.shuffled(), after.entry.shuffled());
        if (!before.entry.code().equals(after.entry.code())) {
            add(Kind.CODE, id, new Part.Code(before.entry.code()), new Part.Code(after.entry.code()), Offer.NOTHING);
        }
        if (!sameSection || reordered) {
            add(Kind.MOVED, id, before.where(), after.where(), Offer.NOTHING);
        }
    }

    private static List<QuestionId> ids(Section section) {
        return section.entries().stream().map(Entry::id).toList();
    }

    private void flag(Kind kind, QuestionId id, boolean before, boolean after) {
        if (before != after) {
            add(kind, id, new Part.Flag(before), new Part.Flag(after), Offer.NOTHING);
        }
    }

    private void add(Kind kind, QuestionId id, @Nullable Part before, @Nullable Part after, Offer offer) {
        found.add(new Edit(kind, id, null, "", before, after, touched(id, offer), offer));
    }

    private void add(
            Kind kind, Question question, String item, @Nullable Part before, @Nullable Part after, Offer offer) {
        found.add(new Edit(kind, question.id(), null, item, before, after, touched(question.id(), offer), offer));
    }

    private static Set<QuestionId> touched(QuestionId id, Offer offer) {
        return offer.possible().isEmpty() ? Set.of() : Set.of(id);
    }

    private static Part.Words words(LocalizedText... texts) {
        return new Part.Words(Stream.of(texts).toList());
    }
}
