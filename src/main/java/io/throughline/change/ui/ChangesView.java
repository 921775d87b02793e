package io.throughline.change.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import io.throughline.change.ChangeFilter;
import io.throughline.change.ChangeList;
import io.throughline.change.ChangeRow;
import io.throughline.change.ChangeState;
import io.throughline.shared.CurrentViewer;
import io.throughline.shared.Role;
import io.throughline.shared.ui.Kit;
import io.throughline.shared.ui.Labels;
import io.throughline.shared.ui.LongTable;
import io.throughline.shared.ui.LongTable.Cell;
import io.throughline.shared.ui.LongTable.Column;
import io.throughline.shared.ui.PageHeader;
import io.throughline.shared.ui.Written;
import jakarta.annotation.security.RolesAllowed;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Every change the viewer may read, newest first, found by words and by state. */
@Route("changes")
@RolesAllowed({"PROJECT_MANAGER", "MANAGER"})
class ChangesView extends Composite<Div> implements BeforeEnterObserver, HasDynamicTitle {

    private static final String STATE = "state";
    private static final int PAUSE = 300;

    private final transient ChangeList changes;
    private final transient CurrentViewer viewer;
    private final TextField search = new TextField();
    private final Select<ChangeState> state = new Select<>();
    private final LongTable table;
    private Map<ChangeState, Integer> counts = Map.of();
    private final Div found = Kit.div("tl-live");

    ChangesView(ChangeList changes, CurrentViewer viewer) {
        this.changes = changes;
        this.viewer = viewer;
        table = new LongTable(
                        getTranslation("changes.heading"),
                        List.of(
                                Column.text(getTranslation("changes.change")),
                                Column.text(getTranslation("changes.project")),
                                Column.text(getTranslation("changes.state")),
                                Column.text(getTranslation("changes.proposed"))),
                        this::page)
                .underHeading();
        search.setPlaceholder(getTranslation("changes.search"));
        search.setAriaLabel(getTranslation("changes.search"));
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.setValueChangeTimeout(PAUSE);
        state.setAriaLabel(getTranslation("changes.state"));
        state.setItems(ChangeState.values());
        state.setEmptySelectionAllowed(true);
        state.setEmptySelectionCaption(getTranslation("changes.all"));
        search.addValueChangeListener(change -> changed(change.isFromClient()));
        state.addValueChangeListener(change -> changed(change.isFromClient()));
        found.getElement().setAttribute("role", "status");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var parameters = event.getLocation().getQueryParameters();
        search.setValue(parameters.getSingleParameter(ChangeNavigation.QUERY).orElse(""));
        parameters
                .getSingleParameter(STATE)
                .flatMap(name -> Stream.of(ChangeState.values())
                        .filter(one -> one.name().equals(name))
                        .findFirst())
                .ifPresentOrElse(state::setValue, state::clear);
        getContent().removeAll();
        var header = new PageHeader(getPageTitle());
        getContent().add(header);
        var propose = propose();
        if (changes.counts("").isEmpty()) {
            getContent().add(Kit.empty(getTranslation("changes.none"), getTranslation("changes.none.text"), propose));
            return;
        }
        header.actions(search, state, propose);
        getContent().add(Kit.card(found, table));
        show();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("changes.heading");
    }

    private Component propose() {
        if (!viewer.get().is(Role.PROJECT_MANAGER)) {
            return new Div();
        }
        var link = Kit.link(ChangeNavigation.PROPOSE, getTranslation("change.propose"));
        link.addClassName("change-begin");
        return link;
    }

    /** Before anything is chosen the caption stands in its place. */
    private String counted(@Nullable ChangeState one) {
        return one == null
                ? getTranslation("changes.all")
                : getTranslation("changes.counted", Labels.of(this, one), counts.getOrDefault(one, 0));
    }

    private void show() {
        counts = changes.counts(search.getValue());
        state.setItemLabelGenerator(this::counted);
        int count = changes.count(filter());
        table.setVisible(count > 0);
        found.setText(getTranslation("changes.found", count));
        table.restart();
    }

    private void changed(boolean byPerson) {
        if (byPerson) {
            remember();
            show();
        }
    }

    private void remember() {
        var parameters = new LinkedHashMap<String, String>();
        if (!search.isEmpty()) {
            parameters.put(ChangeNavigation.QUERY, search.getValue());
        }
        if (!state.isEmpty()) {
            parameters.put(STATE, state.getValue().name());
        }
        UI.getCurrent()
                .getPage()
                .getHistory()
                .replaceState(null, new Location(ChangeNavigation.CHANGES, QueryParameters.simple(parameters)));
    }

    private ChangeFilter filter() {
        return new ChangeFilter(search.getValue(), state.getOptionalValue().orElse(null));
    }

    private LongTable.Page page(int offset, int limit) {
        return new LongTable.Page(
                changes.list(filter(), offset, limit).stream().map(this::row).toList(), changes.count(filter()));
    }

    private LongTable.Row row(ChangeRow change) {
        var day = LocalDate.ofInstant(change.proposedAt(), viewer.get().zone());
        return LongTable.Row.of(
                change.id().value(),
                Cell.link(ChangeNavigation.changeHref(change.key()), change.key() + " " + change.title(), ""),
                Cell.of(change.projectName(), change.projectKey()),
                Cell.badge(
                        ChangePages.tone(change.state()),
                        ChangePages.icon(change.state()),
                        Labels.of(this, change.state()),
                        ""),
                Cell.of(Written.date(day, getLocale())));
    }
}
