package io.throughline.plan.ui.draft;

import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.throughline.plan.content.Stage;
import io.throughline.plan.content.StageId;
import io.throughline.plan.ui.Inputs;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A stage: what it is called, and what the business can do once it is finished. */
class StageForm extends ItemForm<Stage> {

    private final StageId id;
    private final String code;
    private final int order;
    private final TextField name;
    private final TextArea implications;

    private StageForm(DraftDesk desk, StageId id, @Nullable Stage stage) {
        super(desk, "stage", id, stage);
        var stages = desk.plan().stages();
        this.id = id;
        code = stage != null
                ? stage.code()
                : Codes.next("S", stages.stream().map(Stage::code).toList());
        order = stage != null
                ? stage.order()
                : stages.stream().mapToInt(Stage::order).max().orElse(0) + 1;
        setHeaderTitle(getTranslation(stage == null ? "draft.stage.new" : "draft.item", code));
        name = Inputs.name(getTranslation("draft.name"), stage == null ? "" : stage.name());
        implications = Inputs.area(
                getTranslation("draft.stage.implications"), stage == null ? "" : stage.businessImplications());
        implications.setHelperText(getTranslation("draft.stage.implications.help"));
    }

    static StageForm create(DraftDesk desk) {
        return new StageForm(desk, StageId.next(), null);
    }

    static StageForm edit(DraftDesk desk, Stage stage) {
        return new StageForm(desk, stage.id(), stage);
    }

    @Override
    void show() {
        open(name, implications);
    }

    @Override
    Stage item() {
        return new Stage(
                id, code, Inputs.required(name), implications.getValue().strip(), order);
    }

    @Override
    Optional<Runnable> another() {
        return Optional.of(() -> create(desk()).show());
    }
}
