package io.throughline.backlog.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.dnd.GridDropLocation;
import com.vaadin.flow.component.grid.dnd.GridDropMode;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.renderer.LitRenderer;
import io.throughline.backlog.RequirementId;
import io.throughline.backlog.RequirementRow;
import io.throughline.shared.ui.Labels;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/** The requirements of an area in rank order, a page at a time: columns on a desk, cards on a phone. */
class RankedList extends Composite<Div> {

    private static final int PAGE = 50;

    /** Below this width in pixels a row is a card. */
    private static final int NARROW = 700;

    private static final String STATE = """
            <span class="tl-badge" data-tone="${item.tone}"><span aria-hidden="true">${item.icon}</span>
            <span>${item.state}</span></span>""";
    private static final String RANK = """
            <div class="tl-num"><b>${item.rank}</b> ${item.pinned
                ? html`<span class="tl-badge" data-tone="info">${item.pinnedLabel}</span>
                       <div class="tl-dim tl-small">${item.computed}</div>`
                : ''}</div>""";
    private static final String TITLE = """
            <div class="bl-title"><a href="${item.href}" router-link draggable="false" tabindex="-1"><b>${item.key}</b> ${item.title}</a></div>""";
    private static final String EVIDENCE = """
            ${item.n ? html`<span class="tl-bar" aria-hidden="true"><i style="width:${item.value}%"></i>
                <u style="left:${item.low}%;width:${item.width}%"></u></span>
                <div class="tl-dim tl-small bl-figures">${item.text}</div>`
                : html`<span class="tl-dim">${item.none}</span>`}""";
    private static final String CARD = """
            <div class="bl-card"><div class="tl-row"><b class="bl-rank">${item.rank}</b>
                <a href="${item.href}" router-link draggable="false" tabindex="-1"><b>${item.key}</b> ${item.title}</a></div>
            <div class="tl-row">""" + STATE + """
                ${item.pinned ? html`<span class="tl-badge" data-tone="info">${item.pinnedLabel}</span>
                    <span class="tl-dim tl-small">${item.computed}</span>` : ''}
                <span class="tl-spring"></span><span class="tl-dim tl-small">${item.days}</span></div>
            """ + EVIDENCE + "</div>";

    private final Grid<RankedRow> grid = new Grid<>();
    private final Function<RequirementId, String> link;
    private final Grid.Column<RankedRow> card;
    private @Nullable RankedRow dragged;
    private @Nullable RequirementId chosen;

    /**
     * @param link the address of a requirement
     * @param open what to do when a row is chosen
     */
    RankedList(
            BiFunction<Integer, Integer, List<RequirementRow>> page,
            IntSupplier count,
            Function<RequirementId, String> link,
            Consumer<RequirementId> open) {
        this.link = link;
        columns();
        card = grid.addColumn(withEvidence(withState(withTitle(withRank(LitRenderer.of(CARD)))))
                        .withProperty(
                                "days", r -> getTranslation("backlog.card.days", Figures.days(r.days(), getLocale()))))
                .setHeader(getTranslation("backlog.requirement"));
        narrow(false);
        grid.setDataProvider(new CallbackDataProvider<RankedRow, Void>(
                query -> page.apply(query.getOffset(), query.getLimit()).stream()
                        .map(row -> RankedRow.of(row, getLocale())),
                query -> count.getAsInt(),
                RankedRow::id));
        grid.setPageSize(PAGE);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.setPartNameGenerator(row -> row.id().equals(chosen) ? "chosen" : null);
        grid.addClassName("bl-grid");
        grid.setEmptyStateText(getTranslation("backlog.list.empty"));
        grid.addItemClickListener(click -> open.accept(click.getItem().id()));
        grid.getElement().setAttribute("aria-label", getTranslation("backlog.list"));
        getContent().addClassName("bl-list");
        getContent().add(grid);
        addAttachListener(attach -> {
            var browser = attach.getUI().getPage();
            browser.retrieveExtendedClientDetails(details -> narrow(details.getWindowInnerWidth() < NARROW));
            browser.addBrowserWindowResizeListener(resize -> narrow(resize.getWidth() < NARROW));
        });
    }

    private void narrow(boolean narrow) {
        grid.getColumns().forEach(column -> column.setVisible(narrow == column.equals(card)));
    }

