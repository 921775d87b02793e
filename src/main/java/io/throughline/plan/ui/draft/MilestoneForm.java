package io.throughline.plan.ui.draft;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.textfield.TextField;
import io.throughline.plan.content.Milestone;
import io.throughline.plan.content.MilestoneId;
import io.throughline.plan.content.Stage;
import io.throughline.plan.ui.Inputs;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A milestone: a point in time, and the work it waits for. */
class MilestoneForm extends ItemForm<Milestone> {

    private final MilestoneId id;
    private final String code;
    private final TextField name;
    private final ItemSelect<Stage> stage;
    private final LinksField links;
    private final DatePicker notBefore;
    private final DatePicker deadline;

    private MilestoneForm(DraftDesk desk, MilestoneId id, @Nullable Milestone milestone) {
        super(desk, "milestone", id, milestone);
        this.id = id;
        var plan = desk.plan();
        code = milestone != null
                ? milestone.code()
                : Codes.next(
                        "M", plan.milestones().stream().map(Milestone::code).toList());
        setHeaderTitle(getTranslation(milestone == null ? "draft.milestone.new" : "draft.item", code));
        name = Inputs.name(getTranslation("draft.name"), milestone == null ? "" : milestone.name());
        stage = new ItemSelect<>(
                getTranslation("draft.stage"), plan.stages(), milestone == null ? null : milestone.stage(), true);
        links = new LinksField(plan, id, milestone == null ? List.of() : milestone.links());
        notBefore = Inputs.date(
                getTranslation("draft.notBefore"), milestone == null ? null : milestone.notBefore(), getLocale());
        deadline = Inputs.date(
                getTranslation("draft.deadline"), milestone == null ? null : milestone.mustFinishBy(), getLocale());
    }

    static MilestoneForm create(DraftDesk desk) {
        return new MilestoneForm(desk, MilestoneId.next(), null);
    }

    static MilestoneForm edit(DraftDesk desk, Milestone milestone) {
        return new MilestoneForm(desk, milestone.id(), milestone);
    }

    @Override
    void show() {
        open(name, stage, links, Inputs.beside(notBefore, deadline));
    }

    @Override
    Milestone item() {
        return new Milestone(
                id,
                code,
                Inputs.required(name),
                stage.chosen().map(Stage::id).orElse(null),
                links.links(),
                notBefore.getValue(),
                deadline.getValue());
    }
}
