package io.throughline.survey.ui;

import io.throughline.shared.LocalizedText;
import io.throughline.survey.question.Item;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A list of items as text, one a line, in each language; the same line of two languages is the same item. */
final class ItemLines {

    private ItemLines() {}

    static String of(List<Item> items, Locale language) {
        return items.stream()
                .map(item -> item.text().texts().getOrDefault(language.getLanguage(), ""))
                .collect(Collectors.joining("\n"))
                .stripTrailing();
    }

    /** An item whose English text, or German text, is unchanged keeps its key wherever its line moved to. */
    static List<Item> parse(List<Item> before, String english, String german) {
        var lines = lines(english);
        var linesInGerman = lines(german);
        var texts = new ArrayList<LocalizedText>();
        for (int i = 0; i < Math.max(lines.size(), linesInGerman.size()); i++) {
            var text = new TreeMap<String, String>();
            put(text, "en", lines, i);
            put(text, "de", linesInGerman, i);
            texts.add(new LocalizedText(text));
        }
        var taken = new HashSet<String>();
        var keys = texts.stream().map(text -> keyOf(before, text, taken)).toList();
        var items = new ArrayList<Item>();
        int number = 1;
        for (int i = 0; i < texts.size(); i++) {
            var key = keys.get(i);
            while (key.isEmpty()) {
                var free = "i" + number++;
                key = taken.add(free) ? free : "";
            }
            items.add(new Item(key, texts.get(i)));
        }
        return items;
    }

    private static String keyOf(List<Item> before, LocalizedText text, HashSet<String> taken) {
        for (var item : before) {
            for (var language : text.texts().keySet()) {
                var own = text.texts().get(language);
                if (own != null && own.equals(item.text().texts().get(language)) && taken.add(item.key())) {
                    return item.key();
                }
            }
        }
        return "";
    }

    private static void put(TreeMap<String, String> text, String language, List<String> lines, int line) {
        if (line < lines.size()) {
            text.put(language, lines.get(line));
        }
    }

    private static List<String> lines(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }
}
