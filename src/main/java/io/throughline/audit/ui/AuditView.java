package io.throughline.audit.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import io.throughline.audit.AuditFilter;
import io.throughline.audit.AuditLine;
import io.throughline.audit.AuditTrail;
import io.throughline.shared.CurrentViewer;
import io.throughline.shared.Days;
import io.throughline.shared.act.ActKind;
import io.throughline.shared.ui.Kit;
import io.throughline.shared.ui.PageHeader;
import io.throughline.shared.ui.Pickers;
import jakarta.annotation.security.PermitAll;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who did what, on everything the reader may see. */
@Route(AuditNavigation.ROUTE)
@PermitAll
class AuditView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final AuditTrail trail;
    private final ZoneId zone;
    private final ComboBox<ActKind> act = new ComboBox<>();
    private final DatePicker from = new DatePicker();
    private final DatePicker to = new DatePicker();
    private final Grid<AuditLine> lines = new Grid<>();

    AuditView(AuditTrail trail, CurrentViewer viewer) {
        this.trail = trail;
        this.zone = viewer.get().zone();
        addClassName("tl-page");
        add(header(), filters(), list());
    }

    private Component header() {
        return new PageHeader(getTranslation("audit.title.page")).below(Kit.dim(getTranslation("audit.explain")));
    }

    private Component filters() {
        act.setLabel(getTranslation("audit.filter.act"));
        act.setItems(ActKind.values());
        act.setItemLabelGenerator(kind -> getTranslation("enum.ActKind." + kind));
        act.setClearButtonVisible(true);
        from.setLabel(getTranslation("audit.filter.from"));
        from.setClearButtonVisible(true);
        to.setLabel(getTranslation("audit.filter.to"));
        to.setClearButtonVisible(true);
        act.addValueChangeListener(event -> chosen(event.isFromClient()));
        from.addValueChangeListener(event -> chosen(event.isFromClient()));
        to.addValueChangeListener(event -> chosen(event.isFromClient()));
        from.setI18n(Pickers.texts(this));
        to.setI18n(Pickers.texts(this));
        var row = Kit.div("tl-filters", act, from, to);
        row.addClassName("audit-filters");
        return row;
    }

    private Component list() {
        var sentences = new Sentences(this, zone);
        lines.addClassName("audit-lines");
        lines.setPageSize(50);
        lines.setSelectionMode(Grid.SelectionMode.NONE);
        lines.addColumn(LitRenderer.<AuditLine>of(
                                "<time datetime=${item.instant} title=${item.exact}>${item.date}</time>")
                        .withProperty("instant", line -> line.at().toString())
                        .withProperty("exact", sentences::exactTime)
                        .withProperty("date", sentences::date))
                .setHeader(getTranslation("audit.column.when"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        lines.addColumn(LitRenderer.<AuditLine>of(
                                "${item.href ? html`<a href=${item.href} router-link>${item.text}</a>` : item.text}")
                        .withProperty("href", sentences::href)
                        .withProperty("text", sentences::of))
                .setHeader(getTranslation("audit.column.what"));
        lines.setEmptyStateText(getTranslation("audit.empty"));
        lines.getElement().setAttribute("aria-label", getTranslation("audit.title.page"));
        return lines;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var parameters = event.getLocation().getQueryParameters();
        act.setValue(parameters.getSingleParameter("act").map(AuditView::kind).orElse(null));
        from.setValue(parameters.getSingleParameter("from").flatMap(Days::read).orElse(null));
        to.setValue(parameters.getSingleParameter("to").flatMap(Days::read).orElse(null));
        show();
    }

    private void chosen(boolean byPerson) {
        if (!byPerson) {
            return;
        }
        Map<String, String> parameters = new HashMap<>();
        if (act.getValue() != null) {
            parameters.put("act", act.getValue().name());
        }
        if (from.getValue() != null) {
            parameters.put("from", from.getValue().toString());
        }
        if (to.getValue() != null) {
            parameters.put("to", to.getValue().toString());
        }
        getUI().ifPresent(ui -> ui.navigate(AuditNavigation.ROUTE, QueryParameters.simple(parameters)));
    }

    private void show() {
        var filter = new AuditFilter(
                act.getValue(),
                startOf(from.getValue()),
                startOf(to.getValue() == null ? null : to.getValue().plusDays(1)));
        var pages = new TrailPages((cursor, limit) -> trail.entries(filter, cursor, limit));
        lines.setItems(query -> pages.lines(query.getOffset(), query.getLimit()).stream());
    }

    private @Nullable Instant startOf(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay(zone).toInstant();
    }

    private static @Nullable ActKind kind(String text) {
        for (var kind : ActKind.values()) {
            if (kind.name().equals(text)) {
                return kind;
            }
        }
        return null;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("audit.title.page");
    }
}
