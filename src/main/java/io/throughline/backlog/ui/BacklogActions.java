package io.throughline.backlog.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import io.throughline.backlog.Areas;
import io.throughline.shared.ui.Kit;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** What can be done with an area as a whole. */
final class BacklogActions {

    private final Component[] parts;

    BacklogActions(
            List<Areas.Row> all,
            Areas.Row area,
            boolean edits,
            Runnable newRequirement,
            Runnable newArea,
            Function<Locale, String> csv) {
        var choice = areas(all, area);
        var export = export(csv);
        parts = edits
                ? new Component[] {
                    choice,
                    primary("backlog.requirement.new", newRequirement),
                    new Button(
                            text("backlog.fromResults"),
                            click -> UI.getCurrent().navigate(BacklogNavigation.FROM_RESULTS)),
                    new Button(text("backlog.area.new"), click -> newArea.run()),
                    export
                }
                : new Component[] {choice, export};
    }

    Component[] parts() {
        return parts;
    }

    private static Select<Areas.Row> areas(List<Areas.Row> all, Areas.Row area) {
        var choice = new Select<Areas.Row>();
        choice.setAriaLabel(text("backlog.area"));
        choice.setItems(all);
        choice.setItemLabelGenerator(Areas.Row::name);
        choice.setValue(area);
        choice.addValueChangeListener(
                change -> BacklogNavigation.navigateToArea(change.getValue().id()));
        return choice;
    }

    private static Button primary(String key, Runnable act) {
        var button = new Button(text(key), click -> act.run());
        button.addThemeVariants(ButtonVariant.PRIMARY);
        return button;
    }

    /** Judged again when it is called: the service asks who reads. */
    private static Anchor export(Function<Locale, String> csv) {
        var locale = UI.getCurrent().getLocale();
        var export = new Anchor(
                DownloadHandler.fromInputStream(download -> {
                    var bytes = csv.apply(locale).getBytes(StandardCharsets.UTF_8);
                    return new DownloadResponse(
                            new ByteArrayInputStream(bytes), "backlog.csv", "text/csv;charset=utf-8", bytes.length);
                }),
                text("action.export"));
        export.addClassName("bl-export");
        return export;
    }

    private static String text(String key) {
        return Kit.dim("").getTranslation(key);
    }
}
