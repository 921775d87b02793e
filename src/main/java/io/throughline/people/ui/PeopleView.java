package io.throughline.people.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.provider.DataProvider;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.throughline.people.AccountFilter;
import io.throughline.people.AccountRow;
import io.throughline.people.AccountState;
import io.throughline.people.Accounts;
import io.throughline.people.Organisations;
import io.throughline.shared.CurrentViewer;
import io.throughline.shared.DomainException;
import io.throughline.shared.PersonId;
import io.throughline.shared.Role;
import io.throughline.shared.i18n.Texts;
import io.throughline.shared.ui.Kit;
import io.throughline.shared.ui.Labels;
import io.throughline.shared.ui.PageHeader;
import jakarta.annotation.security.RolesAllowed;
import java.util.stream.Collectors;

/** Everybody with an account; beside them the chosen one. */
@Route("people/:person?")
@RolesAllowed("ADMINISTRATOR")
class PeopleView extends Composite<Div> implements BeforeEnterObserver, HasDynamicTitle {

    private final transient Accounts accounts;
    private final transient Organisations organisations;
    private final transient CurrentViewer viewer;
    private final transient Texts texts;
    private final TextField text = new TextField(getTranslation("people.find"));
    private final Select<Role> role = choice("people.roles", Role.values());
    private final Select<AccountState> state = choice("people.state", AccountState.values());
    private final Grid<AccountRow> grid = new Grid<>();
    private final CallbackDataProvider<AccountRow, Void> rows;
    private final Div detail = Kit.div("tl-people-detail");
    private final Div columns;

    PeopleView(Accounts accounts, Organisations organisations, CurrentViewer viewer, Texts texts) {
        this.accounts = accounts;
        this.organisations = organisations;
        this.viewer = viewer;
        this.texts = texts;
        this.rows = DataProvider.fromCallbacks(
                query -> accounts.find(filter(), query.getOffset(), query.getLimit()).stream(),
                query -> accounts.count(filter()));
        this.columns = Kit.columns(Kit.stack(filters(), grid), detail);
        furnishGrid();
        getContent()
                .add(
                        new PageHeader(getTranslation("people.title"))
                                .below(Kit.dim(getTranslation("people.text")))
                                .actions(add(), importing(), imported()),
                        columns);
        columns.addClassName("tl-list-detail");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        detail.removeAll();
        var chosen = event.getRouteParameters().get("person").orElse("");
        columns.setClassName("tl-chosen", !chosen.isEmpty());
        forgetChoice(chosen);
        switch (chosen) {
            case "" -> detail.add(Kit.empty(getTranslation("people.none"), getTranslation("people.none.text")));
            case PeopleNavigation.NEW ->
                detail.add(back(), new NewAccountPanel(accounts, organisations, this::words, this::load));
            default -> show(PersonId.parse(chosen));
        }
    }

    /** So that the same row can be chosen again. */
    private void forgetChoice(String chosen) {
        if (chosen.isEmpty() || chosen.equals(PeopleNavigation.NEW)) {
            grid.deselectAll();
        }
    }

    private void show(PersonId id) {
        var found = accounts.detail(id).orElseThrow(DomainException::notFound);
        detail.removeAll();
        detail.add(back(), new AccountPanel(found, accounts, organisations, viewer.get(), this::words, () -> {
            load();
            show(id);
        }));
    }

    private String words(DomainException refusal) {
        return texts.of(refusal, getLocale());
    }

    private Component back() {
        var back = Kit.link(PeopleNavigation.PEOPLE, "← " + getTranslation("people.title"));
        back.addClassName("tl-back");
        return back;
    }

    private void load() {
        rows.refreshAll();
    }

    private AccountFilter filter() {
        return new AccountFilter(text.getValue(), role.getValue(), state.getValue());
    }

    private void furnishGrid() {
        grid.setPageSize(50);
        grid.addThemeVariants(GridVariant.NO_BORDER);
        grid.addClassName("tl-people-grid");
        grid.addColumn(LitRenderer.<AccountRow>of(
                                "<b>${item.name}</b><br><span class=\"tl-dim tl-small\">${item.email}</span>")
                        .withProperty("name", AccountRow::name)
                        .withProperty("email", AccountRow::email))
                .setHeader(getTranslation("people.person.name"))
                .setFlexGrow(2);
        grid.addColumn(LitRenderer.<AccountRow>of(
                                "${item.roles}<br><span class=\"tl-dim tl-small\">${item.organisation}</span>")
                        .withProperty("roles", this::roles)
                        .withProperty("organisation", AccountRow::organisation))
                .setHeader(getTranslation("people.roles"))
                .setFlexGrow(2);
        grid.addColumn(LitRenderer.<AccountRow>of("<span class=\"tl-badge\" data-tone=\"${item.tone}\">"
                                + "<span aria-hidden=\"true\">${item.icon}</span><span>${item.state}</span></span>")
                        .withProperty("tone", row -> AccountPanel.tone(row.state()))
                        .withProperty("icon", row -> AccountPanel.icon(row.state()))
                        .withProperty("state", row -> Labels.of(this, row.state())))
                .setHeader(getTranslation("people.state"))
                .setWidth("128px")
                .setFlexGrow(0);

        grid.setDataProvider(rows);
        grid.addSelectionListener(selection ->
                selection.getFirstSelectedItem().ifPresent(row -> PeopleNavigation.navigateToPerson(row.id())));
    }

    private String roles(AccountRow row) {
        return row.roles().stream().map(r -> Labels.of(this, r)).collect(Collectors.joining(", "));
    }

    private Component filters() {
        text.setClearButtonVisible(true);
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.addValueChangeListener(change -> load());
        role.addValueChangeListener(change -> load());
        state.addValueChangeListener(change -> load());
        return Kit.div("tl-filters", text, role, state);
    }

    private <E extends Enum<E>> Select<E> choice(String label, E[] values) {
        var select = new Select<E>();
        select.setLabel(getTranslation(label));
        select.setEmptySelectionAllowed(true);
        select.setEmptySelectionCaption(getTranslation("people.all"));
        select.setItems(values);
        select.setItemLabelGenerator(value -> value == null ? getTranslation("people.all") : Labels.of(this, value));
        return select;
    }

    private Component add() {
        var add = new Button(
                getTranslation("people.new"),
                click -> UI.getCurrent().navigate(PeopleNavigation.PEOPLE + "/" + PeopleNavigation.NEW));
        add.addThemeVariants(ButtonVariant.PRIMARY);
        return add;
    }

    private Component importing() {
        return new Button(
                getTranslation("people.import"), click -> UI.getCurrent().navigate(PeopleNavigation.IMPORT));
    }

    private Component imported() {
        return new Button(
                getTranslation("people.imported"), click -> UI.getCurrent().navigate(PeopleNavigation.IMPORTED));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("people.title") + " · Throughline";
    }
}
