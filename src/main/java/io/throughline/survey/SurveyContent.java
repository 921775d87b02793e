package io.throughline.survey;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.throughline.shared.DomainException;
import io.throughline.shared.LocalizedText;
import io.throughline.shared.i18n.Texts;
import io.throughline.survey.logic.Quotes;
import io.throughline.survey.question.Problem;
import io.throughline.survey.question.Question;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a survey asks.
 *
 * @param schema of the stored form, see {@code SurveyJson}
 * @param title as people see it
 * @param why one or two sentences saying what the answers are for
 * @param sections at least one
 * @param languages it is written in, as ISO 639 codes; none means the portal's
 * @param confidentiality who gets to know who gave which answer; NAMED where nothing is said
 * @param groupSize of an anonymous survey: fewer people are never told apart from the others
 * @param counting of an anonymous survey: when its figures appear; IN_STEPS where nothing is said
 */
public record SurveyContent(
        int schema,
        LocalizedText title,
        LocalizedText why,
        List<Section> sections,
        Paging paging,
        List<String> languages,
        Confidentiality confidentiality,
        int groupSize,
        Counting counting) {

    /** Of the stored form written today. */
    public static final int SCHEMA = 2;

    /** The usual size of the groups of an anonymous survey, in people. */
    public static final int USUAL_GROUP = 5;

    /** The smallest there may be. */
    public static final int LEAST_GROUP = 3;

    /** The largest. */
    public static final int MOST_GROUP = 100;

    @SuppressWarnings("NullAway") // content stored before there was a choice says nothing
    public SurveyContent {
        confidentiality = confidentiality == null ? Confidentiality.NAMED : confidentiality;
        counting = counting == null ? Counting.IN_STEPS : counting;
        sections = sections.isEmpty() ? List.of(Section.blank(SectionId.ONLY)) : List.copyOf(sections);
        languages = List.copyOf(languages);
    }

    /** Undivided: one question after the other, all of them asked of everybody. */
    public SurveyContent(LocalizedText title, LocalizedText why, List<Question> questions) {
        this(
                SCHEMA,
                title,
                why,
                List.of(Section.blank(SectionId.ONLY)
                        .with(IntStream.range(0, questions.size())
                                .mapToObj(place -> Entry.of("q" + (place + 1), questions.get(place)))
                                .toList())),
                Paging.QUESTION,
                List.of(),
                Confidentiality.NAMED,
                USUAL_GROUP,
                Counting.IN_STEPS);
    }

    public SurveyContent with(LocalizedText title, LocalizedText why) {
        return new SurveyContent(schema, title, why, sections, paging, languages, confidentiality, groupSize, counting);
    }

    public SurveyContent with(List<Section> sections) {
        return new SurveyContent(schema, title, why, sections, paging, languages, confidentiality, groupSize, counting);
    }

    public SurveyContent with(Paging paging) {
        return new SurveyContent(schema, title, why, sections, paging, languages, confidentiality, groupSize, counting);
    }

    public SurveyContent with(Confidentiality confidentiality) {
        return new SurveyContent(schema, title, why, sections, paging, languages, confidentiality, groupSize, counting);
    }

    /** Telling nobody apart from fewer than so many. */
    public SurveyContent inGroupsOf(int people) {
        return new SurveyContent(schema, title, why, sections, paging, languages, confidentiality, people, counting);
    }

    /** With its figures appearing then. */
    public SurveyContent with(Counting counting) {
        return new SurveyContent(schema, title, why, sections, paging, languages, confidentiality, groupSize, counting);
    }

    public SurveyContent writtenIn(List<String> languages) {
        return new SurveyContent(schema, title, why, sections, paging, languages, confidentiality, groupSize, counting);
    }

    /** With one of its questions changed, if it still has it. */
    public SurveyContent edited(QuestionId id, UnaryOperator<Entry> edit) {
        return with(sections.stream()
                .map(section -> section.with(section.entries().stream()
                        .map(entry -> entry.id().equals(id) ? edit.apply(entry) : entry)
                        .toList()))
                .toList());
    }

    /** With one of its sections changed, if it still has it. */
    public SurveyContent edited(SectionId id, UnaryOperator<Section> edit) {
        return with(sections.stream()
                .map(section -> section.id().equals(id) ? edit.apply(section) : section)
                .toList());
    }

    /** All questions with what belongs to their places, in their order. */
    public List<Entry> entries() {
        return sections.stream().flatMap(section -> section.entries().stream()).toList();
    }

    /** The questions asked before this one, whatever is answered: those a condition or a text of it can look back at. */
    public List<Entry> before(QuestionId question) {
        return entries().stream()
                .takeWhile(entry -> !entry.id().equals(question))
                .toList();
    }

    /** The questions asked before this section. */
    public List<Entry> before(SectionId section) {
        return sections.stream()
                .takeWhile(one -> !one.id().equals(section))
                .flatMap(one -> one.entries().stream())
                .toList();
    }

    /** All questions, in their order. */
    public List<Question> questions() {
        return sections.stream()
                .flatMap(section -> section.entries().stream())
                .map(Entry::question)
                .toList();
    }

    /** What it is written in, in the order its languages are to be shown. */
    public List<Locale> locales() {
        return languages.isEmpty()
                ? Texts.LANGUAGES
                : languages.stream().map(Locale::of).toList();
    }

    /** Whether what is asked depends on what was answered. */
    @JsonIgnore
    public boolean isConditional() {
        return sections.stream()
                .anyMatch(section -> !section.shownIf().isAlways()
                        || section.entries().stream()
                                .anyMatch(entry -> !entry.shownIf().isAlways()));
    }

    /** How long answering takes, in whole minutes, at least 1: an estimate. */
    @JsonIgnore
    public int minutes() {
        return Math.max(
                1, Math.ceilDiv(questions().stream().mapToInt(Question::seconds).sum(), 60));
    }

    /** @throws DomainException UNKNOWN_QUESTION */
    public Question question(QuestionId id) {
        return questions().stream()
                .filter(question -> question.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new DomainException(SurveyError.UNKNOWN_QUESTION));
    }

    /** A code no question of this content has, and no text quotes as that of one that is gone: the next number. */
    public String freshCode() {
        Set<String> taken = entries().stream().map(Entry::code).collect(Collectors.toSet());
        var quoted = Quotes.allCodes(this);
        return IntStream.iterate(taken.size() + 1, number -> number + 1)
                .mapToObj(number -> "q" + number)
                .filter(code -> !taken.contains(code) && !quoted.contains(code))
                .findFirst()
                .orElseThrow();
    }

    /** Every text a respondent reads that must be there in each language it is asked in. */
    public Stream<LocalizedText> texts() {
        return Stream.of(
                        Stream.of(title, why),
                        sections.stream().map(Section::title).filter(text -> !text.isBlank()),
                        questions().stream().flatMap(Question::texts))
                .flatMap(one -> one);
    }

    /** What keeps it from being published; empty if nothing does. */
    public List<Problem> defects() {
        var problems = new ArrayList<Problem>();
        if (title.isBlank()) {
            problems.add(new Problem(SurveyError.SURVEY_WITHOUT_TITLE, List.of()));
        }
        if (why.isBlank()) {
            problems.add(new Problem(SurveyError.SURVEY_WITHOUT_REASON, List.of()));
        }
        if (questions().isEmpty()) {
            problems.add(new Problem(SurveyError.NO_QUESTION, List.of()));
        }
        var ids = new HashSet<QuestionId>();
        for (var question : questions()) {
            if (!ids.add(question.id())) {
                problems.add(new Problem(SurveyError.QUESTION_TWICE, List.of()));
            }
            problems.addAll(question.defects());
        }
        return problems;
    }
}
