package io.throughline.survey.logic;

import io.throughline.shared.LocalizedText;
import io.throughline.shared.TypedText;
import io.throughline.survey.Entry;
import io.throughline.survey.QuestionId;
import io.throughline.survey.SurveyContent;
import io.throughline.survey.question.Answer;
import io.throughline.survey.question.BestWorst;
import io.throughline.survey.question.ChoiceOfK;
import io.throughline.survey.question.DateQuestion;
import io.throughline.survey.question.FileQuestion;
import io.throughline.survey.question.ImportanceSatisfaction;
import io.throughline.survey.question.ImportanceSatisfactionByRating;
import io.throughline.survey.question.Item;
import io.throughline.survey.question.Kano;
import io.throughline.survey.question.MultipleChoice;
import io.throughline.survey.question.Nps;
import io.throughline.survey.question.NumberQuestion;
import io.throughline.survey.question.Other;
import io.throughline.survey.question.OwnWords;
import io.throughline.survey.question.Pairwise;
import io.throughline.survey.question.Points;
import io.throughline.survey.question.Question;
import io.throughline.survey.question.Ranking;
import io.throughline.survey.question.Rewording;
import io.throughline.survey.question.Scale;
import io.throughline.survey.question.SingleChoice;
import io.throughline.survey.question.Text;
import java.text.NumberFormat;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Earlier answers quoted in texts: titles and explanations of sections and questions, and items. A text says
 * <code>{{q2|your choice}}</code>: the answer to question q2, or "your choice" where there is none. There is no more to the
 * language than that, and what is quoted is never read again as a text with quotes in it.
 */
public final class Quotes {

    private static final Pattern QUOTE = Pattern.compile("\\{\\{\\s*([a-z0-9]{1,16})\\s*(?:\\|([^{}|]{0,200}))?}}");

    private static final String OPENING = "{{";

    /** Longer answers are cut, in characters. */
    private static final int LONGEST = 200;

    private static final Quotes NOTHING = new Quotes(Map.of(), Map.of());

    private final Map<String, Entry> byCode;
    private final Map<QuestionId, Answer> answers;

    /** @param answers those that count */
    public Quotes(SurveyContent content, Map<QuestionId, Answer> answers) {
        this(
                content.entries().stream().collect(Collectors.toMap(Entry::code, entry -> entry, (a, _) -> a)),
                Map.copyOf(answers));
    }

    private Quotes(Map<String, Entry> byCode, Map<QuestionId, Answer> answers) {
        this.byCode = byCode;
        this.answers = answers;
    }

    /** The text as it is read where it is about the answers of many, none of which can stand in it. */
    public static LocalizedText unanswered(LocalizedText text) {
        return NOTHING.in(text);
    }

    /** The question likewise. */
    public static Question unanswered(Question question) {
        return NOTHING.in(question);
    }

    /** All of it likewise. */
    public static SurveyContent unanswered(SurveyContent content) {
        return content.with(content.sections().stream()
                .map(section -> section.with(unanswered(section.title()), unanswered(section.help()))
                        .with(section.entries().stream()
                                .map(entry -> entry.with(unanswered(entry.question())))
                                .toList()))
                .toList());
    }

    /** The texts of a question that can quote an answer; its others are read as they stand. */
    static Stream<LocalizedText> read(Question question) {
        return Stream.concat(
                Stream.of(question.title(), question.help()),
                question.items().stream().map(Item::text));
    }

    /** Whether a text has the signs a quote begins with. */
    static boolean isBegun(LocalizedText text) {
        return text.texts().values().stream().anyMatch(one -> one.contains(OPENING));
    }

    /** Whether a text has them where there is no quote: people would read them as they stand. */
    static boolean isBroken(LocalizedText text) {
        return text.texts().values().stream()
                .anyMatch(one -> QUOTE.matcher(one).replaceAll("").contains(OPENING));
    }

    /** As a text says it, with what stands there without an answer. */
    public static String quote(String code, String otherwise) {
        return "{{" + code + "|" + otherwise + "}}";
    }

    /** The codes of the questions a text quotes, in any of its languages. */
    public static List<String> codes(LocalizedText text) {
        return text.texts().values().stream()
                .filter(one -> one.contains(OPENING))
                .flatMap(one -> QUOTE.matcher(one).results())
                .map(found -> found.group(1))
                .distinct()
                .toList();
    }

    /** The codes of all questions that are quoted, those that are gone included. */
    public static Set<String> allCodes(SurveyContent content) {
        return content.sections().stream()
                .flatMap(section -> Stream.concat(
                        Stream.of(section.title(), section.help()),
                        section.entries().stream().flatMap(entry -> read(entry.question()))))
                .flatMap(text -> codes(text).stream())
                .collect(Collectors.toSet());
    }

