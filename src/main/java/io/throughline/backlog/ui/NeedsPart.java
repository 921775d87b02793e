package io.throughline.backlog.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import io.throughline.backlog.NeedSummary;
import io.throughline.backlog.RequirementDetail;
import io.throughline.shared.ui.Kit;
import io.throughline.shared.ui.Notices;
import java.util.function.Consumer;

/** The needs a requirement serves, to attach and detach; or why there is none. */
class NeedsPart extends Composite<Div> {

    private final transient BacklogServices services;
    private final transient RequirementDetail shown;
    private final transient Consumer<String> changed;

    NeedsPart(BacklogServices services, RequirementDetail shown, boolean edits, Consumer<String> changed) {
        this.services = services;
        this.shown = shown;
        this.changed = changed;
        getContent().add(new H3(getTranslation("backlog.needs")));
        if (shown.needs().isEmpty()) {
            var reason = shown.content().noNeedReason();
            getContent()
                    .add(Kit.dim(
                            reason == null
                                    ? getTranslation("backlog.needs.none")
                                    : getTranslation("backlog.needs.reason", reason)));
        }
        var list = new UnorderedList();
        list.addClassName("tl-list");
        shown.needs().forEach(need -> list.add(item(need, edits)));
        getContent().add(list);
        if (edits) {
            var choice = NeedChoice.of(services.needs(), getTranslation("backlog.needs.attach"));
            choice.addValueChangeListener(change -> {
                if (change.getValue() != null) {
                    attach(change.getValue());
                }
            });
            getContent().add(choice);
        }
    }

    private ListItem item(NeedSummary need, boolean edits) {
        var row = Kit.row(
                Kit.link(
                        BacklogNavigation.needHref(need.id()),
                        need.key() + " " + need.title().in(getLocale())),
                Kit.dim(getTranslation("backlog.needs.words", need.answersBehind())));
        if (edits) {
            var detach = new Button(getTranslation("backlog.needs.detach"), click -> detach(need));
            detach.addThemeVariants(ButtonVariant.TERTIARY);
            detach.setAriaLabel(getTranslation("backlog.needs.detach.one", need.key()));
            row.add(detach);
        }
        return new ListItem(row);
    }

    private void attach(NeedSummary need) {
        services.requirements().serve(shown.id(), need.id());
        changed.accept(getTranslation("backlog.needs.attached", shown.key(), need.key()));
    }

    private void detach(NeedSummary need) {
        services.requirements().serveNoMore(shown.id(), need.id());
        var words = getTranslation("backlog.needs.detached", shown.key(), need.key());
        changed.accept(words);
        Notices.undoable(this, words, () -> attach(need));
    }
}
