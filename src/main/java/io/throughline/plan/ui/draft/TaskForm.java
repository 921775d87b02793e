package io.throughline.plan.ui.draft;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextField;
import io.throughline.people.PersonInfo;
import io.throughline.plan.DraftDetail;
import io.throughline.plan.content.Grade;
import io.throughline.plan.content.Stage;
import io.throughline.plan.content.Task;
import io.throughline.plan.content.TaskId;
import io.throughline.plan.content.WorkDays;
import io.throughline.plan.ui.Inputs;
import io.throughline.shared.PersonId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A task: where it belongs, what it takes, who does it, what it waits for, which requirements it serves. */
class TaskForm extends ItemForm<Task> {

    private final TaskId id;
    private final @Nullable Task task;
    private final String code;
    private final int order;
    private final TextField name;
    private final ItemSelect<Stage> stage;
    private final BigDecimalField effort;
    private final BigDecimalField duration;
    private final ItemSelect<Grade> grade;
    private final Select<PersonInfo> assignee;
    private final LinksField links;
    private final DatePicker notBefore;
    private final DatePicker deadline;
    private final RequirementsField requirements;

    private TaskForm(DraftDesk desk, TaskId id, @Nullable Task task) {
        super(desk, "task", id, task);
        this.id = id;
        this.task = task;
        var view = desk.view();
        var plan = view.content();
        code = task != null
                ? task.code()
                : Codes.next("T", plan.tasks().stream().map(Task::code).toList());
        order = task != null
                ? task.order()
                : plan.tasks().stream().mapToInt(Task::order).max().orElse(0) + 1;
        setHeaderTitle(getTranslation(task == null ? "draft.task.new" : "draft.item", code));
        name = Inputs.name(getTranslation("draft.name"), task == null ? "" : task.name());
        stage = new ItemSelect<>(
                getTranslation("draft.stage"), plan.stages(), task == null ? null : task.stage(), false);
        effort = Inputs.number(
                getTranslation("draft.effort.days"),
                task == null ? null : task.effort().exactDays());
        duration = Inputs.number(
                getTranslation("draft.duration"),
                task == null ? null : task.duration().days());
        duration.setHelperText(getTranslation("draft.duration.help"));
        grade = new ItemSelect<>(
                getTranslation("draft.grade"), plan.grades(), task == null ? null : task.grade(), true);
        assignee = people(view, task == null ? null : task.assignee());
        links = new LinksField(plan, id, task == null ? List.of() : task.links());
        notBefore = Inputs.date(getTranslation("draft.notBefore"), task == null ? null : task.notBefore(), getLocale());
        deadline =
                Inputs.date(getTranslation("draft.deadline"), task == null ? null : task.mustFinishBy(), getLocale());
        deadline.setHelperText(getTranslation("draft.deadline.help"));
        requirements = new RequirementsField(
                getTranslation("draft.requirements"), plan, task == null ? Set.of() : task.requirements());
        if (task == null && !plan.stages().isEmpty()) {
            stage.setValue(lastUsed(view));
        }
    }

    static TaskForm create(DraftDesk desk) {
        return new TaskForm(desk, TaskId.next(), null);
    }

    static TaskForm edit(DraftDesk desk, Task task) {
        return new TaskForm(desk, task.id(), task);
    }

    @Override
    void show() {
        open(
                name,
                Inputs.beside(stage, grade),
                Inputs.beside(effort, duration),
                links,
                Inputs.beside(notBefore, deadline),
                Inputs.beside(assignee, requirements));
    }

    @Override
    Task item() {
        return new Task(
                id,
                code,
                Inputs.required(name),
                Inputs.required(stage, stage.getValue()).id(),
                Inputs.days(effort),
                new WorkDays(Inputs.positive(duration.getValue() == null ? effort : duration)),
                links.links(),
                notBefore.getValue(),
                deadline.getValue(),
                grade.chosen().map(Grade::id).orElse(null),
                assignee.getValue() == null ? null : assignee.getValue().id(),
                task == null ? null : task.calendar(),
                requirements.refs(),
                order);
    }

    @Override
    Optional<Runnable> another() {
        return Optional.of(() -> create(desk()).show());
    }

    /** Tasks of one stage are mostly written one after the other. */
    private static Stage lastUsed(DraftDetail view) {
        var plan = view.content();
        return plan.tasks().isEmpty()
                ? plan.stages().getFirst()
                : (Stage) plan.find(plan.tasks().getLast().stage())
                        .orElse(plan.stages().getFirst());
    }

    private Select<PersonInfo> people(DraftDetail view, @Nullable PersonId chosen) {
        var services = desk().services();
        var members = services.projects().project(view.project()).members();
        var ids = new java.util.LinkedHashSet<PersonId>();
        members.forEach(member -> ids.add(member.person()));
        if (chosen != null) {
            ids.add(chosen);
        }
        var people = services.people().names(ids).entrySet().stream()
                .map(entry -> new PersonInfo(entry.getKey(), entry.getValue(), null))
                .sorted(java.util.Comparator.comparing(PersonInfo::name))
                .toList();
        var select = new Select<PersonInfo>();
        select.setLabel(getTranslation("draft.assignee"));
        select.setItems(people);
        select.setEmptySelectionAllowed(true);
        select.setItemLabelGenerator(person -> person == null ? "" : person.name());
        people.stream().filter(person -> person.id().equals(chosen)).findFirst().ifPresent(select::setValue);
        return select;
    }
}