    /** Whether an answer to it can be said in a few words. */
    public static boolean isQuotable(Question question) {
        return switch (question) {
            case SingleChoice _, MultipleChoice _, ChoiceOfK _, ImportanceSatisfaction _ -> true;
            case Points _, Ranking _, Scale _, Nps _, NumberQuestion _, DateQuestion _, Text _, OwnWords _ -> true;
            case Kano _, Pairwise _, BestWorst _, ImportanceSatisfactionByRating _, FileQuestion _ -> false;
        };
    }

    /** The question as it is read after these answers. */
    public Question in(Question question) {
        return read(question).allMatch(text -> codes(text).isEmpty())
                ? question
                : Rewording.of(
                        question,
                        in(question.title()),
                        in(question.help()),
                        question.required(),
                        question.items().stream()
                                .map(item -> new Item(item.key(), in(item.text()), item.requirement()))
                                .toList());
    }

    /** The text as it is read after these answers, in each of its languages. */
    public LocalizedText in(LocalizedText text) {
        if (codes(text).isEmpty()) {
            return text;
        }
        var read = new TreeMap<String, String>();
        text.texts().forEach((language, words) -> read.put(language, in(words, Locale.of(language))));
        return new LocalizedText(read);
    }

    private String in(String words, Locale language) {
        return QUOTE.matcher(words).replaceAll(found -> Matcher.quoteReplacement(said(found, language)));
    }

    private String said(MatchResult found, Locale language) {
        var entry = byCode.get(found.group(1));
        var answer = entry == null ? null : answers.get(entry.id());
        var said = entry == null || answer == null ? "" : said(entry.question(), answer, language);
        if (TypedText.showsNothing(said)) {
            return Objects.requireNonNullElse(found.group(2), "…").strip();
        }
        return said.length() <= LONGEST ? said : said.substring(0, whole(said)) + "…";
    }

    /** Where a longer one is cut: half a character is shown as none. */
    private static int whole(String said) {
        return Character.isHighSurrogate(said.charAt(LONGEST - 2)) ? LONGEST - 2 : LONGEST - 1;
    }

    private static String said(Question question, Answer answer, Locale language) {
        return switch (answer) {
            case SingleChoice.Answer own -> listed(question, own.keys(), own.words(), language);
            case MultipleChoice.Answer own -> listed(question, own.chosen(), own.words(), language);
            case ChoiceOfK.Answer own -> listed(question, own.chosen(), "", language);
            case ImportanceSatisfaction.Answer own -> listed(question, own.mattersMost(), "", language);
            case Points.Answer own ->
                listed(question, strongest(own.points(), Comparator.reverseOrder()), "", language);
            case Ranking.Answer own ->
                listed(question, strongest(own.ranks(), Comparator.naturalOrder()), "", language);
            case Scale.Answer own -> own.step() == null ? "" : String.valueOf(own.step());
            case Nps.Answer own -> own.step() == null ? "" : String.valueOf(own.step());
            case NumberQuestion.Answer own -> number(question, own, language);
            case DateQuestion.Answer own ->
                own.day() == null
                        ? ""
                        : DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                                .withLocale(language)
                                .format(own.day());
            case Text.Answer own -> own.words().strip();
            case OwnWords.Answer own -> own.words().strip();
            case Kano.Answer _, Pairwise.Answer _, BestWorst.Answer _ -> "";
            case ImportanceSatisfactionByRating.Answer _, FileQuestion.Answer _ -> "";
        };
    }

    private static String number(Question question, NumberQuestion.Answer answer, Locale language) {
        if (answer.number() == null) {
            return "";
        }
        var format = NumberFormat.getInstance(language);
        format.setMaximumFractionDigits(answer.number().scale());
        var unit = question instanceof NumberQuestion asked ? asked.unit().in(language) : "";
        return (format.format(answer.number()) + " " + unit).strip();
    }

    /** What got the first value in this order, more than one where they share it; nothing of what got zero. */
    private static List<String> strongest(Map<String, Integer> values, Comparator<Integer> order) {
        return values.values().stream()
                .filter(value -> value != 0)
                .min(order)
                .map(first -> values.entrySet().stream()
                        .filter(entry -> entry.getValue().equals(first))
                        .map(Map.Entry::getKey)
                        .toList())
                .orElse(List.of());
    }

    private static String listed(Question question, Collection<String> keys, String words, Locale language) {
        var items = question.items().stream()
                .filter(item -> keys.contains(item.key()))
                .map(item -> unanswered(item.text()).in(language));
        return Stream.concat(items, keys.contains(Other.KEY) ? Stream.of(words.strip()) : Stream.empty())
                .filter(one -> !TypedText.showsNothing(one))
                .collect(Collectors.joining(", "));
    }
}
