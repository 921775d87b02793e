package io.throughline.survey.intake;

import io.throughline.survey.SurveyContent;
import io.throughline.survey.question.Item;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which column is probably meant for which place, by its heading: the names exports give, codes of questions, keys and texts
 * of items. A guess is shown before anything is read with it.
 */
final class ImportGuess {

    private static final List<String> RESPONDENT =
            List.of("respondent", "respondentid", "responseid", "id", "token", "befragte", "teilnehmer");
    private static final List<String> ORGANISATION =
            List.of("organisation", "organization", "organisationname", "company", "firma", "org", "district");

    private final SurveyContent content;
    private final List<String> columns;
    private final Set<String> taken = new HashSet<>();

    private ImportGuess(SurveyContent content, List<String> columns) {
        this.content = content;
        this.columns = columns;
    }

    /** @param called how a respondent is called, with {} for the id */
    static ImportMapping of(SurveyContent content, List<String> columns, String called) {
        var guess = new ImportGuess(content, columns);
        var respondent = guess.take(RESPONDENT);
        var organisation = guess.take(ORGANISATION);
        return new ImportMapping(respondent, called, organisation, "{}", guess.slots(), Set.of());
    }

    private Map<ImportSlot, String> slots() {
        var slots = ImportSlots.offered(content, false);
        var often = new HashMap<String, Integer>();
        slots.forEach(slot -> loose(slot).forEach(name -> often.merge(name, 1, Integer::sum)));
        var chosen = new LinkedHashMap<ImportSlot, String>();
        // What names its question comes first; what only names an item must be the only one that could be meant.
        for (var slot : slots) {
            put(chosen, slot, take(exact(slot)));
        }
        for (var slot : slots) {
            if (!chosen.containsKey(slot)) {
                put(
                        chosen,
                        slot,
                        take(loose(slot).stream()
                                .filter(name -> often.getOrDefault(name, 0) == 1)
                                .toList()));
            }
        }
        return chosen;
    }

    private static void put(Map<ImportSlot, String> chosen, ImportSlot slot, String column) {
        if (!column.isEmpty()) {
            chosen.put(slot, column);
        }
    }

    /** The first column of one of these names that is not taken yet; empty if there is none. */
    private String take(List<String> names) {
        return names.stream()
                .flatMap(name -> columns.stream().filter(column -> plain(column).equals(name)))
                .filter(column -> !taken.contains(column))
                .findFirst()
                .map(column -> {
                    taken.add(column);
                    return column;
                })
                .orElse("");
    }

    private List<String> exact(ImportSlot slot) {
        var entry = content.entries().get(slot.question() - 1);
        return Stream.of("q" + slot.question(), entry.code(), "question" + slot.question())
                .distinct()
                .flatMap(base -> parts(slot).stream().flatMap(part -> said(slot.field(), base, part)))
                .map(ImportGuess::plain)
                .distinct()
                .toList();
    }

    private List<String> loose(ImportSlot slot) {
        var texts = slot.key().isEmpty()
                ? content.questions().get(slot.question() - 1).title().texts().values().stream()
                : parts(slot).stream().filter(part -> !part.matches("\\d+"));
        return texts.flatMap(part -> said(slot.field(), "", part))
                .map(ImportGuess::plain)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }

    /** How a heading may name the item: by its key, its place, its texts. */
    private List<String> parts(ImportSlot slot) {
        var items = content.questions().get(slot.question() - 1).items();
        var names = new ArrayList<String>();
        names.add(slot.key());
        if (slot.isCounted()) {
            return names;
        }
        int pair = slot.key().indexOf(':');
        if (pair > 0) {
            var keys = items.stream().map(Item::key).toList();
            names.add((keys.indexOf(slot.key().substring(0, pair)) + 1) + "_"
                    + (keys.indexOf(slot.key().substring(pair + 1)) + 1));
        }
        IntStream.range(0, items.size())
                .filter(at -> items.get(at).key().equals(slot.key()))
                .forEach(at -> {
                    names.add(String.valueOf(at + 1));
                    names.addAll(items.get(at).text().texts().values());
                });
        return names;
    }

    private static Stream<String> said(ImportField field, String base, String part) {
        var name = field.name().toLowerCase(Locale.ROOT);
        return switch (field) {
            case CHOSEN, STEP, NUMBER, DAY, WORDS, POINTS, RANK, JUDGEMENT ->
                Stream.of(base + part, base + part + name);
            case MARKED -> Stream.of(base + part);
            case NAMED -> Stream.of(base + "named" + part, base + "top" + part, base + "choice" + part);
            case SATISFACTION ->
                Stream.of(base + part + "satisfaction", base + "satisfaction" + part, base + "sat" + part);
            case IMPORTANCE -> Stream.of(base + part + "importance", base + "importance" + part, base + "imp" + part);
            case NONE, OTHER, WHO, OFTEN, BADLY, THERE, MISSING, BEST, WORST ->
                Stream.of(base + part + name, base + name + part);
        };
    }

    /** Letters and digits only, so that "Q1 – Roads" and "q1_roads" are the same. */
    private static String plain(String heading) {
        return heading.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "");
    }
}
