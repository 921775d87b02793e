package io.throughline.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The line from answers to acceptance, with this object's place on it; what is not there yet is dashed. */
public class Strip extends Composite<OrderedList> {

    public enum Place {
        THERE,
        HERE,
        MISSING
    }

    /** @param href where the stop leads, null if nowhere */
    public record Stop(String text, @Nullable String href, Place place) {}

    public Strip(String label, List<Stop> stops) {
        getContent().addClassName("tl-strip");
        getContent().getElement().setAttribute("aria-label", label);
        // A list without bullets is not announced as a list by every screen reader.
        getContent().getElement().setAttribute("role", "list");
        getContent().getElement().setAttribute("tabindex", "0");
        stops.forEach(stop -> getContent().add(item(stop)));
    }

    private static ListItem item(Stop stop) {
        Component inner = stop.href() == null ? new Span(stop.text()) : Kit.link(stop.href(), stop.text());
        if (stop.place() == Place.HERE) {
            inner.getElement().setAttribute("aria-current", "step");
        }
        var item = new ListItem(inner);
        item.setClassName("tl-missing", stop.place() == Place.MISSING);
        return item;
    }
}
