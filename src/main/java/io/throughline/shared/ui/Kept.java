package io.throughline.shared.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Span;
import io.throughline.shared.CurrentViewer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Loses nothing typed into a form that is saved by a button: the browser keeps every keystroke in its tab, and gives it
 * back, saying so, where the same form is drawn again after an expired session, a lost connection or a reload. Signing
 * out and closing the tab end it; another person who signs in there never gets it.
 *
 * <pre>{@code
 * var kept = Kept.in(form, "requirement/" + id + "/" + version).text("title", title).text("statement", statement);
 * …
 * kept.forget(); // when it is saved, or thrown away on purpose
 * }</pre>
 */
@Tag("tl-kept")
@JsModule("context://frontend/kept.js")
public class Kept extends Component implements HasComponents {

    private final String object;
    private final transient List<Field<?>> fields = new ArrayList<>();

    private Kept(String object) {
        this.object = object;
        addClassName("tl-kept");
        getElement().setAttribute("object", object).setAttribute("role", "status");
        new CurrentViewer()
                .find()
                .ifPresent(viewer ->
                        getElement().setAttribute("owner", viewer.id().value().toString()));
    }

    /**
     * @param form gets a line that says when something typed is back
     * @param object names what is edited, with its version where it has one: "requirement/4c…/3"; blanks not allowed
     */
    public static Kept in(HasComponents form, String object) {
        if (object.isBlank() || object.contains(" ")) {
            throw new IllegalArgumentException("not a name: " + object);
        }
        var kept = new Kept(object);
        form.add(kept);
        return kept;
    }

    /** A field one types text into. */
    public <F extends Component & HasValue<?, String>> Kept text(String name, F field) {
        field.getElement().setAttribute("data-kept", object + " " + name);
        fields.add(new Field<>(name, field, field.getValue(), text -> text));
        return this;
    }

    /**
     * Any other field.
     *
     * @param toText of a value that isn't empty
     * @param fromText null if the text means nothing any more
     */
    public <V, F extends HasValue<?, V>> Kept choice(
            String name, F field, Function<V, String> toText, Function<String, @Nullable V> fromText) {
        fields.add(new Field<>(name, field, field.getValue(), fromText));
        field.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                tell("keep", name, field.isEmpty() ? "" : toText.apply(field.getValue()));
            }
        });
        return this;
    }

    /** It is saved, or the person threw it away. */
    public void forget() {
        removeAll();
        tell("forget", "", "");
    }

    /** One field is saved; the others are not. */
    public void forget(String name) {
        tell("forget", name, "");
    }

    /** Nothing that anybody typed in this tab is needed any more. */
    public static void forgetEverything(UI ui) {
        ui.getPage()
                .executeJs("try { Object.keys(sessionStorage).filter(key => key.startsWith('tl-keep '))"
                        + ".forEach(key => sessionStorage.removeItem(key)) } catch { }");
    }

    @Override
    protected void onAttach(AttachEvent event) {
        getElement()
                .executeJs("return customElements.whenDefined(this.localName).then(() => this.left())")
                .then(JsonNode.class, this::restore);
    }

    /** By way of the window, since this element may be gone by the time the browser hears of it. */
    private void tell(String what, String field, String value) {
        UI.getCurrent()
                .getPage()
                .executeJs(
                        "window.dispatchEvent(new CustomEvent('tl-kept-' + $0,"
                                + " { detail: { owner: $1, object: $2, field: $3, value: $4 } }))",
                        what,
                        getElement().getAttribute("owner"),
                        object,
                        field,
                        value);
    }

    private void restore(JsonNode left) {
        var back = fields.stream()
                .map(field -> field.restore(left))
                .filter(restored -> restored)
                .count();
        if (back > 0) {
            var discard = new Button(getTranslation("kept.discard"), click -> {
                fields.forEach(Field::reset);
                forget();
            });
            discard.addThemeVariants(ButtonVariant.TERTIARY);
            removeAll();
            add(new Span("↺ " + getTranslation("kept.back")), discard);
        }
    }

    private record Field<V>(String name, HasValue<?, V> field, V stored, Function<String, @Nullable V> fromText) {

        /** Whether this field shows something else than what is stored now. */
        boolean restore(JsonNode left) {
            if (!left.has(name) || field.isReadOnly()) {
                return false;
            }
            var text = left.path(name).asString("");
            var value = text.isEmpty() ? field.getEmptyValue() : fromText.apply(text);
            if (value == null || value.equals(field.getValue())) {
                return false;
            }
            field.setValue(value);
            return true;
        }

        void reset() {
            field.setValue(stored);
        }
    }
}
