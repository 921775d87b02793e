package io.throughline.plan.ui.draft;

import com.vaadin.flow.component.textfield.TextField;
import io.throughline.plan.content.Deliverable;
import io.throughline.plan.content.DeliverableId;
import io.throughline.plan.content.Milestone;
import io.throughline.plan.content.RequirementRef;
import io.throughline.plan.content.Stage;
import io.throughline.plan.ui.Inputs;
import io.throughline.shared.LocalizedText;
import io.throughline.shared.TypedText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A deliverable: what is handed over, when it is ready, which requirements it serves, how one can tell it is good. */
class DeliverableForm extends ItemForm<Deliverable> {

    private final DeliverableId id;
    private final String code;
    private final TextField name;
    private final List<TextField> publicNames;
    private final ItemSelect<Stage> stage;
    private final ItemSelect<Milestone> milestone;
    private final RequirementsField requirements;
    private final CriteriaField criteria;

    private DeliverableForm(
            DraftDesk desk, DeliverableId id, @Nullable Deliverable deliverable, Set<RequirementRef> serves) {
        super(desk, "deliverable", id, deliverable);
        this.id = id;
        var plan = desk.plan();
        code = deliverable != null
                ? deliverable.code()
                : Codes.next(
                        "D", plan.deliverables().stream().map(Deliverable::code).toList());
        setHeaderTitle(getTranslation(deliverable == null ? "draft.deliverable.new" : "draft.item", code));
        name = Inputs.name(getTranslation("draft.name"), deliverable == null ? "" : deliverable.name());
        publicNames = Inputs.names(
                getTranslation("draft.publicName"),
                deliverable == null ? new LocalizedText(Map.of()) : deliverable.publicName(),
                getLocale());
        publicNames.getFirst().setHelperText(getTranslation("draft.publicName.help"));
        stage = new ItemSelect<>(
                getTranslation("draft.stage"), plan.stages(), deliverable == null ? null : deliverable.stage(), true);
        milestone = new ItemSelect<>(
                getTranslation("draft.milestone.ready"),
                plan.milestones(),
                deliverable == null ? null : deliverable.milestone(),
                true);
        requirements = new RequirementsField(
                getTranslation("draft.requirements"), plan, deliverable == null ? serves : deliverable.requirements());
        criteria = new CriteriaField(deliverable == null ? List.of() : deliverable.criteria());
    }

    static DeliverableForm create(DraftDesk desk, Set<RequirementRef> serves) {
        return new DeliverableForm(desk, DeliverableId.next(), null, serves);
    }

    static DeliverableForm edit(DraftDesk desk, Deliverable deliverable) {
        return new DeliverableForm(desk, deliverable.id(), deliverable, Set.of());
    }

    @Override
    void show() {
        open(
                name,
                Inputs.beside(publicNames.toArray(TextField[]::new)),
                requirements,
                Inputs.beside(stage, milestone),
                criteria);
    }

    /** Without a name for customers they read its own. */
    @Override
    Deliverable item() {
        var own = Inputs.required(name);
        return new Deliverable(
                id,
                code,
                own,
                publicName(own),
                stage.chosen().map(Stage::id).orElse(null),
                milestone.chosen().map(Milestone::id).orElse(null),
                requirements.refs(),
                criteria.criteria());
    }

    private LocalizedText publicName(String own) {
        return publicNames.stream().allMatch(field -> TypedText.showsNothing(field.getValue()))
                ? LocalizedText.of(getLocale(), own)
                : Inputs.names(publicNames);
    }

    @Override
    Optional<Runnable> another() {
        return Optional.of(() -> create(desk(), Set.of()).show());
    }
}
