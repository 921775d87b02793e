package io.throughline.survey.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.throughline.shared.CurrentViewer;
import io.throughline.shared.LocalizedText;
import io.throughline.shared.Role;
import io.throughline.shared.ui.DataTable;
import io.throughline.shared.ui.Kit;
import io.throughline.shared.ui.Labels;
import io.throughline.shared.ui.PageHeader;
import io.throughline.survey.Surveys;
import jakarta.annotation.security.RolesAllowed;

/** Every survey the viewer may see, newest first. */
@Route("surveys")
@RolesAllowed({"PROJECT_MANAGER", "MANAGER"})
class SurveysView extends Composite<Div> implements HasDynamicTitle {

    private static final int SHOWN = 200;

    SurveysView(Surveys surveys, CurrentViewer viewer) {
        var rows = surveys.list("", 0, SHOWN);
        var header = new PageHeader(getPageTitle()).below(Kit.dim(getTranslation("surveys.explanation")));
        if (viewer.get().is(Role.PROJECT_MANAGER)) {
            header.actions(create(surveys));
        }
        getContent().add(header);
        getContent()
                .add(
                        rows.isEmpty()
                                ? Kit.empty(getTranslation("surveys.none"), getTranslation("surveys.none.text"))
                                : Kit.card(new DataTable<Surveys.Row>(getPageTitle())
                                        .components(
                                                getTranslation("surveys.title"),
                                                row -> Kit.link(
                                                        "surveys/" + row.id().value(),
                                                        row.key() + " "
                                                                + row.title().in(getLocale())))
                                        .column(getTranslation("surveys.state"), row -> Labels.of(this, row.state()))
                                        .numbers(
                                                getTranslation("surveys.answered"),
                                                row -> String.valueOf(row.answered()))
                                        .rows(rows)));
    }

    private Component create(Surveys surveys) {
        var create = new Button(getTranslation("surveys.create"), click -> {
            var dialog = new Dialog(getTranslation("surveys.create"));
            dialog.setWidth("min(520px, 92vw)");
            var title = new TextField(getTranslation("surveys.design.title"));
            title.setWidthFull();
            title.setRequiredIndicatorVisible(true);
            var go = new Button(getTranslation("surveys.create.go"), go1 -> {
                if (title.isEmpty()) {
                    title.setErrorMessage(getTranslation("error.CommonError.REQUIRED", title.getLabel()));
                    title.setInvalid(true);
                    return;
                }
                var id = surveys.create(
                        LocalizedText.of(getLocale(), title.getValue().strip()));
                dialog.close();
                SurveyNavigation.navigateToDesign(id);
            });
            go.addThemeVariants(ButtonVariant.PRIMARY);
            dialog.add(title);
            dialog.getFooter().add(new Button(getTranslation("action.cancel"), cancel -> dialog.close()), go);
            dialog.open();
            title.focus();
        });
        create.addThemeVariants(ButtonVariant.PRIMARY);
        return create;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("surveys.heading");
    }
}
