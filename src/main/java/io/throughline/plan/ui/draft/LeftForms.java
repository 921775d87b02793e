package io.throughline.plan.ui.draft;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Span;
import io.throughline.plan.content.BudgetLine;
import io.throughline.plan.content.Deliverable;
import io.throughline.plan.content.Grade;
import io.throughline.plan.content.Milestone;
import io.throughline.plan.content.PlanItem;
import io.throughline.plan.content.ScopeItem;
import io.throughline.plan.content.Stage;
import io.throughline.plan.content.Task;
import io.throughline.plan.content.WorkCalendar;
import io.throughline.plan.ui.PlanNavigation;
import io.throughline.plan.ui.PlanNavigation.DraftSection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Names the forms of a plan in which something was typed and never saved, as after a session that ended meanwhile, and
 * opens them: the browser has kept the words, but nobody finds them without knowing where.
 */
@Tag("tl-left-forms")
@JsModule("context://frontend/edit-form.js")
class LeftForms extends Component implements HasComponents {

    private final DraftDesk desk;

    LeftForms(DraftDesk desk) {
        this.desk = desk;
        getElement()
                .setAttribute(
                        "owner", desk.services().viewer().get().id().value().toString())
                .setAttribute("object", desk.id().value().toString())
                .setAttribute("role", "status");
        addListener(Left.class, event -> show(event.forms));
    }

    @Override
    protected void onAttach(AttachEvent event) {
        getElement().executeJs("customElements.whenDefined(this.localName).then(() => this.look())");
    }

    private void show(List<String> forms) {
        removeAll();
        var left = forms.isEmpty() ? List.<Opening>of() : opening(forms);
        if (!left.isEmpty()) {
            add(new Span("↺ " + getTranslation("draft.left")));
            left.forEach(one -> add(new Button(
                    getTranslation("draft.left.open", one.name()),
                    click -> one.open().run())));
        }
    }

    /** @param name what the form is called; several may be called alike */
    private record Opening(String name, Runnable open) {}

    /** What opens each form. None of a plan that can't be edited, nor of what is gone from it. */
    private List<Opening> opening(List<String> forms) {
        var opening = new ArrayList<Opening>();
        var editable = desk.view().editable() ? forms : List.<String>of();
        if (editable.contains(InPlaceForm.HEADER) || editable.contains(InPlaceForm.CALENDAR)) {
            opening.add(new Opening(
                    getTranslation("enum.DraftSection.SETTINGS"),
                    () -> UI.getCurrent().navigate(PlanNavigation.draftHref(desk.id(), DraftSection.SETTINGS))));
        }
        for (var form : editable) {
            fresh(form)
                    .ifPresent(one -> opening.add(
                            new Opening(one.getHeaderTitle(), () -> fresh(form).ifPresent(ItemForm::show))));
            item(form)
                    .ifPresent(one -> opening.add(new Opening(
                            one.title(), () -> item(form).flatMap(this::editing).ifPresent(ItemForm::show))));
        }
        return opening;
    }

    private Optional<PlanItem> item(String id) {
        return desk.plan().items().stream()
                .filter(one -> one.id().value().toString().equals(id))
                .findFirst()
                .filter(one -> editing(one).isPresent());
    }

    private Optional<ItemForm<?>> fresh(String kind) {
        return switch (kind) {
            case "stage" -> Optional.of(StageForm.create(desk));
            case "task" -> Optional.of(TaskForm.create(desk));
            case "milestone" -> Optional.of(MilestoneForm.create(desk));
            case "deliverable" -> Optional.of(DeliverableForm.create(desk, Set.of()));
            case "grade" -> Optional.of(GradeForm.create(desk));
            case "line" -> Optional.of(BudgetLineForm.create(desk));
            default -> Optional.empty();
        };
    }

    private Optional<ItemForm<?>> editing(PlanItem item) {
        return switch (item) {
            case Stage one -> Optional.of(StageForm.edit(desk, one));
            case Task one -> Optional.of(TaskForm.edit(desk, one));
            case Milestone one -> Optional.of(MilestoneForm.edit(desk, one));
            case Deliverable one -> Optional.of(DeliverableForm.edit(desk, one));
            case Grade one -> Optional.of(GradeForm.edit(desk, one));
            case BudgetLine one -> Optional.of(BudgetLineForm.edit(desk, one));
            case ScopeItem _, WorkCalendar _ -> Optional.empty();
        };
    }

    /** Which forms there are by now: by the id of their item, or the kind of a new one. */
    @DomEvent("tl-left-forms")
    public static class Left extends ComponentEvent<LeftForms> {

        private final transient List<String> forms;

        public Left(LeftForms source, boolean fromClient, @EventData("event.detail") JsonNode forms) {
            super(source, fromClient);
            this.forms = forms.values().stream().map(JsonNode::asString).toList();
        }
    }
}
