package io.throughline.change.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.throughline.change.ChangeRequests;
import io.throughline.shared.ui.DataTable;
import io.throughline.shared.ui.Kit;
import io.throughline.shared.ui.Labels;
import io.throughline.shared.ui.PageHeader;
import jakarta.annotation.security.RolesAllowed;

/** Every change the viewer may read, newest first. */
@Route("changes")
@RolesAllowed({"PROJECT_MANAGER", "MANAGER"})
class ChangesView extends Composite<Div> implements HasDynamicTitle {

    private static final int SHOWN = 200;

    ChangesView(ChangeRequests changes) {
        var rows = changes.list("", 0, SHOWN);
        getContent().add(new PageHeader(getPageTitle()));
        getContent()
                .add(
                        rows.isEmpty()
                                ? Kit.empty(getTranslation("changes.none"), getTranslation("changes.none.text"))
                                : Kit.card(new DataTable<ChangeRequests.Row>(getPageTitle())
                                        .components(
                                                getTranslation("changes.change"),
                                                row -> Kit.link("changes/" + row.key(), row.key() + " " + row.title()))
                                        .column(getTranslation("changes.project"), ChangeRequests.Row::projectName)
                                        .column(getTranslation("changes.state"), row -> Labels.of(this, row.state()))
                                        .rows(rows)));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("changes.heading");
    }
}
