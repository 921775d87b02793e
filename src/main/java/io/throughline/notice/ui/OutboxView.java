package io.throughline.notice.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import io.throughline.notice.MailId;
import io.throughline.notice.Outbox;
import io.throughline.notice.OutboxRow;
import io.throughline.shared.CurrentViewer;
import io.throughline.shared.mail.MailState;
import io.throughline.shared.ui.Kit;
import io.throughline.shared.ui.Labels;
import io.throughline.shared.ui.LongTable;
import io.throughline.shared.ui.LongTable.Cell;
import io.throughline.shared.ui.LongTable.Column;
import io.throughline.shared.ui.LongTable.Row;
import io.throughline.shared.ui.PageHeader;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Every mail: who gets it, when, and what went wrong. The one looked at and the state shown stand in the address. */
@Route(NoticeNavigation.OUTBOX + "/:mail?([0-9a-fA-F-]{36})")
@RolesAllowed("ADMINISTRATOR")
class OutboxView extends Composite<Div> implements BeforeEnterObserver, HasDynamicTitle {

    private static final String STATE = "state";

    private final transient Outbox outbox;
    private final transient CurrentViewer viewer;

    OutboxView(Outbox outbox, CurrentViewer viewer) {
        this.outbox = outbox;
        this.viewer = viewer;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var state = state(event.getLocation().getQueryParameters());
        getContent().removeAll();
        getContent()
                .add(new PageHeader(getTranslation("outbox.heading")).below(Kit.dim(getTranslation("outbox.text"))));
        var parts = Kit.stack();
        if (!outbox.delivers()) {
            parts.add(Kit.card(getTranslation("outbox.no-server"), Kit.dim(getTranslation("outbox.no-server.text"))));
        }
        var list = Kit.stack(list(state));
        event.getRouteParameters()
                .get("mail")
                .map(MailId::parse)
                .ifPresent(id -> parts.add(new MailCard(id, outbox, viewer.get().zone(), () -> {
                    list.removeAll();
                    list.add(list(state));
                })));
        parts.add(Kit.div("tl-filters", filter(state)), list);
        getContent().add(parts);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("outbox.heading") + " · Throughline";
    }

    private static @Nullable MailState state(QueryParameters parameters) {
        var wanted = parameters.getSingleParameter(STATE).orElse("");
        return Arrays.stream(MailState.values())
                .filter(one -> one.name().equals(wanted))
                .findFirst()
                .orElse(null);
    }

    private Component filter(@Nullable MailState shown) {
        var states = new Select<MailState>();
        states.setLabel(getTranslation("outbox.state"));
        states.setEmptySelectionAllowed(true);
        states.setEmptySelectionCaption(getTranslation("outbox.state.all"));
        states.setItems(MailState.values());
        states.setItemLabelGenerator(one -> one == null ? getTranslation("outbox.state.all") : Labels.of(this, one));
        states.setValue(shown);
        states.addValueChangeListener(change -> UI.getCurrent()
                .navigate(
                        NoticeNavigation.OUTBOX,
                        change.getValue() == null
                                ? QueryParameters.empty()
                                : QueryParameters.simple(
                                        Map.of(STATE, change.getValue().name()))));
        return states;
    }

    private Component list(@Nullable MailState state) {
        int total = outbox.count(state);
        if (total == 0) {
            return Kit.empty(getTranslation("outbox.none"), getTranslation("outbox.none.text"));
        }
        var table = new LongTable(
                        getTranslation("outbox.heading"),
                        List.of(
                                Column.text(getTranslation("outbox.to")),
                                Column.text(getTranslation("outbox.kind")),
                                Column.text(getTranslation("outbox.state")),
                                Column.text(getTranslation("outbox.when"))),
                        (offset, limit) -> new LongTable.Page(
                                outbox.find(state, offset, limit).stream()
                                        .map(this::row)
                                        .toList(),
                                total))
                .opening(id -> UI.getCurrent().navigate(NoticeNavigation.mailHref(new MailId(id))))
                .underHeading()
                .refresh();
        return Kit.card(table);
    }

    private Row row(OutboxRow mail) {
        return Row.of(
                mail.id().value(),
                Cell.of(mail.to().isEmpty() ? getTranslation("outbox.unnamed") : mail.to()),
                Cell.of(getTranslation("mail.kind." + mail.kind()), mail.about()),
                Cell.badge(
                        MailCard.tone(mail),
                        MailCard.icon(mail),
                        MailCard.label(this, mail),
                        MailCard.trouble(this, mail)),
                Cell.of(when(mail)));
    }

    private String when(OutboxRow mail) {
        var sent = mail.sent();
        return sent == null
                ? getTranslation("outbox.due", moment(mail.due()))
                : getTranslation("outbox.sent", moment(sent));
    }

    private String moment(Instant instant) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(getLocale())
                .withZone(viewer.get().zone())
                .format(instant);
    }
}
