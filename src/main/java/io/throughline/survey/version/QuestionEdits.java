package io.throughline.survey.version;

import io.throughline.shared.LocalizedText;
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
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds what a draft changes about one question in itself, wherever it stands. */
final class QuestionEdits {

    private final Question before;
    private final Question after;
    private final Set<String> asked;
    private final List<Edit> found = new ArrayList<>();

    private QuestionEdits(Question before, Question after, Set<String> asked) {
        this.before = before;
        this.after = after;
        this.asked = asked;
    }

    /** @param asked the languages the version before was asked in, as ISO 639 codes */
    static List<Edit> between(Question before, Question after, Set<String> asked) {
        var edits = new QuestionEdits(before, after, asked);
        edits.question();
        return List.copyOf(edits.found);
    }

    private void question() {
        if (before.getClass() != after.getClass()) {
            add(Kind.TYPE_CHANGED, new Part.Whole(before), new Part.Whole(after), Offer.only(Choice.ARCHIVE));
            return;
        }
        reworded(
                Kind.REWORDED,
                Part.Words.of(before.title(), before.help()),
                Part.Words.of(after.title(), after.help()));
        reworded(Kind.LABELLED, labels(before), labels(after));
        items();
        if (!Bearing.limits(before).equals(Bearing.limits(after)) || Bearing.redrawn(before, after)) {
            add(Kind.LIMITS, new Part.Whole(before), new Part.Whole(after), Bearing.limited(before, after));
        }
        if (before.required() != after.required()) {
            add(Kind.REQUIRED, new Part.Flag(before.required()), new Part.Flag(after.required()), Offer.NOTHING);
        }
    }

    private void add(Kind kind, Part was, Part is, Offer offer) {
        found.add(Edit.of(kind, after.id(), was, is, offer));
    }

    /** What is read beside title, help and items. */
    private static Part.Words labels(Question question) {
        return switch (question) {
            case Scale one -> Part.Words.of(one.low(), one.high());
            case NumberQuestion one -> Part.Words.of(one.unit());
            default -> Part.Words.of();
        };
    }

    private void reworded(Kind kind, Part.Words was, Part.Words is) {
        if (was.equals(is)) {
            return;
        }
        var wording = Wording.between(was.texts(), is.texts(), asked);
        boolean translated = wording == Wording.TRANSLATED;
        if (translated && kind == Kind.REWORDED) {
            add(Kind.TRANSLATED, was, is, Offer.NOTHING);
        } else {
            add(kind, was, is, translated ? Offer.NOTHING : Bearing.reworded(wording));
        }
    }

    private void items() {
        var was = texts(before);
        var is = texts(after);
        var places = List.copyOf(was.keySet());
        var moved = Moved.in(places, List.copyOf(is.keySet()));
        int place = 0;
        for (var one : is.entrySet()) {
            place++;
            var key = one.getKey();
            var earlier = was.get(key);
            if (earlier == null) {
                add(Kind.ITEM_ADDED, key, null, Part.Words.of(one.getValue()), Bearing.added(after));
                continue;
            }
            reworded(key, earlier, one.getValue());
            var drawn = new Part.Source(sourceOf(before, key));
            var redrawn = new Part.Source(sourceOf(after, key));
            if (!drawn.equals(redrawn)) {
                add(Kind.ITEM_SOURCE, key, drawn, redrawn, Offer.NOTHING);
            }
            if (moved.contains(key)) {
                add(
                        Kind.ITEM_MOVED,
                        key,
                        new Part.Place(0, places.indexOf(key) + 1),
                        new Part.Place(0, place),
                        Offer.NOTHING);
            }
        }
        was.forEach((key, text) -> {
            if (!is.containsKey(key)) {
                add(Kind.ITEM_REMOVED, key, Part.Words.of(text), null, Bearing.removed(before, after, key));
            }
        });
    }

    private void reworded(String item, LocalizedText was, LocalizedText is) {
        if (was.equals(is)) {
            return;
        }
        var wording = Wording.between(List.of(was), List.of(is), asked);
        boolean translated = wording == Wording.TRANSLATED;
        add(
                translated ? Kind.ITEM_TRANSLATED : Kind.ITEM_REWORDED,
                item,
                Part.Words.of(was),
                Part.Words.of(is),
                translated ? Offer.NOTHING : Bearing.reworded(after, wording));
    }

    private void add(Kind kind, String item, @Nullable Part was, @Nullable Part is, Offer offer) {
        found.add(Edit.of(kind, after.id(), item, was, is, offer));
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
}
