package io.throughline.shared.ui;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import io.throughline.shared.Ids;
import io.throughline.shared.TypedText;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A table the browser draws a page at a time, as cards where it is narrow. The server holds one node for it, however
 * long it is: rows are asked for when they are sent, and not kept.
 */
@Tag("tl-long-table")
@JsModule("context://frontend/long-table.js")
public class LongTable extends Component {

    private static final int PAGE = 100;

    /** @param numeric right-aligned, in tabular digits */
    public record Column(String header, boolean numeric) {

        public static Column text(String header) {
            return new Column(header, false);
        }

        public static Column number(String header) {
            return new Column(header, true);
        }
    }

    /**
     * What stands in a cell; where that is nothing, {@link Written#NONE}, so that nobody takes it for left out.
     *
     * @param note a second, quieter line; empty for none
     * @param icon beside the text of a badge
     * @param tone of a badge; empty for plain text
     * @param href empty for none; not on the first column of a table whose rows open
     * @param more further lines below
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Cell(String text, String note, String icon, String tone, String href, List<Cell> more) {

        public Cell {
            text = TypedText.showsNothing(text) && more.isEmpty() ? Written.NONE : text;
        }

        public static Cell of(String text) {
            return of(text, "");
        }

        public static Cell of(String text, String note) {
            return new Cell(text, note, "", "", "", List.of());
        }

        public static Cell badge(Tone tone, String icon, String text, String note) {
            return new Cell(text, note, icon, tone.attribute(), "", List.of());
        }

        /** @param href empty where there is nothing to open */
        public static Cell link(String href, String text, String note) {
            return new Cell(text, note, "", "", href, List.of());
        }

        /** Several lines in one cell. */
        public static Cell lines(List<Cell> lines) {
            return new Cell("", "", "", "", "", List.copyOf(lines));
        }
    }

    /**
     * A button on a row.
     *
     * @param label what it does to which row, for those who don't see where it stands
     */
    public record Act(String name, String text, String label) {}

    public record Row(String id, List<Cell> cells, List<Act> acts) {

        public static Row of(UUID id, Cell... cells) {
            return new Row(id.toString(), List.of(cells), List.of());
        }

        public Row with(Act... buttons) {
            return new Row(id, cells, List.of(buttons));
        }
    }

    /** @param total how many rows there are in all */
    public record Page(List<Row> rows, int total) {

        /** A page of what is at hand anyway. */
        public static <T> Page of(List<T> all, int offset, int limit, Function<T, Row> row) {
            return new Page(all.stream().skip(offset).limit(limit).map(row).toList(), all.size());
        }
    }

    /** Where rows come from. */
    public interface Source {

        /** @param limit at most 100; less come only where there are no more */
        Page page(int offset, int limit);
    }

    private record Head(String caption, List<Column> columns, boolean opens, String acts, String more) {}

    private final transient Source source;
    private final transient String caption;
    private final transient List<Column> columns;
    private boolean opens;
    private boolean acts;
    private boolean drawn;
    private int shown = PAGE;

    /** @param caption what the table shows, read out and shown above it */
    public LongTable(String caption, List<Column> columns, Source source) {
        this.caption = caption;
        this.columns = List.copyOf(columns);
        this.source = source;
        addListener(More.class, event -> more());
    }

    /** A table of rows at hand: drawn whole, so that it prints whole, and kept by nobody but the browser. */
    public static LongTable of(String caption, List<Column> columns, List<Row> rows) {
        int total = rows.size();
        var table = new LongTable(caption, columns, (offset, limit) -> new Page(List.of(), total));
        table.head();
        table.send(new Page(rows, total), false);
        return table;
    }

    /** The heading above it says what it shows: the caption is only read out. */
    public LongTable underHeading() {
        getElement().getClassList().add("tl-under-heading");
        return this;
    }

    /** @param open what to do when a row's first cell is chosen */
    public LongTable opening(Consumer<UUID> open) {
        opens = true;
        addListener(Open.class, event -> open.accept(event.id));
        return this;
    }

    /** @param act gets the name of the button and the row's id */
    public LongTable acting(BiConsumer<String, UUID> act) {
        acts = true;
        addListener(Acted.class, event -> act.accept(event.act, event.id));
        return this;
    }

    /** Draws it, or draws anew what of it is shown. */
    public LongTable refresh() {
        if (!drawn) {
            head();
        }
        send(whatIsShown(), false);
        return this;
    }

    /** Begins again at the first page, as after another search. */
    public void restart() {
        shown = PAGE;
        refresh();
    }

    /** Moves the focus to a row that is shown. */
    public void reveal(UUID id) {
        Drawing.call(getElement(), "reveal", id.toString());
    }

    private void head() {
        drawn = true;
        Drawing.call(
                getElement(),
                "head",
                new Head(
                        caption,
                        columns,
                        opens,
                        acts ? getTranslation("table.acts") : "",
                        getTranslation("table.more")));
    }

    /** A page at a time: no source gives more at once. */
    private Page whatIsShown() {
        var rows = new ArrayList<Row>();
        Page page;
        do {
            page = source.page(rows.size(), PAGE);
            rows.addAll(page.rows());
        } while (rows.size() < shown && page.rows().size() == PAGE);
        return new Page(rows, page.total());
    }

    private void more() {
        var page = source.page(shown, PAGE);
        if (!page.rows().isEmpty()) {
            shown += PAGE;
        }
        send(page, true);
    }

    private void send(Page page, boolean append) {
        Drawing.call(getElement(), "show", page.rows(), append, page.total());
    }

    /** A row was chosen. */
    @DomEvent("tl-open")
    public static class Open extends ComponentEvent<LongTable> {

        private final UUID id;

        public Open(LongTable source, boolean fromClient, @EventData("event.detail.id") String id) {
            super(source, fromClient);
            this.id = Ids.parse(id);
        }
    }

    /** A row's button was pressed. */
    @DomEvent("tl-act")
    public static class Acted extends ComponentEvent<LongTable> {

        private final UUID id;
        private final String act;

        public Acted(
                LongTable source,
                boolean fromClient,
                @EventData("event.detail.id") String id,
                @EventData("event.detail.act") String act) {
            super(source, fromClient);
            this.id = Ids.parse(id);
            this.act = act;
        }
    }

    /** More rows are wanted. */
    @DomEvent("tl-more")
    public static class More extends ComponentEvent<LongTable> {

        public More(LongTable source, boolean fromClient) {
            super(source, fromClient);
        }
    }
}
