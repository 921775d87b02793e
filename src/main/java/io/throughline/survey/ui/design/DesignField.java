package io.throughline.survey.ui.design;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import io.throughline.shared.LocalizedText;
import io.throughline.survey.Entry;
import io.throughline.survey.logic.Quotes;
import io.throughline.survey.question.Item;
import io.throughline.survey.ui.Keep;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** A field of the designer, drawn in the browser out of native inputs; a {@link Keep} around it hears what it says. */
abstract class DesignField extends Component {

    static final int LONGEST = 2_000;

    private final transient DesignPart part;
    private final String title;
    private String shownProblem = "";

    DesignField(DesignPart part, String title) {
        this.part = part;
        this.title = title;
        getElement().setAttribute("field", part.name());
    }

    /** The one of a page that shows a part, if any does. */
    static Optional<DesignField> of(DesignPart part, Component page) {
        if (page instanceof DesignField field) {
            return field.part.equals(part) ? Optional.of(field) : Optional.empty();
        }
        return page.getChildren().flatMap(child -> of(part, child).stream()).findFirst();
    }

    final String title() {
        return title;
    }

    /** Brings it into sight, with the focus in it, as soon as it is drawn. */
    final void begin() {
        getElement()
                .executeJs("customElements.whenDefined(this.localName).then(() => {"
                        + " this.scrollIntoView({ block: 'center' });"
                        + " this.querySelector('input, textarea')?.focus({ preventScroll: true }); })");
    }

    /** @param heard once the person was in it and went on elsewhere */
    final void onLeft(Runnable heard) {
        addListener(Left.class, left -> {
            left.unregisterListener();
            heard.run();
        });
    }

    /** The person was in it and went on elsewhere. */
    @DomEvent("tl-left")
    public static class Left extends ComponentEvent<DesignField> {

        public Left(DesignField source, boolean fromClient) {
            super(source, fromClient);
        }
    }

    final void show(Object question, Object value) {
        getElement()
                .executeJs("customElements.whenDefined(this.localName).then(() => this.show($0, $1))", question, value);
    }

    /** What is still wrong with it, beside it; empty if nothing is. */
    final void problem(String text) {
        if (!text.equals(shownProblem)) {
            shownProblem = text;
            getElement().executeJs("customElements.whenDefined(this.localName).then(() => this.problem($0))", text);
        }
    }

    final List<Language> named(List<Locale> languages) {
        return languages.stream()
                .map(language -> new Language(language.getLanguage(), language.getDisplayLanguage(getLocale())))
                .toList();
    }

    record Language(String code, String name) {}

    /** One text in every language of the survey. */
    @Tag("tl-texts")
    @JsModule("context://frontend/design-fields.js")
    static class Text extends DesignField {

        /** @param area whether it may be longer than a line */
        Text(DesignPart part, String title, LocalizedText text, List<Locale> languages, boolean area) {
            this(part, title, text, languages, area, List.of());
        }

        /** @param quoted questions whose answers the text can quote */
        Text(
                DesignPart part,
                String title,
                LocalizedText text,
                List<Locale> languages,
                boolean area,
                List<Entry> quoted) {
            super(part, title);
            show(
                    new Drawn(
                            title,
                            named(languages),
                            area,
                            LONGEST,
                            "",
                            getTranslation("surveys.design.untranslated"),
                            getTranslation("surveys.design.quote"),
                            getTranslation("surveys.design.quote.label", title),
                            getTranslation("surveys.design.quote.insert"),
                            quoted.stream()
                                    .map(entry -> quote(entry, languages))
                                    .toList()),
                    text.texts());
        }

        private Quote quote(Entry entry, List<Locale> languages) {
            var codes = languages.stream()
                    .collect(Collectors.toMap(
                            Locale::getLanguage,
                            language -> Quotes.quote(
                                    entry.code(), getTranslation(language, "surveys.design.quote.otherwise"))));
            return new Quote(
                    entry.code() + ": "
                            + Quotes.unanswered(entry.question().title()).in(getLocale()),
                    codes);
        }

        /** @param quote "Quote an earlier answer", @param quotes what can be quoted */
        record Drawn(
                String title,
                List<Language> languages,
                boolean area,
                int most,
                String problem,
                String missing,
                String quote,
                String quoteLabel,
                String quoteInsert,
                List<Quote> quotes) {}

        /** @param insert what is put into a text, by language */
        record Quote(String text, Map<String, String> insert) {}
    }

    /** The items of a question. */
    @Tag("tl-items")
    @JsModule("context://frontend/design-fields.js")
    static class Items extends DesignField {

        /** @param spoken keys no new item gets, @param drawn keys of the requirements items were drawn from */
        Items(
                DesignPart part,
                String title,
                List<Item> items,
                List<String> spoken,
                Map<UUID, String> drawn,
                List<Locale> languages) {
            super(part, title);
            show(
                    new Drawn(
                            title,
                            getTranslation("surveys.design.items.help"),
                            named(languages),
                            spoken,
                            LONGEST,
                            "",
                            getTranslation("surveys.design.untranslated"),
                            getTranslation("surveys.design.item", "{0}", "{1}"),
                            getTranslation("surveys.design.item.key", "{0}"),
                            getTranslation("surveys.design.item.up", "{0}"),
                            getTranslation("surveys.design.item.down", "{0}"),
                            getTranslation("surveys.design.drag"),
                            getTranslation("surveys.design.item.remove", "{0}"),
                            getTranslation("surveys.design.item.add"),
                            getTranslation("surveys.design.item.moved", "{0}", "{1}", "{2}"),
                            getTranslation("surveys.design.item.removed", "{0}"),
                            getTranslation("surveys.design.item.from", "{0}"),
                            getTranslation("action.undo")),
                    items.stream().map(item -> row(item, drawn)).toList());
        }

        private static Row row(Item item, Map<UUID, String> drawn) {
            var requirement = item.requirement();
            return new Row(
                    item.key(),
                    item.text().texts(),
                    requirement == null ? "" : requirement.toString(),
                    requirement == null ? "" : drawn.getOrDefault(requirement, ""));
        }

        /** @param requirement its id, @param from its key; both empty for what was typed */
        record Row(String key, Map<String, String> texts, String requirement, String from) {}

        record Drawn(
                String title,
                String help,
                List<Language> languages,
                List<String> spoken,
                int most,
                String problem,
                String missing,
                String item,
                String key,
                String up,
                String down,
                String drag,
                String remove,
                String add,
                String moved,
                String removed,
                String from,
                String undo) {}
    }
}
