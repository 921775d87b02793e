package io.throughline.shell;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.throughline.shared.Viewer;
import io.throughline.shared.port.PaletteSource.Entry;
import io.throughline.shared.ui.Kit;
import java.util.List;

/** Find or do anything: type, choose with the arrows, Enter. */
class Palette extends Dialog {

    private final transient Viewer viewer;
    private final transient PaletteSearch search;
    private final TextField query = new TextField();
    private final UnorderedList results = new UnorderedList();
    private transient List<Entry> found = List.of();
    private int chosen;

    Palette(Viewer viewer, PaletteSearch search) {
        this.viewer = viewer;
        this.search = search;
        setWidth("min(560px, 94vw)");
        getElement().setAttribute("aria-label", getTranslation("shell.find"));
        query.setWidthFull();
        query.setLabel(getTranslation("shell.find"));
        query.setValueChangeMode(ValueChangeMode.LAZY);
        query.setValueChangeTimeout(150);
        query.addValueChangeListener(change -> refresh());
        query.addKeyDownListener(Key.ARROW_DOWN, event -> choose(chosen + 1));
        query.addKeyDownListener(Key.ARROW_UP, event -> choose(chosen - 1));
        query.addKeyDownListener(Key.ENTER, event -> go(chosen));
        query.setAutofocus(true);
        results.addClassName("tl-palette-results");
        results.getElement().setAttribute("role", "listbox");
        results.getElement().setAttribute("aria-label", getTranslation("shell.palette.results"));
        add(query, results);
        refresh();
        addOpenedChangeListener(event -> query.focus());
    }

    private void refresh() {
        found = search.find(viewer, query.getValue());
        results.removeAll();
        for (var i = 0; i < found.size(); i++) {
            results.add(item(i));
        }
        if (found.isEmpty()) {
            var nothing = new ListItem(getTranslation("shell.palette.nothing"));
            nothing.getElement().setAttribute("role", "option");
            results.add(nothing);
        }
        choose(0);
    }

    private ListItem item(int index) {
        var entry = found.get(index);
        var item = new ListItem(new Span(entry.title()), Kit.dim(search.kind(entry, viewer.locale())));
        item.getElement().setAttribute("role", "option");
        item.addClickListener(click -> go(index));
        return item;
    }

    private void choose(int index) {
        if (found.isEmpty()) {
            return;
        }
        chosen = Math.floorMod(index, found.size());
        for (var i = 0; i < found.size(); i++) {
            results.getComponentAt(i).getElement().setAttribute("aria-selected", String.valueOf(i == chosen));
        }
    }

    private void go(int index) {
        if (index < found.size()) {
            close();
            UI.getCurrent().navigate(found.get(index).href());
        }
    }
}
