package io.throughline.survey.results;

import io.throughline.shared.OrganisationId;
import io.throughline.survey.ResultsFilter;
import io.throughline.survey.SurveyContent;
import io.throughline.survey.logic.Quotes;
import io.throughline.survey.question.DateQuestion;
import io.throughline.survey.question.Item;
import io.throughline.survey.question.Other;
import io.throughline.survey.question.Question;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Says in a language whose answers are looked at. */
public final class FilterWords {

    private final Wording texts;
    private final Locale locale;

    public FilterWords(Wording texts, Locale locale) {
        this.texts = texts;
        this.locale = locale;
    }

    /** Words by key. */
    @FunctionalInterface
    public interface Wording {
        String text(String key, Object... arguments);
    }

    /** One part for each thing that leaves somebody out. @param organisations names by id */
    public List<String> of(
            ResultsFilter filter, SurveyContent content, Function<OrganisationId, String> organisations) {
        var parts = new ArrayList<String>();
        if (filter.segment() != null) {
            parts.add(texts.text("surveys.segment") + ": " + filter.segment());
        }
        filter.organisations().stream().map(organisations).sorted().forEach(parts::add);
        if (filter.from() != null) {
            parts.add(texts.text("surveys.filter.from-week", day(filter.from())));
        }
        if (filter.to() != null) {
            parts.add(texts.text("surveys.filter.to-week", day(filter.to().plusDays(6))));
        }
        if (filter.said() != null) {
            parts.add(said(filter.said(), content));
        }
        return parts;
    }

    private String day(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(locale)
                .format(day);
    }

    /** An answer to another question. */
    public String said(ResultsFilter.Said said, SurveyContent content) {
        var question = content.question(said.question());
        return Quotes.unanswered(question.title()).in(locale) + ": " + option(question, said.option());
    }

    /** What an option of a question is called, or anything else by which its figures are told apart. */
    public String option(Question question, String option) {
        if (question instanceof DateQuestion && !option.isEmpty()) {
            return DateTimeFormatter.ofPattern("LLLL uuuu", locale).format(YearMonth.parse(option));
        }
        return option.equals(Other.KEY)
                ? texts.text("answer.other")
                : question.items().stream()
                        .filter(item -> item.key().equals(option))
                        .map(Item::text)
                        .map(text -> text.in(locale))
                        .findFirst()
                        .orElse(option);
    }
}
