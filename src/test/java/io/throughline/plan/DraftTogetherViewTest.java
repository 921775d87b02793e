package io.throughline.plan;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.textfield.BigDecimalField;
import io.throughline.plan.content.PlanHeader;
import io.throughline.plan.content.PlanOperation;
import io.throughline.plan.content.Task;
import io.throughline.shared.DomainException;
import io.throughline.shared.Effort;
import io.throughline.shared.Money;
import io.throughline.support.As;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Two people at the same plan. */
class DraftTogetherViewTest extends DraftViewTest {

    @Test
    void what_somebody_else_changed_meanwhile_is_neither_lost_nor_overwritten_unseen() {
        go("schedule");
        open(world.build());
        var before = plan().task(world.build()).orElseThrow();
        asColleague(before, before.withEffort(Effort.ofDays(8)));
        text("Name", "Build the public map");
        click("Save");
        assertThat(refusal()).contains("changed meanwhile");
        assertThat(text("Name").getValue()).isEqualTo("Build the public map");
        assertThat(plan().task(world.build()).orElseThrow().effort()).isEqualTo(Effort.ofDays(8));
        click("Save");
        assertThat(plan().task(world.build()).orElseThrow())
                .extracting(Task::name, Task::effort)
                .containsExactly("Build the public map", Effort.ofDays(5));
    }

    private void colleagueSets(String name, Money budget) {
        var header = plan().header();
        var theirs = new PlanHeader(
                name,
                header.publicName(),
                header.currency(),
                budget,
                header.capacity(),
                header.start(),
                header.calendar());
        As.viewer(
                world.pm(),
                () -> drafts.edit(world.draft(), view().version(), List.of(new PlanOperation.Revise(header, theirs))));
    }

    @Test
    @SuppressWarnings("unchecked")
    void what_is_typed_in_a_form_on_the_page_stands_while_a_colleague_changes_the_plan() {
        go("settings");
        var name = plan().header().name();
        text("Name", "Maps");
        _get(DatePicker.class, spec -> spec.withLabel("Day off")).setValue(LocalDate.of(2026, 2, 3));
        click("+ Add");
        colleagueSets(name, Money.of(123));
        ((CheckboxGroup<DayOfWeek>) _get(CheckboxGroup.class)).setValue(Set.of(DayOfWeek.MONDAY));
        _click(_find(Button.class, spec -> spec.withText("Save")).getLast());
        assertThat(text("Name").getValue()).isEqualTo("Maps");
        assertThat(_get(BigDecimalField.class, spec -> spec.withLabel("Budget (EUR)"))
                        .getValue())
                .as("theirs, where nothing was typed")
                .isEqualByComparingTo("123");
        assertThat(plan().calendars().getFirst().holidays()).containsExactly(LocalDate.of(2026, 2, 3));
        colleagueSets(name, Money.of(456));
        _click(_find(Button.class, spec -> spec.withText("Save")).getFirst());
        assertThat(plan().header())
                .as("different fields by two people")
                .extracting(PlanHeader::name, PlanHeader::budget)
                .containsExactly("Maps", Money.of(456));
    }

    @Test
    void where_two_people_change_the_same_field_of_a_form_on_the_page_both_values_are_shown() {
        go("settings");
        text("Name", "Maps");
        colleagueSets("Charts", plan().header().budget());
        _click(_find(Button.class, spec -> spec.withText("Save")).getFirst());
        assertThat(plan().header().name()).isEqualTo("Charts");
        assertThat(refusal()).contains("Name: Charts");
        assertThat(text("Name").getValue()).isEqualTo("Maps");
        _click(_find(Button.class, spec -> spec.withText("Save")).getFirst());
        assertThat(plan().header().name()).isEqualTo("Maps");
    }

    @Test
    void edits_of_different_items_by_two_people_both_stand() {
        go("stages");
        click("+ Stage");
        var task = plan().task(world.build()).orElseThrow();
        asColleague(task, task.withEffort(Effort.ofDays(8)));
        text("Name", "Roll-out");
        click("Save");
        assertThat(plan().stages()).hasSize(2);
        assertThat(plan().task(world.build()).orElseThrow().effort()).isEqualTo(Effort.ofDays(8));
    }

    @Test
    void undoing_what_one_has_not_seen_is_refused() {
        go("stages");
        var task = plan().task(world.build()).orElseThrow();
        asColleague(task, task.withEffort(Effort.ofDays(8)));
        assertThatThrownBy(this::undo).isInstanceOf(DomainException.class);
        assertThat(plan().task(world.build()).orElseThrow().effort()).isEqualTo(Effort.ofDays(8));
        undo();
        assertThat(plan().task(world.build()).orElseThrow().effort()).isEqualTo(Effort.ofDays(5));
    }
}
