package io.throughline.survey.ui.condition;

import com.vaadin.flow.component.Component;
import io.throughline.shared.i18n.Texts;
import io.throughline.shared.ui.Labels;
import io.throughline.survey.Entry;
import io.throughline.survey.SurveyContent;
import io.throughline.survey.logic.Claim;
import io.throughline.survey.logic.Comparison;
import io.throughline.survey.logic.Condition;
import io.throughline.survey.logic.Quotes;
import io.throughline.survey.question.Other;
import io.throughline.survey.question.Question;
import io.throughline.survey.question.SingleChoice;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A condition as a sentence. */
public final class ConditionWords {

    private static final int LONGEST = 40;

    private final Component reader;
    private final Locale locale;
    private final SurveyContent content;

    public ConditionWords(Component reader, Locale locale, SurveyContent content) {
        this.reader = reader;
        this.locale = locale;
        this.content = content;
    }

    public String sentence(Condition condition) {
        if (condition.isAlways()) {
            return reader.getTranslation("surveys.if.always");
        }
        var all = condition.comparisons().stream().map(this::of).toList();
        return "↳ " + reader.getTranslation("surveys.if.only") + " "
                + all.stream()
                        .collect(Collectors.joining(
                                " " + reader.getTranslation("surveys.if.join." + condition.match()) + " "));
    }

    String of(Comparison comparison) {
        var entry = content.entries().stream()
                .filter(one -> one.id().equals(comparison.question()))
                .findFirst();
        var name = entry.map(this::name).orElseGet(() -> reader.getTranslation("surveys.if.gone"));
        var ask = ask(entry.map(Entry::question).orElse(null), Ask.of(comparison.claim()));
        return switch (comparison.claim()) {
            case Claim.Answered _ -> name + " " + ask;
            case Claim.Chosen claim ->
                name + " " + ask + " "
                        + entry.map(one -> item(one.question(), claim.item())).orElse(claim.item());
            case Claim.Amount claim ->
                name
                        + (claim.item().isEmpty()
                                ? ""
                                : " · "
                                        + entry.map(one -> item(one.question(), claim.item()))
                                                .orElse(claim.item()))
                        + " " + ask + " " + Texts.number(claim.amount(), locale);
            case Claim.Day claim ->
                name + " " + ask + " "
                        + DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                                .withLocale(locale)
                                .format(claim.day());
        };
    }

    /** What is asked of answers to a question. One choice is what was chosen, several contain it. */
    String ask(@Nullable Question question, Ask ask) {
        boolean one = question instanceof SingleChoice && (ask == Ask.CHOSEN || ask == Ask.NOT_CHOSEN);
        return one ? reader.getTranslation("surveys.if.one." + ask) : Labels.of(reader, ask);
    }

    /** Its code and how its text begins. */
    String name(Entry entry) {
        return entry.code() + " "
                + quoted(Quotes.unanswered(entry.question().title()).in(locale));
    }

    String item(Question question, String key) {
        if (key.equals(Other.KEY)) {
            return quoted(reader.getTranslation("answer.other"));
        }
        return question.items().stream()
                .filter(item -> item.key().equals(key))
                .findFirst()
                .map(item -> quoted(Quotes.unanswered(item.text()).in(locale)))
                .orElseGet(() -> reader.getTranslation("surveys.if.item.gone"));
    }

    private String quoted(String text) {
        return reader.getTranslation(
                "surveys.if.quoted",
                text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1).strip() + "…");
    }
}
