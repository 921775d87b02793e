package io.throughline.survey.logic;

import io.throughline.shared.ErrorCode;
import io.throughline.shared.LocalizedText;
import io.throughline.shared.TypedText;
import io.throughline.survey.Confidentiality;
import io.throughline.survey.Entry;
import io.throughline.survey.Paging;
import io.throughline.survey.QuestionId;
import io.throughline.survey.Section;
import io.throughline.survey.SectionId;
import io.throughline.survey.SurveyContent;
import io.throughline.survey.SurveyError;
import io.throughline.survey.question.FileQuestion;
import io.throughline.survey.question.Item;
import io.throughline.survey.question.Question;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a survey before it is published: what keeps people from answering it as meant, and what could be better. */
public final class ContentCheck {

    /** More than this many minutes, and people give up. */
    private static final int LONG = 15;

    private final SurveyContent content;
    private final List<Locale> languages;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<QuestionId, Integer> places = new HashMap<>();
    private final Map<QuestionId, Set<QuestionId>> looksAt = new HashMap<>();
    private final Map<QuestionId, Question> asked = new HashMap<>();
    private final Map<QuestionId, Set<String>> offered = new HashMap<>();

    private ContentCheck(SurveyContent content, List<Locale> languages) {
        this.content = content;
        this.languages = languages;
    }

    /**
     * Everything there is to say, errors first, in the order of the survey.
     *
     * @param languages it is going to be asked in, at least one. A text that is missing in one of them is advice here: it
     *     can still be left out of what is published
     */
    public static List<Finding> of(SurveyContent content, List<Locale> languages) {
        var check = new ContentCheck(content, languages);
        check.read();
        return Stream.concat(
                        check.findings.stream().filter(Finding::error),
                        check.findings.stream().filter(one -> !one.error()))
                .toList();
    }

    private void read() {
        content.entries().forEach(entry -> {
            places.putIfAbsent(entry.id(), places.size());
            asked.putIfAbsent(entry.id(), entry.question());
            offered.putIfAbsent(entry.id(), Set.copyOf(Facts.keys(entry.question())));
        });
        for (var section : content.sections()) {
            for (var entry : section.entries()) {
                looksAt.put(
                        entry.id(),
                        union(section.shownIf().about(), entry.shownIf().about()));
            }
        }
        var ofQuestions = content.questions().stream()
                .flatMap(question -> question.defects().stream())
                .collect(Collectors.toSet());
        content.defects().stream()
                .filter(defect -> !ofQuestions.contains(defect))
                .forEach(defect -> findings.add(new Finding(true, defect.code(), null, null, defect.arguments())));
        if (content.confidentiality() == Confidentiality.ANONYMOUS) {
            content.questions().stream()
                    .filter(FileQuestion.class::isInstance)
                    .forEach(question -> refuse(SurveyError.ANONYMOUS_WITH_FILE, null, question.id()));
        }
        translated(Advice.UNTRANSLATED, null, null, Stream.of(content.title(), content.why()));
        braces(null, null, Stream.of(), Stream.of(content.title(), content.why()));
        var reach = new Reach(content);
        for (var section : content.sections()) {
            boolean never = read(section, reach);
            section.entries().forEach(entry -> read(section, entry, never ? null : reach));
        }
        if (content.minutes() > LONG) {
            advise(Advice.TAKES_LONG, null, null, content.minutes());
        }
    }

