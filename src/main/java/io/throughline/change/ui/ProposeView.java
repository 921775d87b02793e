package io.throughline.change.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.throughline.change.ChangeError;
import io.throughline.plan.ProjectRow;
import io.throughline.plan.ui.PlanNavigation;
import io.throughline.shared.DomainException;
import io.throughline.shared.ui.Kit;
import io.throughline.shared.ui.Missing;
import io.throughline.shared.ui.PageHeader;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;

/** Where a change of a baseline begins: what is to change and why; then the copy is edited. */
@Route("changes/new/:project?")
@RolesAllowed("PROJECT_MANAGER")
class ProposeView extends Composite<Div> implements BeforeEnterObserver, HasDynamicTitle {

    private static final int MOST_PROJECTS = 200;

    private final transient ChangePages pages;
    private final ComboBox<ProjectRow> project = new ComboBox<>();
    private final TextField title = new TextField();
    private final TextArea reason = new TextArea();
    private final Div form = Kit.div("change-form");

    ProposeView(ChangePages pages) {
        this.pages = pages;
        project.setLabel(getTranslation("changes.project"));
        project.setItemLabelGenerator(row -> row.key() + " " + row.name());
        project.setRequiredIndicatorVisible(true);
        title.setLabel(getTranslation("change.title"));
        title.setHelperText(getTranslation("change.title.help"));
        title.setMaxLength(200);
        title.setRequiredIndicatorVisible(true);
        reason.setLabel(getTranslation("change.reason"));
        reason.setHelperText(getTranslation("change.reason.help"));
        reason.setMaxLength(4000);
        reason.setMinHeight("7em");
        reason.setRequiredIndicatorVisible(true);
        getContent()
                .add(
                        new PageHeader(getPageTitle())
                                .above(Kit.link(ChangeNavigation.changesHref(), getTranslation("changes.heading")))
                                .below(new Span(getTranslation("change.propose.text"))),
                        form);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var managed = pages.projects().list("", 0, MOST_PROJECTS).stream()
                .filter(row -> row.manages() && row.baselineNumber() > 0)
                .toList();
        form.removeAll();
        if (managed.isEmpty()) {
            form.add(Kit.empty(getTranslation("change.propose.none"), getTranslation("change.propose.none.text")));
            return;
        }
        project.setItems(managed);
        choose(managed, event.getRouteParameters().get("project").orElse(""));
        event.getLocation()
                .getQueryParameters()
                .getSingleParameter(ChangeNavigation.AGAIN)
                .ifPresent(this::repeat);
        var go = new Button(getTranslation("change.propose.go"), click -> propose());
        go.addThemeVariants(ButtonVariant.PRIMARY);
        form.add(Kit.card(project, title, reason, Kit.row(go)));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("change.propose");
    }

    private void choose(List<ProjectRow> managed, String key) {
        managed.stream().filter(row -> row.key().equals(key)).findFirst().ifPresentOrElse(project::setValue, () -> {
            if (managed.size() == 1) {
                project.setValue(managed.getFirst());
            }
        });
    }

    private void repeat(String key) {
        var earlier = pages.changes().byKey(key);
        title.setValue(earlier.title());
        reason.setValue(earlier.reason());
    }

    private void propose() {
        var chosen = project.getValue();
        if (chosen == null) {
            Missing.say(project);
            return;
        }
        var baseline = pages.baselines()
                .inForce(chosen.id())
                .orElseThrow(() -> new DomainException(ChangeError.STALE_BASELINE, chosen.baselineNumber()));
        var id = pages.changes().propose(baseline.id(), title.getValue(), reason.getValue());
        PlanNavigation.navigateToDraft(pages.changes().change(id).draft());
    }
}
