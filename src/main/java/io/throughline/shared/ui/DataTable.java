package io.throughline.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A plain table for at most some two hundred rows; longer lists belong into a lazy grid.
 *
 * @param <T> what a row shows
 */
public class DataTable<T> extends Composite<Div> {

    private static final String INTERVAL = " [";

    private final NativeTable table = new NativeTable();
    private final NativeTableBody body = table.getBody();
    private final List<Column<T>> columns = new ArrayList<>();
    private final NativeTableRow head = new NativeTableRow();

    /** @param caption what the table shows, read out and shown above it */
    public DataTable(String caption) {
        table.addClassName("tl-table");
        table.setCaptionText(caption);
        table.getHead().add(head);
        getContent().addClassName("tl-table-scroll");
        getContent().getElement().setAttribute("tabindex", "0");
        getContent().getElement().setAttribute("role", "region");
        getContent().getElement().setAttribute("aria-label", caption);
        getContent().add(table);
    }

    /** The heading above it says what it shows: the caption is only read out. */
    public DataTable<T> underHeading() {
        getContent().addClassName("tl-under-heading");
        return this;
    }

    /** For many columns of figures with intervals: an interval may stand under its figure. */
    public DataTable<T> tight() {
        getContent().addClassName("tl-tight");
        return this;
    }

    public DataTable<T> column(String header, Function<T, String> text) {
        return add(header, row -> new Span(text.apply(row)), false);
    }

    /** Right-aligned, in tabular digits. */
    public DataTable<T> numbers(String header, Function<T, String> text) {
        return add(header, row -> figure(text.apply(row)), true);
    }

    /** A line breaks before an interval in brackets, and nowhere in it. */
    private static Span figure(String text) {
        int at = text.indexOf(INTERVAL);
        if (at < 0) {
            return new Span(text);
        }
        var interval = new Span(text.substring(at + 1));
        interval.addClassName("tl-interval");
        return new Span(new Text(text.substring(0, at + 1)), interval);
    }

    public DataTable<T> components(String header, Function<T, Component> component) {
        return add(header, component, false);
    }

    /** @param more adds columns, or none, at this place */
    public DataTable<T> with(Consumer<DataTable<T>> more) {
        more.accept(this);
        return this;
    }

    public DataTable<T> rows(List<T> rows) {
        body.removeAll();
        for (var row : rows) {
            var line = new NativeTableRow();
            for (var column : columns) {
                var cell = new NativeTableCell(column.content().apply(row));
                cell.setClassName("tl-num", column.numeric());
                line.add(cell);
            }
            body.add(line);
        }
        return this;
    }

    private DataTable<T> add(String header, Function<T, Component> content, boolean numeric) {
        var cell = new NativeTableHeaderCell(header);
        cell.getElement().setAttribute("scope", "col");
        cell.setClassName("tl-num", numeric);
        head.add(cell);
        columns.add(new Column<>(content, numeric));
        return this;
    }

    private record Column<T>(Function<T, Component> content, boolean numeric) {}
}