    /** Returns whether its condition alone keeps all its questions from being asked, so that they need not be named. */
    private boolean read(Section section, Reach reach) {
        if (section.entries().isEmpty() && content.sections().size() > 1) {
            advise(Advice.SECTION_EMPTY, section.id(), null);
        }
        var first = section.entries().isEmpty()
                ? Integer.MAX_VALUE
                : place(section.entries().getFirst());
        boolean sound = true;
        for (var about : section.shownIf().about()) {
            if (!places.containsKey(about)) {
                refuse(SurveyError.CONDITION_GONE, section.id(), null);
                sound = false;
            } else if (places.getOrDefault(about, 0) >= first) {
                forward(section, about);
                sound = false;
            }
        }
        for (var gone : goneFrom(section.shownIf())) {
            refuse(SurveyError.CONDITION_ITEM_GONE, section.id(), null, codeOf(gone));
            sound = false;
        }
        boolean never = sound && !section.entries().isEmpty() && !reach.isPossible(section.shownIf());
        if (never) {
            refuse(SurveyError.SECTION_NEVER_SHOWN, section.id(), null);
        }
        translated(Advice.UNTRANSLATED, section.id(), null, Stream.of(section.title()));
        translated(Advice.HELP_UNTRANSLATED, section.id(), null, Stream.of(section.help()));
        quotes(section.id(), null, first, Stream.of(section.title(), section.help()));
        braces(section.id(), null, Stream.of(section.title(), section.help()), Stream.of());
        return never;
    }

    private void forward(Section section, QuestionId about) {
        var waited = waitedFor(about);
        section.entries().stream()
                .filter(entry -> waited.contains(entry.id()))
                .findFirst()
                .ifPresentOrElse(
                        entry -> refuse(SurveyError.CONDITION_LOOP, section.id(), null, entry.code(), codeOf(about)),
                        () -> refuse(SurveyError.CONDITION_FORWARD, section.id(), null, codeOf(about)));
    }

    /** @param reach null where it was said already that it can't be reached */
    private void read(Section section, Entry entry, @Nullable Reach reach) {
        var question = entry.question();
        var id = entry.id();
        question.defects()
                .forEach(defect -> findings.add(new Finding(true, defect.code(), null, id, defect.arguments())));
        boolean sound = true;
        for (var about : entry.shownIf().about()) {
            if (!places.containsKey(about)) {
                refuse(SurveyError.CONDITION_GONE, null, id);
                sound = false;
            } else if (places.getOrDefault(about, 0) >= place(entry)) {
                sound = false;
                if (waitedFor(about).contains(id)) {
                    refuse(SurveyError.CONDITION_LOOP, null, id, entry.code(), codeOf(about));
                } else {
                    refuse(SurveyError.CONDITION_FORWARD, null, id, codeOf(about));
                }
            }
        }
        for (var gone : goneFrom(entry.shownIf())) {
            refuse(SurveyError.CONDITION_ITEM_GONE, null, id, codeOf(gone));
            sound = false;
        }
        if (sound && reach != null && !reach.isPossible(id)) {
            refuse(SurveyError.NEVER_ASKED, null, id, entry.code());
        }
        translated(Advice.UNTRANSLATED, null, id, question.texts());
        translated(Advice.HELP_UNTRANSLATED, null, id, Stream.of(question.help()));
        quotes(null, id, place(entry), Quotes.read(question));
        onOnePage(section, entry);
        var read = Quotes.read(question).collect(Collectors.toSet());
        braces(null, id, read.stream(), question.texts().filter(text -> !read.contains(text)));
        items(question);
    }

