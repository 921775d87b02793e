package io.throughline.survey.foreign;

import io.throughline.shared.DomainException;
import io.throughline.shared.LocalizedText;
import io.throughline.survey.Confidentiality;
import io.throughline.survey.Counting;
import io.throughline.survey.Entry;
import io.throughline.survey.Paging;
import io.throughline.survey.Section;
import io.throughline.survey.SectionId;
import io.throughline.survey.SurveyContent;
import io.throughline.survey.SurveyError;
import io.throughline.survey.foreign.Leftover.What;
import io.throughline.survey.logic.Condition;
import io.throughline.survey.logic.Quotes;
import io.throughline.survey.question.ItemOrder;
import io.throughline.survey.question.Question;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A survey while it is put together from a foreign one: codes, quotes and conditions find the questions they name. */
final class Sketch {

    /** More than anybody writes a survey in; a few letters of a file can stand for thousands. */
    static final int MOST_LANGUAGES = 50;

    private static final int LONGEST_TEXT = 2_000;
    private static final int LONGEST_DETAIL = 200;
    private static final int MOST_LEFTOVERS = 1_000;
    private static final int MOST_QUESTIONS = 1_000;
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]{1,2000})}");

    private final List<Section> sections = new ArrayList<>();
    /** Said once, though it stands there in every language. */
    private final Set<Leftover> leftovers = new LinkedHashSet<>();

    private final Names names = new Names();
    private final Conditions conditions;
    private final Set<String> codes = new LinkedHashSet<>();
    private final Set<String> called = new HashSet<>();
    private Section section = Section.blank(SectionId.next());
    private String sectionPath = "";
    private List<Entry> entries = new ArrayList<>();

    /** @param asked what the file calls its questions, all of them: several may have one name */
    Sketch(Conditions.Unanswered unanswered, Collection<String> asked) {
        conditions = new Conditions(names, unanswered);
        var once = new HashSet<String>();
        asked.stream().filter(name -> !name.isBlank() && !once.add(name)).forEach(names::share);
    }

    /** Whether several questions have this name, so that it doesn't tell which one is meant. */
    boolean isShared(String name) {
        return names.isShared(name);
    }

    void left(String path, What what, String detail) {
        if (leftovers.size() < MOST_LEFTOVERS) {
            leftovers.add(new Leftover(
                    path, what, detail.length() > LONGEST_DETAIL ? cut(detail, LONGEST_DETAIL) + "…" : detail));
        }
    }

    /**
     * Begins one. What it says of itself and asks for can only be about what stands before it.
     *
     * @param condition as written; blank for none
     */
    void section(String path, Map<String, String> title, Map<String, String> help, String condition) {
        endSection();
        section = Section.blank(SectionId.next())
                .with(text(path, title), text(path, help))
                .with(condition(path, condition));
        sectionPath = path;
    }

    private void endSection() {
        if (!entries.isEmpty()) {
            sections.add(section.with(entries));
        } else {
            Stream.of(section.title(), section.help())
                    .filter(text -> !text.isBlank())
                    .forEach(text -> left(sectionPath, What.SHOWN_TEXT, text.in(Locale.ENGLISH)));
        }
        section = Section.blank(SectionId.next());
        entries = new ArrayList<>();
    }

    /**
     * @param name what the file calls it
     * @param items its answers' keys by what the file calls them
     * @param condition as written; blank for none
     * @throws DomainException FOREIGN_TOO_MUCH: a few rows and columns of a file can stand for any number of questions
     */
    void add(String name, Question question, Map<String, String> items, boolean shuffled, String condition) {
        if (names.size() == MOST_QUESTIONS) {
            throw new DomainException(SurveyError.FOREIGN_TOO_MUCH, 1);
        }
        var code = code(name);
        if (!name.isBlank() && !called.add(name.toLowerCase(Locale.ROOT))) {
            left(name, What.RENAMED, name + " → " + code);
        }
        var entry =
                Entry.of(code, question).with(condition(name, condition)).with(shuffled && ItemOrder.isFree(question));
        entries.add(entry);
        names.put(name, new Names.Named(section, entry, items));
    }

    /** A row is no better known by its name than the question it belongs to. */
    void row(String name, String question) {
        if (names.isShared(question)) {
            names.share(name);
        }
    }

    /** A second name of the question added last with this one. */
    void alias(String other, String name) {
        names.alias(other, name);
    }

    private String code(String name) {
        var plain = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        var code = plain.length() > 16 ? plain.substring(0, 16) : plain;
        int number = codes.size() + 1;
        while (code.isEmpty() || codes.contains(code)) {
            code = "q" + number++;
        }
        codes.add(code);
        return code;
    }

    /** Keys for items, by what the file calls them. */
    static Map<String, String> keys(Iterable<String> names) {
        var keys = new LinkedHashMap<String, String>();
        var taken = new LinkedHashSet<String>();
        int number = 1;
        for (var name : names) {
            if (keys.containsKey(name)) {
                continue;
            }
            var plain = name.replaceAll("[^A-Za-z0-9_-]", "");
            var key = plain.length() > 64 ? plain.substring(0, 64) : plain;
            while (key.isEmpty() || !taken.add(key)) {
                key = "i" + number++;
            }
            keys.put(name, key);
        }
        return keys;
    }

    /** As many as a question can have: to be asked before anything is made of each. */
    <T> List<T> limited(String path, List<T> items) {
        if (items.size() <= Question.MAX_ITEMS) {
            return items;
        }
        left(path, What.ITEMS, String.valueOf(items.size()));
        return items.subList(0, Question.MAX_ITEMS);
    }

    /** A text as people read it, quoting what can be quoted. */
    LocalizedText text(String path, Map<String, String> markup) {
        var texts = new TreeMap<String, String>();
        markup.forEach((language, written) -> {
            var read = PlainText.of(written);
            if (read.media()) {
                left(path, What.MEDIA, "");
            }
            var text = limited(path, quoting(path, read.text()));
            if (!text.isEmpty()) {
                texts.put(language, text);
            }
        });
        return new LocalizedText(texts);
    }

    /** A text, or the code instead where it shows nothing, as of what was a picture. */
    LocalizedText called(String path, Map<String, String> markup, String code) {
        var text = text(path, markup);
        return text.isBlank()
                ? text(path, markup.keySet().stream().collect(Collectors.toMap(language -> language, _ -> code)))
                : text;
    }

    /**
     * What several questions ask and what one of them is about, in each language that one of them is written in.
     *
     * @param mother language taken where one of them isn't written in another
     */
    LocalizedText about(String path, LocalizedText whole, LocalizedText one, String mother) {
        var languages = new TreeSet<>(whole.texts().keySet());
        languages.addAll(one.texts().keySet());
        var texts = new TreeMap<String, String>();
        languages.forEach(language -> {
            var both = joined(said(whole, language, mother), said(one, language, mother));
            texts.put(language, limited(path, both));
        });
        return new LocalizedText(texts);
    }

    /** A question with one row alone often says nothing more in it. */
    private static String joined(String whole, String one) {
        return whole.isEmpty() || one.isEmpty() ? whole + one : whole + " – " + one;
    }

    private static String said(LocalizedText text, String language, String mother) {
        var texts = text.texts();
        return texts.getOrDefault(
                language,
                texts.getOrDefault(mother, texts.values().stream().findFirst().orElse("")));
    }

    private String limited(String path, String text) {
        if (text.length() <= LONGEST_TEXT) {
            return text;
        }
        left(path, What.CUT, String.valueOf(text.length()));
        return cut(text, LONGEST_TEXT);
    }

    /** No sign of two halves is cut through: half of one can't be kept. */
    private static String cut(String text, int longest) {
        return text.substring(0, Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest);
    }

    private String quoting(String path, String text) {
        return PLACEHOLDER.matcher(text).replaceAll(found -> {
            var named = names.find(
                    found.group(1).strip().replaceFirst("^INSERTANS:", "").replaceFirst("\\.(shown|value|NAOK)$", ""));
            if (named.isPresent() && Quotes.isQuotable(named.get().entry().question())) {
                return Matcher.quoteReplacement(Quotes.quote(named.get().entry().code(), "…"));
            }
            left(path, What.EXPRESSION, found.group());
            return Matcher.quoteReplacement(found.group());
        });
    }

    /** Always, where nothing is written or it can't be said here. */
    private Condition condition(String path, String written) {
        var text = written.strip();
        if (text.isEmpty() || text.equals("1")) {
            return Condition.ALWAYS;
        }
        if (text.equals("0") || text.equalsIgnoreCase("false")) {
            left(path, What.NEVER, text);
            return Condition.ALWAYS;
        }
        var shared = conditions.shared(text);
        if (shared.isPresent()) {
            left(path, What.SHARED, shared.get() + ": " + text);
            return Condition.ALWAYS;
        }
        var said = conditions.of(text, section.id());
        if (said.isEmpty()) {
            left(path, What.CONDITION, text);
        } else if (said.get().never()) {
            left(path, What.NEVER, text);
        } else if (said.get().otherwise()) {
            left(path, What.UNANSWERED, text);
        }
        return said.map(Conditions.Said::condition).orElse(Condition.ALWAYS);
    }

    /** A number of ordinary size; empty for anything else. */
    static Optional<BigDecimal> number(@Nullable String text) {
        return text == null || !text.strip().matches("[+-]?\\d{1,12}([.,]\\d{1,6})?")
                ? Optional.empty()
                : Optional.of(new BigDecimal(text.strip().replace(',', '.')));
    }

    Foreign foreign(LocalizedText title, LocalizedText why, Paging paging, List<String> languages) {
        endSection();
        return new Foreign(
                new SurveyContent(
                        SurveyContent.SCHEMA,
                        title,
                        why,
                        sections,
                        paging,
                        languages,
                        Confidentiality.NAMED,
                        SurveyContent.USUAL_GROUP,
                        Counting.IN_STEPS),
                List.copyOf(leftovers));
    }
}
