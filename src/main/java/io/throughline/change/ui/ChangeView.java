package io.throughline.change.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.throughline.change.ChangeRequests;
import io.throughline.change.ChangeRequests.View;
import io.throughline.shared.ui.Kit;
import io.throughline.shared.ui.Kpis;
import io.throughline.shared.ui.Labels;
import io.throughline.shared.ui.Notices;
import io.throughline.shared.ui.PageHeader;
import io.throughline.shared.ui.ReasonDialog;
import io.throughline.shared.ui.Tone;
import jakarta.annotation.security.RolesAllowed;

/** One change on computed facts, and the decision on it. */
@Route("changes/:key")
@RolesAllowed({"PROJECT_MANAGER", "MANAGER"})
class ChangeView extends Composite<Div> implements BeforeEnterObserver, HasDynamicTitle {

    private final transient ChangeRequests changes;
    private String title = "";

    ChangeView(ChangeRequests changes) {
        this.changes = changes;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(changes.byKey(event.getRouteParameters().get("key").orElse("")));
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    private void show(View change) {
        title = change.key() + " " + change.title();
        var impact = change.judgement().impact();
        getContent().removeAll();
        getContent()
                .add(
                        new PageHeader(title)
                                .above(Kit.dim(Labels.of(this, change.state())))
                                .below(Kit.dim(change.reason())),
                        new Kpis()
                                .add(
                                        getTranslation("changes.finish"),
                                        impact.finishBefore() + " → " + impact.finishAfter(),
                                        "",
                                        Tone.NEUTRAL)
                                .add(
                                        getTranslation("changes.cost"),
                                        impact.costBefore() + " → " + impact.costAfter(),
                                        "",
                                        Tone.NEUTRAL)
                                .add(
                                        getTranslation("changes.needs"),
                                        impact.needsServedBefore() + " → " + impact.needsServedAfter(),
                                        "",
                                        Tone.NEUTRAL));
        if (change.stale()) {
            getContent().add(Kit.card(new Paragraph(getTranslation("changes.stale"))));
        }
        var submission = change.submission();
        if (submission != null && submission.mayDecide()) {
            getContent().add(decision(change, submission.hash()));
        }
    }

    private Component decision(View change, String hash) {
        var approve = new Button(getTranslation("changes.approve"), click -> {
            changes.approve(change.id(), hash);
            Notices.done(getTranslation("changes.approved"));
            show(changes.change(change.id()));
        });
        approve.addThemeVariants(ButtonVariant.PRIMARY);
        var reject = new Button(
                getTranslation("changes.reject"),
                click -> new ReasonDialog(
                                getTranslation("changes.reject"),
                                change.title(),
                                getTranslation("changes.reason"),
                                getTranslation("changes.reject"),
                                reason -> {
                                    changes.reject(change.id(), reason);
                                    show(changes.change(change.id()));
                                })
                        .keptFor("change-reject/" + change.id().value())
                        .open());
        return Kit.card(
                getTranslation("changes.decision"),
                Kit.dim(getTranslation("changes.signs", hash)),
                Kit.row(approve, reject));
    }
}
