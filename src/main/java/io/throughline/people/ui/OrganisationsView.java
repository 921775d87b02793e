package io.throughline.people.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.provider.DataProvider;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.throughline.people.OrganisationDetail;
import io.throughline.people.Organisations;
import io.throughline.shared.CurrentViewer;
import io.throughline.shared.DomainException;
import io.throughline.shared.OrganisationId;
import io.throughline.shared.Role;
import io.throughline.shared.ui.Kit;
import io.throughline.shared.ui.PageHeader;
import jakarta.annotation.security.RolesAllowed;

/** Who the customers are, and how much each voice counts. */
@Route("organisations/:organisation?")
@RolesAllowed({"ADMINISTRATOR", "MANAGER"})
class OrganisationsView extends Composite<Div> implements BeforeEnterObserver, HasDynamicTitle {

    /** Wide enough for the heading in both languages, narrow enough for a phone. */
    private static final String NUMBERS = "88px";

    private final transient Organisations organisations;
    private final transient CurrentViewer viewer;
    private final TextField text = new TextField(getTranslation("people.find"));
    private final Grid<OrganisationDetail> grid = new Grid<>();
    private final CallbackDataProvider<OrganisationDetail, Void> rows;
    private final Div detail = Kit.div("tl-people-detail");
    private final Div columns;

    OrganisationsView(Organisations organisations, CurrentViewer viewer) {
        this.organisations = organisations;
        this.viewer = viewer;
        this.rows = DataProvider.fromCallbacks(
                query -> organisations.find(text.getValue(), query.getOffset(), query.getLimit()).stream(),
                query -> organisations.count(text.getValue()));
        furnishGrid();
        var header = new PageHeader(getTranslation("people.organisations"))
                .below(Kit.dim(getTranslation("people.organisations.text")));
        if (viewer.get().is(Role.ADMINISTRATOR)) {
            header.actions(add());
        }
        columns = Kit.columns(Kit.stack(text, grid), detail);
        columns.addClassName("tl-list-detail");
        getContent().add(header, columns);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        detail.removeAll();
        var chosen = event.getRouteParameters().get("organisation").orElse("");
        columns.setClassName("tl-chosen", !chosen.isEmpty());
        forgetChoice(chosen);
        switch (chosen) {
            case "" ->
                detail.add(Kit.empty(
                        getTranslation("people.organisations.none"), getTranslation("people.organisations.none.text")));
            case PeopleNavigation.NEW ->
                detail.add(
                        back(),
                        OrganisationPanel.empty(
                                (name, segment) ->
                                        PeopleNavigation.navigateToOrganisation(organisations.create(name, segment)),
                                rows::refreshAll));
            default -> show(OrganisationId.parse(chosen));
        }
    }

    /** So that the same row can be chosen again. */
    private void forgetChoice(String chosen) {
        if (chosen.isEmpty() || chosen.equals(PeopleNavigation.NEW)) {
            grid.deselectAll();
        }
    }

    private void show(OrganisationId id) {
        var found = organisations.detail(id).orElseThrow(DomainException::notFound);
        detail.removeAll();
        detail.add(back(), OrganisationPanel.of(found, organisations, viewer.get(), () -> {
            rows.refreshAll();
            show(id);
        }));
    }

    private Component back() {
        var back = Kit.link(PeopleNavigation.ORGANISATIONS, "← " + getTranslation("people.organisations"));
        back.addClassName("tl-back");
        return back;
    }

    private void furnishGrid() {
        text.setClearButtonVisible(true);
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.addValueChangeListener(change -> rows.refreshAll());
        grid.setPageSize(50);
        grid.addThemeVariants(GridVariant.NO_BORDER);
        grid.addClassName("tl-people-grid");
        grid.addColumn(row -> row.info().name())
                .setHeader(getTranslation("people.organisation.name"))
                .setWidth("90px")
                .setFlexGrow(3);
        grid.addColumn(row -> row.info().segment())
                .setHeader(getTranslation("people.organisation.segment"))
                .setWidth("90px")
                .setFlexGrow(2);
        grid.addColumn(row -> row.info().weight().stripTrailingZeros().toPlainString())
                .setHeader(getTranslation("people.organisation.weight"))
                .setWidth(NUMBERS)
                .setFlexGrow(0)
                .setTextAlign(ColumnTextAlign.END);
        grid.addColumn(OrganisationDetail::people)
                .setHeader(getTranslation("people.organisation.people"))
                .setWidth(NUMBERS)
                .setFlexGrow(0)
                .setTextAlign(ColumnTextAlign.END);
        grid.setEmptyStateText(getTranslation("people.organisations.empty"));
        grid.setDataProvider(rows);
        grid.addSelectionListener(selection -> selection
                .getFirstSelectedItem()
                .ifPresent(row ->
                        PeopleNavigation.navigateToOrganisation(row.info().id())));
    }

    private Component add() {
        var add = new Button(
                getTranslation("people.organisation.new"),
                click -> UI.getCurrent().navigate(PeopleNavigation.ORGANISATIONS + "/" + PeopleNavigation.NEW));
        add.addThemeVariants(ButtonVariant.PRIMARY);
        return add;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("people.organisations") + " · Throughline";
    }
}
