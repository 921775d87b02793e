package io.throughline.shell;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import io.throughline.shared.Viewer;
import io.throughline.shared.port.WaitingSource.Waiting;
import io.throughline.shared.ui.Kit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The rooms a person may enter, where they are, and how much waits in each. */
class Navigation extends Composite<Nav> {

    static final String ID = "rooms";

    private final Map<Section, Entry> entries = new EnumMap<>(Section.class);

    void show(Viewer viewer) {
        getContent().setId(ID);
        getContent().addClassName("tl-nav");
        getContent().setAriaLabel(getTranslation("shell.navigation"));
        getContent().add(Kit.div("tl-brand", new Span("Throughline")));
        for (var section : Section.of(viewer)) {
            var entry = new Entry(Kit.link(section.href(), ""), new Span(), new Span());
            entry.link.add(
                    new Span(getTranslation("shell.section." + section.key())), entry.counter, entry.announcement);
            entry.counter.addClassName("tl-count");
            entry.counter.getElement().setAttribute("aria-hidden", "true");
            entry.announcement.addClassName("tl-visually-hidden");
            entries.put(section, entry);
            getContent().add(entry.link);
        }
    }

    void at(String path) {
        entries.forEach((section, entry) -> {
            if (section.holds(path)) {
                entry.link.getElement().setAttribute("aria-current", "page");
            } else {
                entry.link.getElement().removeAttribute("aria-current");
            }
        });
    }

    void count(List<Waiting> waiting) {
        entries.forEach((section, entry) -> {
            var count = section == Section.HOME
                    ? waiting.size()
                    : waiting.stream()
                            .filter(w -> w.section().equals(section.key()))
                            .count();
            entry.counter.setText(count == 0 ? "" : String.valueOf(count));
            entry.announcement.setText(count == 0 ? "" : getTranslation("shell.waiting", count));
        });
    }

    private record Entry(Anchor link, Span counter, Span announcement) {}
}
