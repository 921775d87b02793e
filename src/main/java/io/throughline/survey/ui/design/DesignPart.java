package io.throughline.survey.ui.design;

import io.throughline.shared.DomainException;
import io.throughline.shared.Ids;
import io.throughline.shared.LocalizedText;
import io.throughline.shared.TypedText;
import io.throughline.survey.QuestionId;
import io.throughline.survey.SectionId;
import io.throughline.survey.SurveyContent;
import io.throughline.survey.SurveyError;
import io.throughline.survey.question.Item;
import io.throughline.survey.question.NumberQuestion;
import io.throughline.survey.question.Question;
import io.throughline.survey.question.Rewording;
import io.throughline.survey.question.Scale;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A named part of a survey's content: what a field of the designer shows and changes. */
record DesignPart(@Nullable SectionId section, @Nullable QuestionId question, Kind kind) {

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
    private static final LocalizedText BLANK = new LocalizedText(Map.of());

    /** Of the survey as a whole. */
    static DesignPart of(Kind kind) {
        return new DesignPart(null, null, kind);
    }

    static DesignPart of(SectionId section, Kind kind) {
        return new DesignPart(section, null, kind);
    }

    static DesignPart of(QuestionId question, Kind kind) {
        return new DesignPart(null, question, kind);
    }

    /** As a field's name in the page. */
    String name() {
        if (section != null) {
            return "s-" + section.value() + "." + kind;
        }
        return question == null ? kind.name() : question.value() + "." + kind;
    }

    /** The part a page means by this name. @throws DomainException UNKNOWN_QUESTION for what is gone */
    static DesignPart named(String name, SurveyContent content) {
        return Stream.of(
                        Stream.of(of(Kind.TITLE), of(Kind.WHY)),
                        content.sections().stream()
                                .flatMap(section ->
                                        Stream.of(Kind.TITLE, Kind.HELP).map(kind -> of(section.id(), kind))),
                        content.questions().stream()
                                .flatMap(question -> Stream.of(Kind.values()).map(kind -> of(question.id(), kind))))
                .flatMap(parts -> parts)
                .filter(part -> part.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new DomainException(SurveyError.UNKNOWN_QUESTION));
    }

    /** Whether it is there to be written in. */
    boolean stands(SurveyContent content) {
        if (section != null) {
            return content.sections().stream().anyMatch(one -> one.id().equals(section));
        }
        return question == null
                || content.questions().stream().anyMatch(one -> one.id().equals(question));
    }

    /** All that a field says, to be read. */
    static String words(JsonNode value) {
        if (value.isString()) {
            return value.asString();
        }
        var words = new ArrayList<String>();
        for (var part : value.has("texts") ? value.path("texts") : value) {
            words.add(words(part));
        }
        return words.stream().filter(one -> !TypedText.showsNothing(one)).collect(Collectors.joining(" · "));
    }

    /** What stands there, in each language, to be read. */
    String words(SurveyContent content) {
        var stands = in(content);
        var texts = stands instanceof List<?> items
                ? items.stream().filter(Item.class::isInstance).map(one -> ((Item) one).text())
                : Stream.of(stands).filter(LocalizedText.class::isInstance).map(LocalizedText.class::cast);
        return texts.flatMap(text -> text.texts().values().stream()).collect(Collectors.joining(" · "));
    }

    /** What stands there; for comparing. */
    Object in(SurveyContent content) {
        if (section != null) {
            return content.sections().stream()
                    .filter(one -> one.id().equals(section))
                    .findFirst()
                    .map(one -> kind == Kind.TITLE ? one.title() : one.help())
                    .orElse(BLANK);
        }
        if (question == null) {
            return kind == Kind.TITLE ? content.title() : content.why();
        }
        return content.questions().stream()
                .filter(one -> one.id().equals(question))
                .findFirst()
                .<Object>map(one -> kind == Kind.ITEMS ? one.items() : textOf(one))
                .orElse("");
    }

    private LocalizedText textOf(Question one) {
        return switch (kind) {
            case TITLE -> one.title();
            case HELP -> one.help();
            case LOW -> one instanceof Scale scale ? scale.low() : BLANK;
            case HIGH -> one instanceof Scale scale ? scale.high() : BLANK;
            case UNIT -> one instanceof NumberQuestion number ? number.unit() : BLANK;
            case WHY, ITEMS -> BLANK;
        };
    }

    /** The content with what a field says in this part. Languages the field doesn't show keep their texts. */
    SurveyContent replaced(SurveyContent content, JsonNode value) {
        var languages = content.locales();
        if (section != null) {
            return content.edited(
                    section,
                    one -> kind == Kind.TITLE
                            ? one.with(text(value, one.title(), languages), one.help())
                            : one.with(one.title(), text(value, one.help(), languages)));
        }
        if (question == null) {
            return kind == Kind.TITLE
                    ? content.with(text(value, content.title(), languages), content.why())
                    : content.with(content.title(), text(value, content.why(), languages));
        }
        return edited(content, question, one -> replaced(one, value, languages));
    }

    private Question replaced(Question one, JsonNode value, List<Locale> languages) {
        if (kind == Kind.ITEMS) {
            return Rewording.of(one, items(value, one.items(), languages));
        }
        var text = text(value, textOf(one), languages);
        return switch (kind) {
            case TITLE -> Rewording.of(one, text, one.help(), one.required(), one.items());
            case HELP -> Rewording.of(one, one.title(), text, one.required(), one.items());
            case LOW -> one instanceof Scale old ? ends(old, text, old.high()) : one;
            case HIGH -> one instanceof Scale old ? ends(old, old.low(), text) : one;
            case UNIT -> one instanceof NumberQuestion old ? measured(old, text) : one;
            case WHY, ITEMS -> one;
        };
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
        return content.edited(id, entry -> entry.with(edit.apply(entry.question())));
    }

    private static LocalizedText text(JsonNode value, LocalizedText before, List<Locale> languages) {
        var texts = new TreeMap<>(before.texts());
        for (var language : languages) {
            var text = value.path(language.getLanguage()).asString("");
            if (TypedText.showsNothing(text)) {
                texts.remove(language.getLanguage());
            } else {
                texts.put(language.getLanguage(), text);
            }
        }
        return new LocalizedText(texts);
    }

    private static @Nullable UUID requirement(JsonNode row) {
        var id = row.path("requirement").asString("");
        return id.isEmpty() ? null : Ids.parse(id);
    }

    private static List<Item> items(JsonNode value, List<Item> before, List<Locale> languages) {
        var known = before.stream().collect(Collectors.toMap(Item::key, Item::text, (a, _) -> a));
        var items = new ArrayList<Item>();
        for (var row : value) {
            if (items.size() < MOST_ROWS) {
                var key = row.path("key").asString("");
                items.add(new Item(
                        key, text(row.path("texts"), known.getOrDefault(key, BLANK), languages), requirement(row)));
            }
        }
        return items;
    }
}