    /** The questions of which a condition names an answer they don't offer. */
    private Set<QuestionId> goneFrom(Condition condition) {
        return condition.comparisons().stream()
                .filter(one -> !isOffered(one))
                .map(Comparison::question)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** What a question that is gone itself has offered is not asked for. */
    private boolean isOffered(Comparison comparison) {
        var question = asked.get(comparison.question());
        var keys = offered.get(comparison.question());
        var named = switch (comparison.claim()) {
            case Claim.Chosen one -> one.item();
            case Claim.Amount one -> one.item();
            case Claim.Answered _, Claim.Day _ -> "";
        };
        return question == null
                || keys == null
                || Facts.canSay(question, comparison.claim()) && (named.isEmpty() || keys.contains(named));
    }

    private int place(Entry entry) {
        return places.getOrDefault(entry.id(), 0);
    }

    private String codeOf(QuestionId question) {
        return content.entries().stream()
                .filter(entry -> entry.id().equals(question))
                .map(Entry::code)
                .findFirst()
                .orElse("");
    }

    /** A question with those its conditions lead to, over any number of others: one that waits for it waits for itself. */
    private Set<QuestionId> waitedFor(QuestionId from) {
        var seen = new HashSet<QuestionId>();
        var open = new ArrayList<>(List.of(from));
        while (!open.isEmpty()) {
            var next = open.removeLast();
            if (seen.add(next)) {
                open.addAll(looksAt.getOrDefault(next, Set.of()));
            }
        }
        return seen;
    }

    private void translated(
            Advice missing, @Nullable SectionId section, @Nullable QuestionId question, Stream<LocalizedText> texts) {
        var written = texts.filter(text -> !text.isBlank()).toList();
        languages.stream()
                .filter(language -> written.stream()
                        .anyMatch(
                                text -> TypedText.showsNothing(text.texts().getOrDefault(language.getLanguage(), ""))))
                .forEach(language -> advise(missing, section, question, language));
    }

    private void quotes(
            @Nullable SectionId section, @Nullable QuestionId question, int place, Stream<LocalizedText> texts) {
        texts.map(Quotes::codes).flatMap(List::stream).distinct().forEach(code -> {
            var quoted = content.entries().stream()
                    .filter(entry -> entry.code().equals(code))
                    .findFirst();
            if (quoted.isEmpty()) {
                refuse(SurveyError.QUOTE_UNKNOWN, section, question, code);
            } else if (place(quoted.get()) >= place) {
                refuse(SurveyError.QUOTE_FORWARD, section, question, code);
            } else if (!Quotes.isQuotable(quoted.get().question())) {
                advise(Advice.QUOTE_SILENT, section, question, code);
            }
        });
    }

    /** The items of a page are drawn once, before anything on it is answered. */
    private void onOnePage(Section section, Entry entry) {
        if (content.paging() == Paging.SECTION) {
            entry.question().items().stream()
                    .flatMap(item -> Quotes.codes(item.text()).stream())
                    .distinct()
                    .filter(code -> section.entries().stream()
                            .anyMatch(one -> one.code().equals(code) && place(one) < place(entry)))
                    .forEach(code -> advise(Advice.QUOTE_ON_SAME_PAGE, null, entry.id(), code));
        }
    }

    /** @param others texts in which no quote is read */
    private void braces(
            @Nullable SectionId section,
            @Nullable QuestionId question,
            Stream<LocalizedText> read,
            Stream<LocalizedText> others) {
        if (read.anyMatch(Quotes::isBroken) || others.anyMatch(Quotes::isBegun)) {
            advise(Advice.QUOTE_UNREAD, section, question);
        }
    }

    private void items(Question question) {
        int items = question.items().size();
        var few = UsefulItems.few(question);
        var many = UsefulItems.many(question);
        if (items > 0 && items < few) {
            advise(Advice.FEW_ITEMS, null, question.id(), few);
        }
        if (items > many) {
            advise(Advice.MANY_ITEMS, null, question.id(), many);
        }
        var texts = new HashSet<Map<String, String>>();
        question.items().stream()
                .map(Item::text)
                .filter(text -> !text.isBlank() && !texts.add(text.texts()))
                .findFirst()
                .ifPresent(text -> advise(Advice.SAME_ITEM_TWICE, null, question.id(), text.in(languages.getFirst())));
    }

    private void refuse(
            ErrorCode code, @Nullable SectionId section, @Nullable QuestionId question, Object... arguments) {
        findings.add(new Finding(true, code, section, question, List.of(arguments)));
    }

    private void advise(
            ErrorCode code, @Nullable SectionId section, @Nullable QuestionId question, Object... arguments) {
        findings.add(new Finding(false, code, section, question, List.of(arguments)));
    }

    private static Set<QuestionId> union(Set<QuestionId> one, Set<QuestionId> other) {
        var all = new HashSet<>(one);
        all.addAll(other);
        return all;
    }
}
