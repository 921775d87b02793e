package io.throughline.plan;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import io.throughline.backlog.AreaRow;
import io.throughline.plan.content.Criterion;
import io.throughline.plan.content.LinkKind;
import io.throughline.plan.content.PlanHeader;
import io.throughline.plan.content.PlanOperation;
import io.throughline.plan.content.Stage;
import io.throughline.plan.content.Task;
import io.throughline.plan.content.WorkDays;
import io.throughline.shared.DomainException;
import io.throughline.shared.Effort;
import io.throughline.shared.LocalizedText;
import io.throughline.shared.Money;
import io.throughline.shared.ui.LongTable;
import io.throughline.support.As;
import io.throughline.support.Fixtures;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PlanDraftViewTest extends DraftViewTest {

    @Test
    void a_project_is_opened_and_leads_to_its_plan() {
        UI.getCurrent().navigate("projects");
        click("New project");
        var name = Fixtures.unique("Snow desk");
        text("Name", name);
        text("Name for customers (English)", "Snow");
        number("Budget", "60000");
        number("Capacity (days)", "80");
        var area = this.<Select<AreaRow>>field(Select.class, "Area of the backlog");
        area.setValue(null);
        click("Open project");
        assertThat(refusal()).contains("Area of the backlog");
        assertThat(text("Name").getValue()).isEqualTo(name);
        area.setValue(area.getListDataView()
                .getItems()
                .filter(one -> one.id().equals(projects.project(world.project()).area()))
                .findFirst()
                .orElseThrow());
        click("Open project");
        assertThat(location()).matches("drafts/[0-9a-f-]{36}");
        var row = As.viewer(world.pm(), () -> projects.list(name, 0, 1)).getFirst();
        var header = As.viewer(
                world.pm(),
                () -> drafts.draft(row.firstPlan().draft()).content().header());
        assertThat(header.budget()).isEqualTo(Money.of(60_000));
        assertThat(header.capacity()).isEqualTo(Effort.ofDays(80));
    }

    @Test
    void the_computed_scope_is_taken_over_in_one_step_and_undone_in_one() {
        decide(world.photo(), "leave", "Later, with the map.");
        decide(world.map(), "leave", "Not this year.");
        assertThat(plan().requirementsInScope()).isEmpty();
        click("Compute a scope");
        settle();
        assertThat(plan().requirementsInScope()).isEmpty();
        assertThat(_find(Paragraph.class))
                .extracting(Paragraph::getText)
                .anyMatch(text -> text.startsWith("Computed") && text.contains("2 requirements"));
        click("Take the computed scope over");
        settle();
        assertThat(plan().requirementsInScope()).hasSize(2);
        undo();
        assertThat(plan().requirementsInScope()).isEmpty();
        redo();
        assertThat(plan().requirementsInScope()).hasSize(2);
    }

    @Test
    void a_scope_computed_under_other_limits_is_not_offered_any_more() {
        go("scope");
        click("Compute a scope");
        settle();
        var header = plan().header();
        As.viewer(
                world.pm(),
                () -> drafts.edit(
                        world.draft(),
                        view().version(),
                        List.of(new PlanOperation.Revise(header, header.withBudget(Money.of(150))))));
        assertThatThrownBy(this::undo).isInstanceOf(DomainException.class);
        assertThat(_find(Button.class, spec -> spec.withText("Take the computed scope over")))
                .isEmpty();
        assertThat(_find(Button.class, spec -> spec.withText("Compute a scope")))
                .hasSize(1);
    }

    @Test
    void a_decision_by_hand_needs_a_reason_and_keeps_it() {
        go("scope");
        fire(
                _get(LongTable.class),
                "tl-act",
                "{\"event.detail.id\":\"%s\",\"event.detail.act\":\"leave\"}"
                        .formatted(world.map().value()));
        click("Leave out");
        assertThat(plan().requirementsInScope()).hasSize(2);
        _get(TextArea.class, spec -> spec.withLabel("Reason")).setValue("Costs more than it spares.");
        click("Leave out");
        assertThat(plan().scope())
                .filteredOn(
                        item -> item.requirement().value().equals(world.map().value()))
                .singleElement()
                .satisfies(item -> {
                    assertThat(item.inScope()).isFalse();
                    assertThat(item.reason()).isEqualTo("Costs more than it spares.");
                });
    }

    @Test
    void a_stage_is_added_moved_and_taken_out_again() {
        go("stages");
        click("+ Stage");
        text("Name", "Roll-out");
        _get(TextArea.class).setValue("Every district reports online.");
        click("Save");
        var added = plan().stages().getLast();
        assertThat(added)
                .extracting(Stage::code, Stage::name, Stage::businessImplications)
                .containsExactly("S-2", "Roll-out", "Every district reports online.");
        fire(
                _get(LongTable.class),
                "tl-act",
                "{\"event.detail.id\":\"%s\",\"event.detail.act\":\"up\"}"
                        .formatted(added.id().value()));
        assertThat(plan().stages()).extracting(Stage::code).containsExactly("S-2", "S-1");
        open(added.id());
        click("Remove");
        assertThat(plan().stages()).extracting(Stage::code).containsExactly("S-1");
    }

    @Test
    void a_stage_with_work_in_it_stays_and_the_form_says_why() {
        go("stages");
        open(plan().stages().getFirst().id());
        click("Remove");
        assertThat(refusal()).contains("still used by T-1");
        assertThat(plan().stages()).hasSize(1);
    }

    @Test
    void a_task_waits_for_another_and_a_circle_is_refused_by_name() {
        go("schedule");
        click("+ Task");
        text("Name", "Train the desk");
        number("Effort (days)", "3");
        number("Duration (working days)", "2");
        click("+ Dependency");
        choose("Waits for", "T-1");
        this.<Select<LinkKind>>field(Select.class, "Starts").setValue(LinkKind.SS);
        number("Lag (days)", "1");
        click("Save");
        var task = plan().tasks().getLast();
        assertThat(task)
                .extracting(Task::code, Task::effort, Task::duration)
                .containsExactly("T-2", Effort.ofDays(3), WorkDays.of(2));
        assertThat(task.links()).singleElement().satisfies(link -> {
            assertThat(link.from()).isEqualTo(world.build());
            assertThat(link.kind()).isEqualTo(LinkKind.SS);
            assertThat(link.lag()).isEqualTo(WorkDays.of(1));
        });
        open(world.build());
        click("+ Dependency");
        choose("Waits for", "T-2");
        click("Save");
        assertThat(refusal()).contains("T-1 Build the map", "T-2 Train the desk");
        assertThat(_find(Dialog.class)).as("nothing is lost").isNotEmpty();
        assertThat(plan().task(world.build()).orElseThrow().links()).isEmpty();
    }

    @Test
    void a_dependency_that_names_nothing_is_not_dropped_silently() {
        go("schedule");
        click("+ Milestone");
        text("Name", "Half way");
        click("+ Dependency");
        click("Save");
        assertThat(refusal()).contains("Waits for");
        assertThat(plan().milestones()).hasSize(1);
    }

    @Test
    void taking_a_task_out_takes_the_dependencies_on_it_along() {
        go("schedule");
        open(world.build());
        click("Remove");
        assertThat(plan().tasks()).isEmpty();
        assertThat(plan().milestones().getFirst().links()).isEmpty();
        undo();
        assertThat(plan().milestones().getFirst().links()).hasSize(1);
    }

    @Test
    void rates_and_other_costs_make_the_cost() {
        go("budget");
        click("+ Grade");
        text("Name", "Junior");
        number("Rate per hour (EUR)", "70.5");
        click("Save");
        assertThat(plan().grades())
                .filteredOn(grade -> grade.name().equals("Junior"))
                .singleElement()
                .satisfies(grade -> assertThat(grade.hourlyRate()).isEqualTo(Money.of("70.50")));
        click("+ Cost");
        text("Name", "Travel");
        number("Amount (EUR)", "-1");
        click("Save");
        assertThat(refusal()).contains("Amount (EUR)");
        number("Amount (EUR)", "400");
        click("Save");
        assertThat(view().figures().cost()).isEqualTo(Money.of(4_000 + 250 + 400));
    }

    @Test
    @SuppressWarnings("unchecked")
    void a_deliverable_says_what_it_serves_and_how_one_can_tell_it_is_good() {
        go("deliverables");
        click("+ Deliverable");
        text("Name", "Desk handbook");
        text("Name for customers (German)", "Handbuch am Schalter");
        text("Criterion 1", "Every question has an answer");
        var requirements = (MultiSelectComboBox<Object>) _get(MultiSelectComboBox.class);
        requirements.setValue(requirements.getListDataView().getItems().limit(1).toArray());
        click("Save");
        var added = plan().deliverables().getLast();
        assertThat(added.code()).isEqualTo("D-2");
        assertThat(added.publicName()).isEqualTo(LocalizedText.of(Locale.GERMAN, "Handbuch am Schalter"));
        assertThat(added.requirements()).hasSize(1);
        assertThat(added.criteria())
                .singleElement()
                .satisfies(criterion -> assertThat(criterion.text()).isEqualTo("Every question has an answer"));
    }

    @Test
    void criteria_and_dependencies_are_told_apart_whichever_went_before() {
        go("deliverables");
        click("+ Deliverable");
        text("Name", "Desk handbook");
        click("+ Criterion");
        click("+ Criterion");
        text("Criterion 2", "Second");
        text("Criterion 3", "Third");
        labelled("Remove criterion 1");
        click("+ Criterion");
        text("Criterion 3", "Fourth");
        click("Save");
        assertThat(plan().deliverables().getLast().criteria())
                .extracting(Criterion::text)
                .containsExactly("Second", "Third", "Fourth");

        go("schedule");
        click("+ Task");
        click("+ Dependency");
        click("+ Dependency");
        labelled("Remove dependency 1");
        click("+ Dependency");
        labelled("Remove dependency 2");
        labelled("Remove dependency 1");
        assertThat(_find(Button.class, spec -> spec.withText("×"))).isEmpty();
    }

    private static void labelled(String label) {
        _click(_get(
                Button.class,
                spec -> spec.withPredicate(
                        button -> button.getAriaLabel().filter(label::equals).isPresent())));
    }

    @Test
    @SuppressWarnings("unchecked")
    void limits_start_and_calendar_are_set_and_a_tight_budget_is_said() {
        go("settings");
        number("Budget (EUR)", "4000");
        _get(DatePicker.class, spec -> spec.withLabel("Start")).setValue(LocalDate.of(2026, 2, 2));
        _click(_find(Button.class, spec -> spec.withText("Save")).getFirst());
        assertThat(plan().header().budget()).isEqualTo(Money.of(4_000));
        assertThat(plan().header().start()).isEqualTo(LocalDate.of(2026, 2, 2));
        assertThat(_find(Anchor.class)).extracting(Anchor::getText).contains("over the budget");
        var days = (CheckboxGroup<DayOfWeek>) _get(CheckboxGroup.class);
        days.setValue(Set.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY));
        _get(DatePicker.class, spec -> spec.withLabel("Day off")).setValue(LocalDate.of(2026, 2, 3));
        click("+ Add");
        _click(_find(Button.class, spec -> spec.withText("Save")).getLast());
        assertThat(plan().calendars().getFirst().workingDays()).containsExactly(DayOfWeek.MONDAY, DayOfWeek.TUESDAY);
        assertThat(plan().calendars().getFirst().holidays()).containsExactly(LocalDate.of(2026, 2, 3));
        assertThat(view().figures().finish()).isEqualTo(LocalDate.of(2026, 2, 17));
    }

    @Test
    void an_effort_nobody_touched_stays_as_it_is() {
        var hour = new Effort(new BigDecimal("1.01"));
        var before = plan().task(world.build()).orElseThrow();
        asColleague(before, before.withEffort(hour));
        var header = plan().header();
        As.viewer(
                world.pm(),
                () -> drafts.edit(
                        world.draft(),
                        view().version(),
                        List.of(new PlanOperation.Revise(
                                header,
                                new PlanHeader(
                                        header.name(),
                                        header.publicName(),
                                        header.currency(),
                                        header.budget(),
                                        hour,
                                        header.start(),
                                        header.calendar())))));
        go("schedule");
        open(world.build());
        text("Name", "Build the public map");
        click("Save");
        assertThat(plan().task(world.build()).orElseThrow())
                .extracting(Task::name, Task::effort)
                .containsExactly("Build the public map", hour);

        go("settings");
        text("Name", "Maps");
        _click(_find(Button.class, spec -> spec.withText("Save")).getFirst());
        assertThat(plan().header().name()).isEqualTo("Maps");
        assertThat(plan().header().capacity()).isEqualTo(hour);
    }

    @Test
    void a_complete_plan_is_submitted_and_can_be_read_but_not_edited_then() {
        go("schedule");
        click("Submit for approval");
        click("Submit");
        assertThat(view().state()).isEqualTo(DraftState.SUBMITTED);
        assertThat(_find(Anchor.class)).extracting(Anchor::getHref).anyMatch(href -> href.contains("/approval/"));
        assertThat(_find(Button.class, spec -> spec.withText("+ Task"))).isEmpty();
        open(world.build());
        assertThat(_find(Button.class, spec -> spec.withText("Save"))).isEmpty();
        assertThat(text("Name").isReadOnly()).isTrue();
    }

    @Test
    void an_incomplete_plan_says_what_is_missing_instead_of_being_submitted() {
        var deliverable = plan().deliverables().getFirst();
        As.viewer(
                world.pm(),
                () -> drafts.edit(world.draft(), view().version(), List.of(new PlanOperation.Remove(deliverable))));
        go("scope");
        click("Submit for approval");
        assertThat(_find(Button.class, spec -> spec.withText("Submit"))).isEmpty();
        assertThat(_find(Anchor.class)).extracting(Anchor::getText).contains("there are no deliverables");
    }

    @Test
    void what_was_typed_and_never_saved_is_named_and_opened_in_any_section() {
        go("people");
        var task = plan().tasks().getFirst();
        fire(
                byTag("tl-left-forms"),
                "tl-left-forms",
                "{\"event.detail\":[\"%s\",\"stage\",\"header\",\"%s\"]}"
                        .formatted(task.id().value(), UUID.randomUUID()));
        assertThat(_find(Button.class))
                .extracting(Button::getText)
                .filteredOn(text -> text.startsWith("Continue: "))
                .hasSize(3)
                .contains("Continue: " + task.title(), "Continue: Settings");
        click("Continue: " + task.title());
        assertThat(text("Name").getValue()).isEqualTo(task.name());
        click("Cancel");
        click("Continue: Settings");
        assertThat(UI.getCurrent().getInternals().getActiveViewLocation().getPath())
                .endsWith("/settings");
        fire(byTag("tl-left-forms"), "tl-left-forms", "{\"event.detail\":[]}");
        assertThat(byTag("tl-left-forms").getTextRecursively()).isEmpty();
    }

    @Test
    void a_manager_reads_the_plan_and_edits_nothing() {
        var manager = world.manager();
        signIn(manager);
        go("budget");
        assertThat(_find(Button.class, spec -> spec.withText("+ Grade"))).isEmpty();
        assertThat(_find(Button.class, spec -> spec.withText("Submit for approval")))
                .isEmpty();
    }

    private void decide(io.throughline.backlog.RequirementId requirement, String act, String reason) {
        go("scope");
        fire(
                _get(LongTable.class),
                "tl-act",
                "{\"event.detail.id\":\"%s\",\"event.detail.act\":\"%s\"}".formatted(requirement.value(), act));
        _get(TextArea.class, spec -> spec.withLabel("Reason")).setValue(reason);
        click("Leave out");
    }
}
