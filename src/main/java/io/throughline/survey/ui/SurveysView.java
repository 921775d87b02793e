package io.throughline.survey.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
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

    SurveysView(Surveys surveys) {
        var rows = surveys.list("", 0, SHOWN);
        getContent().add(new PageHeader(getPageTitle()).below(Kit.dim(getTranslation("surveys.explanation"))));
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

    @Override
    public String getPageTitle() {
        return getTranslation("surveys.heading");
    }
}
