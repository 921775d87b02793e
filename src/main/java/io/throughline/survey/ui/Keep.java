package io.throughline.survey.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import io.throughline.shared.Id;
import io.throughline.shared.Ids;
import io.throughline.shared.PersonId;
import io.throughline.shared.ui.Kit;
import io.throughline.survey.Stamp;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/**
 * Around a field: the browser keeps every value in this tab until the server has confirmed it, sends it again after a lost
 * connection, an expired session or a reload, and says whether it is stored. The stamp of a value is made where it is
 * given, so that sending it again stores nothing twice.
 */
@Tag("tl-keep")
@JsModule("context://frontend/keep.js")
public class Keep extends Component implements HasComponents {

    /** What became of a value. */
    public enum Outcome {
        SAVED,
        /** May be tried again. */
        FAILED,
        /** Will never do. */
        REFUSED,
        /** Somebody else changed the same: the tab keeps it until the person has decided which of both stands. */
        DISPUTED
    }

    /** @param said what the person reads about it, @param revision of what stands stored now, 0 if that is not known */
    public record Reply(Outcome outcome, String said, int revision) {}

    private record Message(
            String object, String field, String tab, long sequence, String state, String text, int revision) {}

    /**
     * @param object what the values belong to
     * @param field the one inside, empty if there is none
     */
    public Keep(PersonId owner, Id object, String field) {
        attribute("owner", owner.value().toString());
        attribute("object", object.value().toString());
        attribute("field", field);
        attribute("data-saving", getTranslation("save.saving"));
        attribute("data-failed", "! " + getTranslation("save.failed"));
        getElement().executeJs("customElements.whenDefined(this.localName).then(() => this.replay())");
    }

    /** What the page saw stored when it was drawn. */
    public Keep seen(int revision) {
        attribute("seen", String.valueOf(revision));
        return this;
    }

    /** Fields inside tell their own names; {@link Value#field} is one of those. */
    public Keep many() {
        attribute("many", "");
        return this;
    }

    /** What became of something that was given elsewhere on the page. */
    public void said(Outcome outcome, String text) {
        getElement()
                .executeJs(
                        "customElements.whenDefined(this.localName).then(() => this.tell($0, $1))",
                        outcome.name().toLowerCase(java.util.Locale.ROOT),
                        text);
    }

    /** Values are kept here only, until the person sends them; they still arrive, to be sent. */
    public Keep holding() {
        attribute("holds", "");
        attribute("data-held", getTranslation("answer.kept"));
        return this;
    }

    /** Where it says whether what was given is stored; to be put anywhere inside. */
    public Component state(String said) {
        var shown = new Span(said);
        shown.getElement().setAttribute("aria-hidden", "true");
        var announced = new Span();
        announced.addClassName("tl-visually-hidden");
        announced.getElement().setAttribute("role", "status");
        var retry = new NativeButton(getTranslation("save.retry"));
        retry.getElement().setAttribute("hidden", true);
        var state = Kit.div("tl-save", shown, announced, retry);
        if (!said.isEmpty()) {
            state.getElement().setAttribute("data-state", "saved");
        }
        return state;
    }

    public String savedAt(Instant when, ZoneId zone) {
        var time = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(getLocale())
                .format(when.atZone(zone));
        return "✓ " + getTranslation("save.saved", time);
    }

    public void onValue(Consumer<Value> heard) {
        addListener(Value.class, heard::accept);
    }

    /** @param heard gets the tab that is looked at again */
    public void onReturn(Consumer<UUID> heard) {
        addListener(Return.class, event -> heard.accept(event.tab));
    }

    /** Reaches the page even where this element is gone. */
    public static void answer(UI ui, Value value, Reply reply) {
        say(
                ui,
                new Message(
                        value.object,
                        value.field,
                        value.stamp.tab().toString(),
                        value.stamp.sequence(),
                        reply.outcome().name().toLowerCase(java.util.Locale.ROOT),
                        reply.said(),
                        reply.revision()));
    }

    /** Nothing of this object needs to be kept any more. */
    public static void forget(UI ui, Id object) {
        say(ui, new Message(object.value().toString(), "", "", 0, "over", "", 0));
    }

    private static void say(UI ui, Message message) {
        ui.getPage().executeJs("window.dispatchEvent(new CustomEvent('tl-kept', { detail: $0 }))", message);
    }

    private void attribute(String name, String value) {
        getElement().setAttribute(name, value);
    }

    /** A value was given, or is sent again. */
    @DomEvent("tl-save")
    public static class Value extends ComponentEvent<Keep> {

        private final String object;
        private final String field;
        private final transient JsonNode value;
        private final transient Stamp stamp;
        private final boolean disputed;
        private final transient List<JsonNode> over;

        public Value(Keep source, boolean fromClient, @EventData("event.detail") JsonNode detail) {
            super(source, fromClient);
            object = source.getElement().getAttribute("object");
            field = detail.path("field").asString("");
            value = detail.path("value");
            stamp = new Stamp(
                    Ids.parse(detail.path("tab").asString("")),
                    detail.path("sequence").asLong(0),
                    detail.path("seen").asInt(0));
            disputed = detail.path("disputed").asBoolean(false);
            over = List.copyOf(detail.path("over").values());
        }

        /** The field it was given in; not always the one on the screen. */
        public String field() {
            return field;
        }

        public JsonNode value() {
            return value;
        }

        public Stamp stamp() {
            return stamp;
        }

        /**
         * What it replaces, as far as the person saw: what stood there when they began, and what was sent of it since, which
         * may or may not be stored. Empty where that is not known.
         */
        public List<JsonNode> over() {
            return over;
        }

        /** Whether the person had yet to decide between it and somebody else's, on a page that is gone perhaps. */
        public boolean isDisputed() {
            return disputed;
        }
    }

    /** The person came back to this tab. */
    @DomEvent("tl-look")
    public static class Return extends ComponentEvent<Keep> {

        private final UUID tab;

        public Return(Keep source, boolean fromClient, @EventData("event.detail.tab") String tab) {
            super(source, fromClient);
            this.tab = Ids.parse(tab);
        }
    }
}
