package io.throughline.survey.ui.version;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.throughline.shared.LocalizedText;
import io.throughline.shared.TypedText;
import io.throughline.shared.ui.Kit;
import io.throughline.shared.ui.Labels;
import io.throughline.survey.QuestionId;
import io.throughline.survey.SurveyContent;
import io.throughline.survey.logic.Quotes;
import io.throughline.survey.question.Other;
import io.throughline.survey.question.Question;
import io.throughline.survey.ui.condition.ConditionWords;
import io.throughline.survey.ui.design.QuestionEditor;
import io.throughline.survey.version.Edit;
import io.throughline.survey.version.Edit.Kind;
import io.throughline.survey.version.Part;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What an edit changed from what to what, in the reader's words. */
final class EditWords {

    private final Component reader;
    private final Locale locale;
    private final SurveyContent before;
    private final SurveyContent after;

    EditWords(Component reader, Locale locale, SurveyContent before, SurveyContent after) {
        this.reader = reader;
        this.locale = locale;
        this.before = before;
        this.after = after;
    }

    /** Reworded, removed, … with the item it is about. */
    String name(Edit edit) {
        var name = reader.getTranslation("version.edit." + edit.kind());
        var question = edit.question();
        return question == null || edit.item().isEmpty()
                ? name
                : reader.getTranslation("version.edit.of-item", name, item(question, edit.item()));
    }

    /** A question with its number, a section, or the survey itself: what several edits are about. */
    String place(Edit edit) {
        var question = edit.question();
        if (question != null) {
            return find(after, question)
                    .map(one -> reader.getTranslation(
                            "version.place.question",
                            numberIn(after, question),
                            Quotes.unanswered(one.title()).in(locale)))
                    .or(() -> find(before, question)
                            .map(one -> reader.getTranslation(
                                    "version.place.gone",
                                    numberIn(before, question),
                                    Quotes.unanswered(one.title()).in(locale))))
                    .orElseThrow();
        }
        var section = edit.section();
        return section == null
                ? reader.getTranslation("version.place.survey")
                : Stream.of(after, before)
                        .flatMap(content -> content.sections().stream()
                                .filter(one -> one.id().equals(section))
                                .map(one -> reader.getTranslation(
                                        "version.place.section",
                                        content.sections().indexOf(one) + 1,
                                        Quotes.unanswered(one.title()).in(locale))))
                        .findFirst()
                        .orElseThrow();
    }

    /** What an item is called: in the draft, or where it is gone in the version before. */
    String item(QuestionId question, String key) {
        if (key.equals(Other.KEY)) {
            return reader.getTranslation("answer.other");
        }
        return Stream.of(after, before)
                .flatMap(content -> find(content, question).stream())
                .flatMap(one -> one.items().stream())
                .filter(item -> item.key().equals(key))
                .map(item -> Quotes.unanswered(item.text()).in(locale))
                .filter(text -> !TypedText.showsNothing(text))
                .findFirst()
                .orElse(key);
    }

    /** How it was. */
    Component before(Edit edit) {
        return side(edit, edit.before(), edit.after(), before);
    }

    /** How it is to be. */
    Component after(Edit edit) {
        return side(edit, edit.after(), edit.before(), after);
    }

    private Component side(Edit edit, @Nullable Part part, @Nullable Part other, SurveyContent content) {
        return switch (part) {
            case null -> new Paragraph(Kit.dim(reader.getTranslation("version.nothing")));
            case Part.Words words ->
                edit.item().equals(Other.KEY) ? said(reader.getTranslation("answer.other")) : words(words, other);
            case Part.Whole whole
            when edit.kind() == Kind.LIMITS -> said(new LimitWords(reader, locale).of(whole.question()));
            case Part.Whole whole -> whole(whole.question());
            case Part.When when -> when(when, content);
            case Part.Place place -> said(where(place));
            case Part.Source source ->
                said(reader.getTranslation(source.requirement() == null ? "version.typed" : "version.drawn"));
            case Part.Flag flag ->
                said(reader.getTranslation("version.flag." + edit.kind() + (flag.set() ? ".yes" : ".no")));
            case Part.Code code -> said(code.code());
            case Part.Languages languages ->
                said(languages.codes().stream()
                        .map(code -> Locale.of(code).getDisplayLanguage(locale))
                        .collect(Collectors.joining(", ")));
            case Part.Pages pages -> said(Labels.of(reader, pages.paging()));
            case Part.Promise promise -> said(promised(promise));
        };
    }

    private String promised(Part.Promise promise) {
        var names = Labels.of(reader, promise.confidentiality());
        var counting = promise.counting();
        return counting == null
                ? names
                : reader.getTranslation(
                        "version.promise.anonymous", names, promise.group(), Labels.of(reader, counting));
    }

    private static Component said(String text) {
        return new Paragraph(text);
    }

    private String where(Part.Place place) {
        if (place.section() == 0) {
            return reader.getTranslation("version.where.item", place.place());
        }
        return place.place() == 0
                ? reader.getTranslation("surveys.section", place.section())
                : reader.getTranslation("version.where.question", place.section(), place.place());
    }

    private Component when(Part.When when, SurveyContent content) {
        var words = new ConditionWords(reader, locale, content);
        var both = Stream.of(when.section(), when.own())
                .filter(one -> !one.isAlways())
                .distinct()
                .map(words::sentence)
                .toList();
        return both.isEmpty() ? said(reader.getTranslation("surveys.if.always")) : lines(both);
    }

    private static Component lines(List<String> lines) {
        var all = new Div();
        lines.forEach(line -> all.add(new Paragraph(line)));
        return all;
    }

    /** Only what differs, each text in its language. */
    private Component words(Part.Words words, @Nullable Part other) {
        var all = new Div();
        for (int at = 0; at < words.texts().size(); at++) {
            var own = words.texts().get(at);
            var opposite = other instanceof Part.Words two ? two.texts().get(at) : new LocalizedText(Map.of());
            var codes = new TreeSet<>(own.texts().keySet());
            codes.addAll(opposite.texts().keySet());
            codes.removeIf(code ->
                    Objects.equals(own.texts().get(code), opposite.texts().get(code)));
            codes.forEach(code -> all.add(word(code, own.texts().getOrDefault(code, ""), codes.size() > 1)));
        }
        return all;
    }

    private Component word(String code, String text, boolean several) {
        var line = new Paragraph();
        if (several || !code.equals(locale.getLanguage())) {
            line.add(Kit.dim(Locale.of(code).getDisplayLanguage(locale) + ": "));
        }
        var words = new Span(TypedText.showsNothing(text) ? reader.getTranslation("version.blank") : text);
        words.getElement().setAttribute("lang", code);
        line.add(words);
        return line;
    }

    private Component whole(Question question) {
        var all = new Div(
                new Paragraph(question.title().in(locale)),
                Kit.dim(reader.getTranslation(QuestionEditor.key(question))));
        if (!question.items().isEmpty()) {
            var list = new UnorderedList();
            question.items().forEach(item -> list.add(new ListItem(item.text().in(locale))));
            all.add(list);
        }
        return all;
    }

    private static Optional<Question> find(SurveyContent content, QuestionId id) {
        return content.questions().stream().filter(one -> one.id().equals(id)).findFirst();
    }

    private static int numberIn(SurveyContent content, QuestionId id) {
        return content.questions().stream().map(Question::id).toList().indexOf(id) + 1;
    }
}
