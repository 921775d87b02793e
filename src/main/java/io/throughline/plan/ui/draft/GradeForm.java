package io.throughline.plan.ui.draft;

import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextField;
import io.throughline.plan.content.Grade;
import io.throughline.plan.content.GradeId;
import io.throughline.plan.ui.Inputs;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A grade of people, and what an hour of it costs. */
class GradeForm extends ItemForm<Grade> {

    private final GradeId id;
    private final TextField name;
    private final BigDecimalField rate;

    private GradeForm(DraftDesk desk, GradeId id, @Nullable Grade grade) {
        super(desk, "grade", id, grade);
        this.id = id;
        setHeaderTitle(grade == null ? getTranslation("draft.grade.new") : grade.name());
        name = Inputs.name(getTranslation("draft.name"), grade == null ? "" : grade.name());
        name.setHelperText(getTranslation("draft.grade.help"));
        rate = Inputs.number(
                getTranslation("draft.rate", desk.plan().header().currency()),
                grade == null ? null : grade.hourlyRate().amount());
    }

    static GradeForm create(DraftDesk desk) {
        return new GradeForm(desk, GradeId.next(), null);
    }

    static GradeForm edit(DraftDesk desk, Grade grade) {
        return new GradeForm(desk, grade.id(), grade);
    }

    @Override
    void show() {
        open(name, rate);
    }

    @Override
    Grade item() {
        return new Grade(id, Inputs.required(name), Inputs.money(rate));
    }

    @Override
    Optional<Runnable> another() {
        return Optional.of(() -> create(desk()).show());
    }
}
