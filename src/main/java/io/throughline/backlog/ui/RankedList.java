package io.throughline.backlog.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.dnd.GridDropLocation;
import com.vaadin.flow.component.grid.dnd.GridDropMode;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.renderer.LitRenderer;
import io.throughline.backlog.Backlog;
import io.throughline.backlog.RequirementId;
import io.throughline.shared.ui.Labels;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/** The requirements of an area in rank order, a page at a time. */
class RankedList extends Composite<Div> {

    private static final String RANK = """
            <div class="tl-num"><b>${item.rank}</b> ${item.pinned
                ? html`<span class="tl-badge" data-tone="info">${item.pinnedLabel}</span>
                       <div class="tl-dim tl-small">${item.computed}</div>`
                : ''}</div>""";
    private static final String TITLE = """
            <div class="bl-title"><b>${item.key}</b> ${item.title}</div>""";
    private static final String STATE = """
            <span class="tl-badge" data-tone="${item.tone}"><span aria-hidden="true">${item.icon}</span>
            <span>${item.state}</span></span>""";
    private static final String EVIDENCE = """
            ${item.n ? html`<span class="tl-bar" aria-hidden="true"><i style="width:${item.value}%"></i>
                <u style="left:${item.low}%;width:${item.width}%"></u></span>
                <span class="tl-dim tl-small">${item.text}</span>`
                : html`<span class="tl-dim">${item.none}</span>`}""";

    private final Grid<Backlog.Row> grid = new Grid<>();
    private @Nullable RequirementId dragged;
    private @Nullable RequirementId chosen;

    /** @param open what to do when a row is chosen */
    RankedList(BiFunction<Integer, Integer, List<Backlog.Row>> page, IntSupplier count, Consumer<Backlog.Row> open) {
        columns();
        grid.setDataProvider(new CallbackDataProvider<Backlog.Row, Void>(
                query -> page.apply(query.getOffset(), query.getLimit()).stream(),
                query -> count.getAsInt(),
                Backlog.Row::id));
        grid.setPageSize(50);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.setPartNameGenerator(row -> row.id().equals(chosen) ? "chosen" : null);
        grid.setHeight("min(70vh, 720px)");
        grid.addItemClickListener(click -> open.accept(click.getItem()));
        grid.getElement().setAttribute("aria-label", getTranslation("backlog.list"));
        getContent().add(grid);
    }

    /** Lets rows be dragged between others. */
    RankedList movable(Move move) {
        grid.setRowsDraggable(true);
        grid.setDropMode(GridDropMode.BETWEEN);
        grid.addDragStartListener(
                start -> dragged = start.getDraggedItems().getFirst().id());
        grid.addDropListener(drop -> drop.getDropTargetItem().ifPresent(target -> {
            if (dragged != null && !dragged.equals(target.id())) {
                int rank = target.rank() + (drop.getDropLocation() == GridDropLocation.BELOW ? 1 : 0);
                move.to(dragged, rank);
            }
        }));
        return this;
    }

    /** @param requirement shown beside the list, null if none is */
    void choose(@Nullable RequirementId requirement) {
        if (!Objects.equals(chosen, requirement)) {
            chosen = requirement;
            refresh();
        }
    }

    void refresh() {
        grid.getDataProvider().refreshAll();
    }

    /** Puts a requirement where the one of this rank stands now. */
    interface Move {
        void to(RequirementId requirement, int rank);
    }

    private void columns() {
        var locale = getLocale();
        grid.addColumn(LitRenderer.<Backlog.Row>of(RANK)
                        .withProperty("rank", r -> rank(r))
                        .withProperty("pinned", Backlog.Row::pinned)
                        .withProperty("pinnedLabel", r -> getTranslation("backlog.pinned"))
                        .withProperty("computed", r -> getTranslation("backlog.computed", r.computedRank())))
                .setHeader(getTranslation("backlog.rank"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(LitRenderer.<Backlog.Row>of(TITLE)
                        .withProperty("key", Backlog.Row::key)
                        .withProperty("title", r -> r.title().in(locale)))
                .setHeader(getTranslation("backlog.requirement"))
                .setFlexGrow(4);
        grid.addColumn(LitRenderer.<Backlog.Row>of(STATE)
                        .withProperty(
                                "tone", r -> Figures.tone(r.state()).name().toLowerCase(Locale.ROOT))
                        .withProperty("icon", r -> Figures.icon(r.state()))
                        .withProperty("state", r -> Labels.of(this, r.state())))
                .setHeader(getTranslation("backlog.state"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(r -> Figures.score(r.score(), locale))
                .setHeader(getTranslation("backlog.score"))
                .setTextAlign(com.vaadin.flow.component.grid.ColumnTextAlign.END)
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(LitRenderer.<Backlog.Row>of(EVIDENCE)
                        .withProperty("n", r -> people(r))
                        .withProperty("value", r -> percent(r, Backlog.Bar::value))
                        .withProperty("low", r -> percent(r, Backlog.Bar::low))
                        .withProperty("width", r -> percent(r, Backlog.Bar::high) - percent(r, Backlog.Bar::low))
                        .withProperty("text", r -> evidence(r, locale))
                        .withProperty("none", r -> getTranslation("backlog.noEvidence")))
                .setHeader(getTranslation("backlog.evidence"))
                .setFlexGrow(2);
        grid.addColumn(r -> Figures.days(r.effort(), locale))
                .setHeader(getTranslation("backlog.effortDays"))
                .setTextAlign(com.vaadin.flow.component.grid.ColumnTextAlign.END)
                .setAutoWidth(true)
                .setFlexGrow(0);
    }

    private static String rank(Backlog.Row row) {
        return row.score() == null && !row.pinned() ? "–" : Integer.toString(row.rank());
    }

    private static int people(Backlog.Row row) {
        var bar = row.evidence();
        return bar == null ? 0 : bar.people();
    }

    private String evidence(Backlog.Row row, Locale locale) {
        var bar = row.evidence();
        return bar == null
                ? ""
                : getTranslation(
                        "backlog.evidence.text",
                        Figures.percent(bar.value().doubleValue(), locale),
                        Figures.percent(bar.low().doubleValue(), locale),
                        Figures.percent(bar.high().doubleValue(), locale),
                        bar.people());
    }

    private static double percent(
            Backlog.Row row, java.util.function.Function<Backlog.Bar, java.math.BigDecimal> part) {
        var bar = row.evidence();
        return bar == null ? 0 : part.apply(bar).doubleValue() * 100;
    }
}
