package io.throughline.backlog.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import io.throughline.backlog.AreaId;
import io.throughline.backlog.BacklogFilter;
import io.throughline.backlog.RequirementId;
import io.throughline.backlog.RequirementRow;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The ranked requirements of an area, all that are open or what is looked for. */
class ListPart extends Composite<Div> {

    private final transient BacklogServices services;
    private final AreaId area;
    private final boolean edits;
    private final FilterBar bar;
    private final RankedList list;
    private BacklogFilter filter = BacklogFilter.NONE;
    private @Nullable FoundPages pages;

    /**
     * @param looked told what is looked for from now on
     * @param move what to do where a row was dragged, by those who edit
     */
    ListPart(
            BacklogServices services,
            AreaId area,
            boolean edits,
            Consumer<BacklogFilter> looked,
            RankedList.Move move) {
        this.services = services;
        this.area = area;
        this.edits = edits;
        bar = new FilterBar(wanted -> {
            show(wanted);
            looked.accept(wanted);
        });
        list = new RankedList(this::page, this::size, this::href, this::open);
        if (edits) {
            list.onMove(move);
        }
        getContent().addClassName("tl-stack");
        getContent().add(bar, list);
    }

    BacklogFilter filter() {
        return filter;
    }

    /** Shows what is looked for; what is shown already stays as it is. */
    void show(BacklogFilter wanted) {
        bar.show(wanted);
        if (pages == null || !wanted.equals(filter)) {
            filter = wanted;
            refresh();
        }
    }

    /** Reads it again from the database. */
    void refresh() {
        var found = new FoundPages(services.search(), area, filter);
        pages = found;
        bar.found(found.counts());
        // A search shows gaps, so nothing is moved in one.
        list.movable(edits && filter.isNone());
        list.endless(found.endless());
        list.refresh();
    }

    void choose(@Nullable RequirementId requirement) {
        list.choose(requirement);
    }

    private List<RequirementRow> page(int offset, int limit) {
        return filter.isNone() || pages == null
                ? services.backlog().page(area, offset, limit)
                : pages.page(offset, limit);
    }

    private int size() {
        return filter.isNone() || pages == null ? services.backlog().count(area) : pages.size();
    }

    private String href(RequirementId requirement) {
        return BacklogNavigation.requirementHref(area, requirement) + BacklogQuery.suffix(filter);
    }

    private void open(RequirementId requirement) {
        UI.getCurrent().navigate(BacklogNavigation.requirementHref(area, requirement), BacklogQuery.write(filter));
    }
}
