package io.throughline.survey.ui;

import io.throughline.shared.DomainException;
import io.throughline.shared.LocalizedText;
import io.throughline.shared.i18n.Texts;
import io.throughline.survey.QuestionId;
import io.throughline.survey.SurveyContent;
import io.throughline.survey.SurveyError;
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
import io.throughline.survey.question.OwnWords;
import io.throughline.survey.question.Pairwise;
import io.throughline.survey.question.Points;
import io.throughline.survey.question.Question;
import io.throughline.survey.question.Ranking;
import io.throughline.survey.question.Scale;
import io.throughline.survey.question.SingleChoice;
import io.throughline.survey.question.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A named part of a survey's content: what a field of the designer shows and changes. */
record DesignPart(@Nullable QuestionId question, Kind kind) {

    enum Kind {
        TITLE,
        WHY,
        HELP,
        ITEMS,
        /** What the lower end of a scale means. */
        LOW,
        HIGH,
        /** Of a number. */
        UNIT
    }

    private static final int MOST_ROWS = 200;

    static DesignPart of(Kind kind) {
        return new DesignPart(null, kind);
    }

    /** As a field's name in the page. */
    String name() {
        return question == null ? kind.name() : question.value() + "." + kind;
    }

    /** The part a page means by this name. @throws DomainException UNKNOWN_QUESTION for a question that is gone */
    static DesignPart named(String name, SurveyContent content) {
        return Stream.concat(
                        Stream.of(of(Kind.TITLE), of(Kind.WHY)),
                        content.questions().stream()
                                .flatMap(question ->
                                        Stream.of(Kind.values()).map(kind -> new DesignPart(question.id(), kind))))
                .filter(part -> part.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new DomainException(SurveyError.UNKNOWN_QUESTION));
    }

    /** What stands there; for comparing. */
    Object in(SurveyContent content) {
        if (question == null) {
            return kind == Kind.TITLE ? content.title() : content.why();
        }
        return content.questions().stream()
                .filter(one -> one.id().equals(question))
                .findFirst()
                .<Object>map(one -> switch (kind) {
                    case TITLE -> one.title();
                    case HELP -> one.help();
                    case ITEMS -> one.items();
                    case LOW -> one instanceof Scale scale ? scale.low() : "";
                    case HIGH -> one instanceof Scale scale ? scale.high() : "";
                    case UNIT -> one instanceof NumberQuestion number ? number.unit() : "";
                    case WHY -> "";
                })
                .orElse("");
    }

    /** The content with what a field says in this part. */
    SurveyContent replaced(SurveyContent content, JsonNode value) {
        if (question == null) {
            var text = text(value);
            return kind == Kind.TITLE
                    ? new SurveyContent(text, content.why(), content.questions())
                    : new SurveyContent(content.title(), text, content.questions());
        }
        return edited(content, question, one -> switch (kind) {
            case TITLE -> with(one, text(value), one.help(), one.required(), one.items());
            case HELP -> with(one, one.title(), text(value), one.required(), one.items());
            case ITEMS -> with(one, one.title(), one.help(), one.required(), items(value));
            case LOW -> one instanceof Scale old ? ends(old, text(value), old.high()) : one;
            case HIGH -> one instanceof Scale old ? ends(old, old.low(), text(value)) : one;
            case UNIT -> one instanceof NumberQuestion old ? measured(old, text(value)) : one;
            case WHY -> one;
        });
    }

    private static Scale ends(Scale old, LocalizedText low, LocalizedText high) {
        return new Scale(old.id(), old.title(), old.help(), old.required(), old.least(), old.greatest(), low, high);
    }

    private static NumberQuestion measured(NumberQuestion old, LocalizedText unit) {
        return new NumberQuestion(
                old.id(), old.title(), old.help(), old.required(), old.least(), old.greatest(), old.decimals(), unit);
    }

    /** The content with one of its questions changed, if it still has it. */
    static SurveyContent edited(SurveyContent content, QuestionId id, UnaryOperator<Question> edit) {
        return new SurveyContent(
                content.title(),
                content.why(),
                content.questions().stream()
                        .map(one -> one.id().equals(id) ? edit.apply(one) : one)
                        .toList());
    }

    /** The question with other texts; its id, type and what belongs to the type alone stay. */
    static Question with(
            Question question, LocalizedText title, LocalizedText help, boolean required, List<Item> items) {
        return switch (question) {
            case Kano one -> new Kano(one.id(), title, help, required, items);
            case Ranking one -> new Ranking(one.id(), title, help, required, items);
            case Pairwise one -> new Pairwise(one.id(), title, help, required, items);
            case SingleChoice one -> new SingleChoice(one.id(), title, help, required, items, one.other());
            case MultipleChoice one -> new MultipleChoice(one.id(), title, help, required, items, one.other());
            case ChoiceOfK one -> new ChoiceOfK(one.id(), title, help, required, one.choose(), items);
            case BestWorst one -> one.with(title, help, required, items);
            case ImportanceSatisfaction one ->
                new ImportanceSatisfaction(one.id(), title, help, required, one.choose(), items);
            case Points one -> new Points(one.id(), title, help, required, items);
            case ImportanceSatisfactionByRating one ->
                new ImportanceSatisfactionByRating(one.id(), title, help, required, items);
            case Scale one ->
                new Scale(one.id(), title, help, required, one.least(), one.greatest(), one.low(), one.high());
            case Nps one -> new Nps(one.id(), title, help, required);
            case NumberQuestion one ->
                new NumberQuestion(
                        one.id(), title, help, required, one.least(), one.greatest(), one.decimals(), one.unit());
            case DateQuestion one -> new DateQuestion(one.id(), title, help, required, one.earliest(), one.latest());
            case FileQuestion one ->
                new FileQuestion(one.id(), title, help, required, one.kinds(), one.most(), one.megabytes());
            case Text one -> new Text(one.id(), title, help, required, one.lines());
            case OwnWords one -> new OwnWords(one.id(), title, help, required);
        };
    }

    private static LocalizedText text(JsonNode value) {
        var texts = new TreeMap<String, String>();
        for (var language : Texts.LANGUAGES) {
            var text = value.path(language.getLanguage()).asString("");
            if (!text.isBlank()) {
                texts.put(language.getLanguage(), text);
            }
        }
        return new LocalizedText(texts);
    }

    private static List<Item> items(JsonNode value) {
        var items = new ArrayList<Item>();
        for (var row : value) {
            if (items.size() < MOST_ROWS) {
                items.add(new Item(row.path("key").asString(""), text(row.path("texts"))));
            }
        }
        return items;
    }
}
