package io.throughline.plan.ui.draft;

import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextField;
import io.throughline.plan.content.BudgetLine;
import io.throughline.plan.content.BudgetLineId;
import io.throughline.plan.content.Stage;
import io.throughline.plan.ui.Inputs;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Money beside people's work. */
class BudgetLineForm extends ItemForm<BudgetLine> {

    private final BudgetLineId id;
    private final TextField name;
    private final BigDecimalField amount;
    private final ItemSelect<Stage> stage;

    private BudgetLineForm(DraftDesk desk, BudgetLineId id, @Nullable BudgetLine line) {
        super(desk, "line", id, line);
        this.id = id;
        var plan = desk.plan();
        setHeaderTitle(line == null ? getTranslation("draft.line.new") : line.name());
        name = Inputs.name(getTranslation("draft.name"), line == null ? "" : line.name());
        amount = Inputs.number(
                getTranslation("draft.amount", plan.header().currency()),
                line == null ? null : line.amount().amount());
        stage = new ItemSelect<>(
                getTranslation("draft.stage"), plan.stages(), line == null ? null : line.stage(), true);
    }

    static BudgetLineForm create(DraftDesk desk) {
        return new BudgetLineForm(desk, BudgetLineId.next(), null);
    }

    static BudgetLineForm edit(DraftDesk desk, BudgetLine line) {
        return new BudgetLineForm(desk, line.id(), line);
    }

    @Override
    void show() {
        open(name, amount, stage);
    }

    @Override
    BudgetLine item() {
        return new BudgetLine(
                id, Inputs.required(name), stage.chosen().map(Stage::id).orElse(null), Inputs.money(amount));
    }

    @Override
    Optional<Runnable> another() {
        return Optional.of(() -> create(desk()).show());
    }
}
