package io.throughline.survey.foreign;

import io.throughline.shared.DomainException;
import io.throughline.shared.LocalizedText;
import io.throughline.survey.Confidentiality;
import io.throughline.survey.Counting;
import io.throughline.survey.Entry;
import io.throughline.survey.Paging;
import io.throughline.survey.QuestionId;
import io.throughline.survey.Section;
import io.throughline.survey.SectionId;
import io.throughline.survey.SurveyContent;
import io.throughline.survey.SurveyError;
import io.throughline.survey.foreign.Expression.Atom;
import io.throughline.survey.foreign.Expression.Compared;
import io.throughline.survey.foreign.Expression.Joined;
import io.throughline.survey.foreign.Leftover.What;
import io.throughline.survey.logic.Claim;
import io.throughline.survey.logic.Comparison;
import io.throughline.survey.logic.Condition;
import io.throughline.survey.logic.Condition.Match;
import io.throughline.survey.logic.Facts;
import io.throughline.survey.logic.Quotes;
import io.throughline.survey.question.ItemOrder;
import io.throughline.survey.question.NumberQuestion;
import io.throughline.survey.question.Question;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A survey while it is put together from a foreign one: codes, quotes and conditions find the questions they name. */
final class Sketch {

    private static final int LONGEST_TEXT = 2_000;
    private static final int LONGEST_DETAIL = 200;
    private static final int MOST_LEFTOVERS = 1_000;
    private static final int MOST_QUESTIONS = 1_000;
    private static final Pattern OF_ITEM = Pattern.compile("(\\d+X\\d+X\\d+|.+(?=_))_?([A-Za-z0-9-]+)");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]{1,2000})}");

    /** What the file calls a question, and its answers. @param items by what the file calls them */
    record Named(Entry entry, Map<String, String> items) {}

    /** How a tool takes "is not so" while there is no answer to look at. */
    enum Unanswered {
        /** It holds. */
        IS_OTHER,
        /** It holds if the question was asked; whether or not, where its name ends in NAOK. */
        IS_OTHER_IF_ASKED
    }

    private final Unanswered unanswered;
    private final List<Section> sections = new ArrayList<>();
    /** Said once, though it stands there in every language. */
    private final Set<Leftover> leftovers = new LinkedHashSet<>();

    private final Map<String, Named> byName = new HashMap<>();
    private final Map<QuestionId, Entry> byId = new HashMap<>();
    private final Set<String> codes = new LinkedHashSet<>();
    private Section section = Section.blank(SectionId.next());
    private String sectionPath = "";
    private List<Entry> entries = new ArrayList<>();

    Sketch(Unanswered unanswered) {
        this.unanswered = unanswered;
    }

    void left(String path, What what, String detail) {
        if (leftovers.size() < MOST_LEFTOVERS) {
            leftovers.add(new Leftover(
                    path, what, detail.length() > LONGEST_DETAIL ? detail.substring(0, LONGEST_DETAIL) + "…" : detail));
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
        if (byId.size() == MOST_QUESTIONS) {
            throw new DomainException(SurveyError.FOREIGN_TOO_MUCH, 1);
        }
        var entry = Entry.of(code(name), question)
                .with(condition(name, condition))
                .with(shuffled && ItemOrder.isFree(question));
        entries.add(entry);
        byId.put(entry.id(), entry);
        byName.put(name.toLowerCase(Locale.ROOT), new Named(entry, items));
    }

    /** A second name of a question that is there. */
    void alias(String other, String name) {
        var named = byName.get(name.toLowerCase(Locale.ROOT));
        if (named != null) {
            byName.putIfAbsent(other.toLowerCase(Locale.ROOT), named);
        }
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
            var plain = name.replaceAll("[^A-Za-z0-9_-]", "");
            var key = plain.length() > 64 ? plain.substring(0, 64) : plain;
            while (key.isEmpty() || !taken.add(key)) {
                key = "i" + number++;
            }
            keys.putIfAbsent(name, key);
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
            var text = quoting(path, read.text());
            if (text.length() > LONGEST_TEXT) {
                left(path, What.CUT, String.valueOf(text.length()));
                text = text.substring(0, LONGEST_TEXT);
            }
            if (!text.isEmpty()) {
                texts.put(language, text);
            }
        });
        return new LocalizedText(texts);
    }

    private String quoting(String path, String text) {
        return PLACEHOLDER.matcher(text).replaceAll(found -> {
            var named = found(
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
        var comparisons = Expression.of(text).flatMap(joined -> condition(path, text, joined));
        if (comparisons.isEmpty()) {
            left(path, What.CONDITION, text);
        }
        return comparisons.orElse(Condition.ALWAYS);
    }

    private Optional<Condition> condition(String path, String text, Joined joined) {
        // One comparison alone is all of them, and any.
        boolean any = joined.match() == Match.ANY || joined.atoms().size() == 1;
        var all = new ArrayList<Comparison>();
        boolean otherwise = false;
        for (var atom : joined.atoms()) {
            var one = comparison(atom);
            if (one.isEmpty()) {
                return Optional.empty();
            }
            all.add(one.get());
            if (denies(one.get().claim()) && !isAlwaysAnswered(one.get().question())) {
                if (any && isOther(atom)) {
                    all.add(new Comparison(one.get().question(), new Claim.Answered(false)));
                } else {
                    otherwise |= isOther(atom) || !isRequired(one.get().question());
                }
            }
        }
        if (otherwise) {
            left(path, What.UNANSWERED, text);
        }
        return Optional.of(new Condition(all.size() > joined.atoms().size() ? Match.ANY : joined.match(), all));
    }

    /** Says what an answer is not: here there must be one for that. */
    private static boolean denies(Claim claim) {
        return switch (claim) {
            case Claim.Answered _ -> false;
            case Claim.Chosen one -> !one.so();
            case Claim.Amount one -> one.order() == Claim.Order.OTHER;
            case Claim.Day one -> one.order() == Claim.Order.OTHER;
        };
    }

    /** Whether it holds there as long as there is no answer, asked or not. */
    private boolean isOther(Atom atom) {
        return unanswered == Unanswered.IS_OTHER || atom.name().endsWith("NAOK");
    }

    private boolean isRequired(QuestionId question) {
        return entry(question).question().required();
    }

    /** Whoever comes to what looks at it has been asked it, and had to answer. */
    private boolean isAlwaysAnswered(QuestionId question) {
        return isRequired(question)
                && entry(question).shownIf().isAlways()
                && sections.stream()
                        .filter(section -> section.entries().stream()
                                .anyMatch(one -> one.id().equals(question)))
                        .allMatch(section -> section.shownIf().isAlways());
    }

    private Entry entry(QuestionId question) {
        return Objects.requireNonNull(byId.get(question));
    }

    private Optional<Named> found(String name) {
        return Optional.ofNullable(byName.get(name.toLowerCase(Locale.ROOT)));
    }

    private Optional<Comparison> comparison(Atom atom) {
        var name = atom.name().replaceFirst("\\.(NAOK|code|value|valueNAOK|shown)$", "");
        var whole = found(name);
        if (whole.isPresent()) {
            return claim(whole.get(), atom.compared(), atom.value())
                    .map(claim -> new Comparison(whole.get().entry().id(), claim));
        }
        // "Q1_SQ002" and "12X3X45SQ002": the second answer of a question of which several may be chosen.
        var parts = OF_ITEM.matcher(name);
        return parts.matches()
                ? found(parts.group(1)).flatMap(one -> ofItem(one, parts.group(2), atom))
                : Optional.empty();
    }

    private static Optional<Comparison> ofItem(Named named, String item, Atom atom) {
        var key = named.items().get(item);
        if (key == null || !Facts.offered(named.entry().question()).contains(Facts.Kind.CHOSEN)) {
            return Optional.empty();
        }
        boolean yes = atom.value().equals("Y") || atom.value().equals("1");
        var so = switch (atom.compared()) {
            case EQUAL -> yes ? Boolean.TRUE : atom.value().isEmpty() ? Boolean.FALSE : null;
            case OTHER -> yes ? Boolean.FALSE : atom.value().isEmpty() ? Boolean.TRUE : null;
            case NOT_EMPTY -> Boolean.TRUE;
            case EMPTY -> Boolean.FALSE;
            default -> null;
        };
        return so == null
                ? Optional.empty()
                : Optional.of(new Comparison(named.entry().id(), new Claim.Chosen(key, so)));
    }

    private static Optional<Claim> claim(Named named, Compared compared, String value) {
        if (compared == Compared.EMPTY || compared == Compared.NOT_EMPTY) {
            return Optional.of(new Claim.Answered(compared == Compared.NOT_EMPTY));
        }
        if (value.isEmpty() && (compared == Compared.EQUAL || compared == Compared.OTHER)) {
            return Optional.of(new Claim.Answered(compared == Compared.OTHER));
        }
        var question = named.entry().question();
        var offered = Facts.offered(question);
        if (offered.contains(Facts.Kind.CHOSEN)) {
            var key = named.items().get(value);
            return key == null
                    ? Optional.empty()
                    : switch (compared) {
                        case EQUAL, CONTAINS -> Optional.of(new Claim.Chosen(key, true));
                        case OTHER, CONTAINS_NOT -> Optional.of(new Claim.Chosen(key, false));
                        default -> Optional.empty();
                    };
        }
        if (offered.contains(Facts.Kind.AMOUNT)) {
            return number(value).flatMap(amount -> amount(question, compared, amount));
        }
        return offered.contains(Facts.Kind.DAY) ? day(compared, value) : Optional.empty();
    }

    private static Optional<Claim> amount(Question question, Compared compared, BigDecimal amount) {
        // Between whole numbers "more than 3" is "at least 4", between tenths "at least 3.1".
        int decimals = question instanceof NumberQuestion one ? one.decimals() : 0;
        var next = BigDecimal.ONE.movePointLeft(decimals);
        return switch (compared) {
            case EQUAL -> Optional.of(new Claim.Amount(Claim.Order.EQUAL, "", amount));
            case OTHER -> Optional.of(new Claim.Amount(Claim.Order.OTHER, "", amount));
            case AT_LEAST -> Optional.of(new Claim.Amount(Claim.Order.AT_LEAST, "", amount));
            case AT_MOST -> Optional.of(new Claim.Amount(Claim.Order.AT_MOST, "", amount));
            case MORE ->
                Optional.of(new Claim.Amount(
                        Claim.Order.AT_LEAST,
                        "",
                        amount.setScale(decimals, RoundingMode.FLOOR).add(next)));
            case LESS ->
                Optional.of(new Claim.Amount(
                        Claim.Order.AT_MOST,
                        "",
                        amount.setScale(decimals, RoundingMode.CEILING).subtract(next)));
            case CONTAINS, CONTAINS_NOT, EMPTY, NOT_EMPTY -> Optional.empty();
        };
    }

    private static Optional<Claim> day(Compared compared, String value) {
        try {
            var day = LocalDate.parse(value.length() > 10 ? value.substring(0, 10) : value);
            return switch (compared) {
                case EQUAL -> Optional.of(new Claim.Day(Claim.Order.EQUAL, day));
                case OTHER -> Optional.of(new Claim.Day(Claim.Order.OTHER, day));
                case AT_LEAST -> Optional.of(new Claim.Day(Claim.Order.AT_LEAST, day));
                case AT_MOST -> Optional.of(new Claim.Day(Claim.Order.AT_MOST, day));
                case MORE -> Optional.of(new Claim.Day(Claim.Order.AT_LEAST, day.plusDays(1)));
                case LESS -> Optional.of(new Claim.Day(Claim.Order.AT_MOST, day.minusDays(1)));
                case CONTAINS, CONTAINS_NOT, EMPTY, NOT_EMPTY -> Optional.empty();
            };
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** A number of ordinary size; empty for anything else. */
    static Optional<BigDecimal> number(@Nullable String text) {
        return text == null || !text.strip().matches("-?\\d{1,12}([.,]\\d{1,6})?")
                ? Optional.empty()
                : Optional.of(new BigDecimal(text.strip().replace(',', '.')));
    }

    static QuestionId fresh() {
        return QuestionId.next();
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
