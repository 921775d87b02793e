package io.throughline.backlog.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import io.throughline.backlog.AreaRow;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** What can be done with an area as a whole. */
class BacklogActions extends Composite<Div> {

    BacklogActions(
            List<AreaRow> all,
            AreaRow area,
            boolean edits,
            Runnable newRequirement,
            Runnable newArea,
            Function<Locale, String> csv) {
        getContent().addClassName("tl-actions");
        getContent().add(areas(all, area));
        if (edits) {
            getContent()
                    .add(
                            primary("backlog.requirement.new", newRequirement),
                            new Button(
                                    getTranslation("backlog.fromResults"),
                                    click -> UI.getCurrent().navigate(BacklogNavigation.FROM_RESULTS)),
                            new Button(getTranslation("backlog.area.new"), click -> newArea.run()));
        }
        getContent().add(export(csv));
    }

    private Select<AreaRow> areas(List<AreaRow> all, AreaRow area) {
        var choice = new Select<AreaRow>();
        choice.addClassName("bl-area");
        choice.setAriaLabel(getTranslation("backlog.area"));
        choice.setItems(all);
        choice.setItemLabelGenerator(AreaRow::name);
        choice.setValue(area);
        choice.addValueChangeListener(
                change -> BacklogNavigation.navigateToArea(change.getValue().id()));
        return choice;
    }

    private Button primary(String key, Runnable act) {
        var button = new Button(getTranslation(key), click -> act.run());
        button.addThemeVariants(ButtonVariant.PRIMARY);
        return button;
    }

    /** Judged again when it is called: the service asks who reads. */
    private Anchor export(Function<Locale, String> csv) {
        var locale = getLocale();
        var export = new Anchor(
                DownloadHandler.fromInputStream(download -> {
                    var bytes = csv.apply(locale).getBytes(StandardCharsets.UTF_8);
                    return new DownloadResponse(
                            new ByteArrayInputStream(bytes), "backlog.csv", "text/csv;charset=utf-8", bytes.length);
                }),
                getTranslation("action.export"));
        export.addClassName("bl-export");
        return export;
    }
}
