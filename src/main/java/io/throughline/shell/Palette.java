package io.throughline.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.dom.DomEvent;
import io.throughline.shared.port.PaletteSource.Entry;
import io.throughline.shared.ui.Kit;
import java.util.List;

/** Find or do anything: type, choose with the arrows, Enter. */
class Palette extends Dialog {

    private static final String LIST = "palette-results";
    private static final String KEY = "event.key";
    private static final String TYPED = "event.target.value";

    private final transient PaletteSearch search;
    private final Input query = new Input(ValueChangeMode.LAZY);
    private final Div results = Kit.div("tl-palette-results");
    private final Span announcement = new Span();
    private transient List<Entry> found = List.of();
    private String asked = "";
    private int chosen;

    Palette(PaletteSearch search) {
        this.search = search;
        addClassName("tl-palette");
        setWidth("min(600px, 94vw)");
        setTop("12vh");
        getElement().setAttribute("aria-label", getTranslation("shell.find"));
        furnishQuery();
        results.setId(LIST);
        results.getElement().setAttribute("role", "listbox");
        results.getElement().setAttribute("aria-label", getTranslation("shell.palette.results"));
        announcement.addClassName("tl-visually-hidden");
        announcement.getElement().setAttribute("role", "status");
        add(query, results, announcement);
        refresh("");
        addOpenedChangeListener(event -> query.focus());
    }

    private void furnishQuery() {
        query.addClassName("tl-palette-query");
        query.setPlaceholder(getTranslation("shell.find"));
        query.setAriaLabel(getTranslation("shell.find"));
        query.setValueChangeTimeout(150);
        query.addValueChangeListener(change -> refresh(change.getValue()));
        query.getElement()
                .setAttribute("role", "combobox")
                .setAttribute("aria-expanded", "true")
                .setAttribute("aria-autocomplete", "list")
                .setAttribute("aria-controls", LIST)
                .setAttribute("autocomplete", "off");
        query.getElement()
                .addEventListener("keydown", this::onKey)
                .setFilter("['ArrowDown', 'ArrowUp', 'Enter'].includes(event.key) && (event.preventDefault(), true)")
                .addEventData(KEY)
                .addEventData(TYPED);
    }

    /** What was typed travels with the key, since the list may not have heard of it yet. */
    private void onKey(DomEvent event) {
        refresh(event.getEventData().path(TYPED).asString(""));
        switch (event.getEventData().path(KEY).asString("")) {
            case "ArrowDown" -> choose(chosen + 1);
            case "ArrowUp" -> choose(chosen - 1);
            default -> go(chosen);
        }
    }

    private void refresh(String typed) {
        if (typed.equals(asked) && results.getComponentCount() > 0) {
            return;
        }
        asked = typed;
        found = search.find(typed);
        results.removeAll();
        for (var i = 0; i < found.size(); i++) {
            results.add(option(i));
        }
        var words = found.isEmpty()
                ? getTranslation("shell.palette.nothing")
                : getTranslation("shell.palette.found", found.size());
        if (found.isEmpty()) {
            results.add(Kit.div("tl-dim", new Span(words)));
        }
        announcement.setText(words);
        choose(0);
    }

    private Div option(int index) {
        var entry = found.get(index);
        var option = Kit.div("tl-palette-option", new Span(entry.title()), Kit.dim(getTranslation(entry.kindKey())));
        option.setId(LIST + "-" + index);
        option.getElement().setAttribute("role", "option");
        option.addClickListener(click -> go(index));
        return option;
    }

    private void choose(int index) {
        if (found.isEmpty()) {
            query.getElement().removeAttribute("aria-activedescendant");
            return;
        }
        chosen = Math.floorMod(index, found.size());
        for (var i = 0; i < found.size(); i++) {
            results.getComponentAt(i).getElement().setAttribute("aria-selected", String.valueOf(i == chosen));
        }
        query.getElement().setAttribute("aria-activedescendant", LIST + "-" + chosen);
        results.getComponentAt(chosen).getElement().executeJs("this.scrollIntoView({ block: 'nearest' })");
    }

    private void go(int index) {
        if (index < found.size()) {
            close();
            UI.getCurrent().navigate(found.get(index).href());
        }
    }
}
