package io.throughline.survey.ui;

import io.throughline.shared.DomainException;
import io.throughline.shared.LocalizedText;
import io.throughline.shared.i18n.Texts;
import io.throughline.survey.QuestionId;
import io.throughline.survey.SurveyContent;
import io.throughline.survey.SurveyError;
import io.throughline.survey.question.BestWorst;
import io.throughline.survey.question.ImportanceSatisfaction;
import io.throughline.survey.question.Item;
import io.throughline.survey.question.Kano;
import io.throughline.survey.question.OwnWords;
import io.throughline.survey.question.Pairwise;
import io.throughline.survey.question.Points;
import io.throughline.survey.question.Question;
import io.throughline.survey.question.Ranking;
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
        ITEMS
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
                                .flatMap(question -> Stream.of(Kind.TITLE, Kind.HELP, Kind.ITEMS)
                                        .map(kind -> new DesignPart(question.id(), kind))))
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
            case WHY -> one;
        });
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
            case BestWorst one -> one.with(title, help, required, items);
            case ImportanceSatisfaction one ->
                new ImportanceSatisfaction(one.id(), title, help, required, one.choose(), items);
            case Points one -> new Points(one.id(), title, help, required, items);
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