    /** Lets rows be dragged between others. */
    void movable(boolean movable) {
        grid.setRowsDraggable(movable);
        grid.setDropMode(movable ? GridDropMode.BETWEEN : null);
    }

    /** @param move told what was dragged, and where it was dropped */
    RankedList onMove(Move move) {
        grid.addDragStartListener(start -> dragged = start.getDraggedItems().getFirst());
        grid.addDropListener(drop -> drop.getDropTargetItem().ifPresent(target -> {
            var moved = dragged;
            dragged = null;
            if (moved != null && !moved.id().equals(target.id())) {
                boolean below = drop.getDropLocation() == GridDropLocation.BELOW;
                move.to(moved.id(), target.id(), below ? target.rank() + 1 : target.rank());
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

    /** Reads it again from the database. */
    void refresh() {
        grid.getDataProvider().refreshAll();
    }

    /** @param endless nobody knows how many rows there are: they are read for as long as more come */
    void endless(boolean endless) {
        if (endless) {
            grid.getLazyDataView().setItemCountUnknown();
        } else {
            grid.getLazyDataView().setItemCountFromDataProvider();
        }
    }

    /** Puts a requirement where the target, at this rank or right above it, stands now. */
    interface Move {
        void to(RequirementId moved, RequirementId target, int rank);
    }

    private void columns() {
        grid.addColumn(withRank(LitRenderer.of(RANK)))
                .setHeader(getTranslation("backlog.rank"))
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("112px")
                .setFlexGrow(0);
        grid.addColumn(withTitle(LitRenderer.of(TITLE)))
                .setHeader(getTranslation("backlog.requirement"))
                .setFlexGrow(4);
        grid.addColumn(withState(LitRenderer.of(STATE)))
                .setHeader(getTranslation("backlog.state"))
                .setWidth("134px")
                .setFlexGrow(0);
        grid.addColumn(r -> r.tooFew() ? getTranslation("backlog.score.few") : Figures.score(r.score(), getLocale()))
                .setHeader(getTranslation("backlog.score"))
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("92px")
                .setFlexGrow(0);
        grid.addColumn(withEvidence(LitRenderer.of(EVIDENCE)))
                .setHeader(getTranslation("backlog.evidence"))
                .setWidth("150px")
                .setFlexGrow(0);
        grid.addColumn(r -> Figures.days(r.days(), getLocale()))
                .setHeader(getTranslation("backlog.effortDays"))
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("60px")
                .setFlexGrow(0);
    }

    private LitRenderer<RankedRow> withRank(LitRenderer<RankedRow> renderer) {
        return renderer.withProperty("rank", RankedRow::rankText)
                .withProperty("pinned", RankedRow::pinned)
                .withProperty("pinnedLabel", r -> getTranslation("backlog.pinned"))
                .withProperty("computed", r -> getTranslation("backlog.computed", r.computedRank()));
    }

    private LitRenderer<RankedRow> withTitle(LitRenderer<RankedRow> renderer) {
        return renderer.withProperty("key", RankedRow::key)
                .withProperty("title", RankedRow::title)
                .withProperty("href", r -> link.apply(r.id()));
    }

    private LitRenderer<RankedRow> withState(LitRenderer<RankedRow> renderer) {
        return renderer.withProperty("tone", r -> Figures.tone(r.state()).name().toLowerCase(Locale.ROOT))
                .withProperty("icon", r -> Figures.icon(r.state()))
                .withProperty("state", r -> Labels.of(this, r.state()));
    }

    private LitRenderer<RankedRow> withEvidence(LitRenderer<RankedRow> renderer) {
        return renderer.withProperty("n", RankedRow::people)
                .withProperty("value", r -> 100 * r.share())
                .withProperty("low", r -> 100 * r.low())
                .withProperty("width", r -> 100 * (r.high() - r.low()))
                .withProperty("text", this::evidence)
                .withProperty("none", r -> getTranslation("backlog.noEvidence"));
    }

    private String evidence(RankedRow row) {
        if (row.tooFew()) {
            return getTranslation("backlog.evidence.few", Figures.rounded(row.share(), getLocale()), row.people());
        }
        return row.people() == 0
                ? ""
                : getTranslation(
                        "backlog.evidence.text",
                        Figures.percent(row.share(), getLocale()),
                        Figures.percent(row.low(), getLocale()),
                        Figures.percent(row.high(), getLocale()),
                        row.people());
    }
}
