package io.throughline.plan.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanDiffTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233})
    void theDifferenceAppliedToTheFirstGivesTheSecond(long seed) {
        var plans = new Plans(seed);
        var a = plans.any();
        var b = plans.variant(a);

        assertThat(PlanOperation.applyAll(a, PlanDiff.operations(a, b)))
                .as("seed %d", seed)
                .isEqualTo(b);
        assertThat(PlanDiff.operations(a, a)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233})
    void whatIsDoneAndTakenBackIsAsBefore(long seed) {
        var plans = new Plans(seed);
        var a = plans.any();
        var operations = PlanDiff.operations(a, plans.variant(a));

        var back = PlanOperation.applyAll(PlanOperation.applyAll(a, operations), PlanOperation.inverse(operations));

        assertThat(back).as("seed %d", seed).isEqualTo(a);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void plansDifferInAFieldExactlyWhenTheyDiffer(long seed) {
        var plans = new Plans(seed);
        var a = PlanFigures.of(plans.any());
        var b = PlanFigures.of(plans.variant(a.plan()));

        assertThat(PlanDiff.between(a, b).isEmpty())
                .as("seed %d", seed)
                .isEqualTo(a.plan().equals(b.plan()));
    }

    @Test
    void everyComponentOfEveryItemIsCompared() {
        for (var item : new Plans(3).any().items()) {
            var compared = PlanItem.class.getPermittedSubclasses();
            assertThat(compared).contains(item.getClass());
        }
        for (var kind : PlanItem.class.getPermittedSubclasses()) {
            var full = Samples.full(kind);
            assertThat(full.fields()).as(kind.getSimpleName()).hasSize(kind.getRecordComponents().length - 1);
        }
    }

    @Test
    void anOperationOnWhatIsNoLongerThereIsRefused() {
        var plan = Plans.empty(LocalDate.of(2026, 1, 5), Set.of());
        var stage = new Stage(StageId.next(), "S-1", "Build", "", 1);
        var renamed = new Stage(stage.id(), "S-1", "Construct", "", 1);

        assertThatThrownBy(() -> new PlanOperation.Remove(stage).apply(plan))
                .isInstanceOf(ConflictingOperationException.class);
        assertThatThrownBy(() -> new PlanOperation.Add(stage).apply(plan.with(renamed)))
                .isInstanceOf(ConflictingOperationException.class);
        assertThatThrownBy(() -> new PlanOperation.Change(stage, renamed).apply(plan.with(renamed)))
                .isInstanceOfSatisfying(
                        ConflictingOperationException.class,
                        e -> assertThat(e.item()).isEqualTo("S-1 Construct"));
    }

    @Test
    void aLongerTaskShowsItsDurationAndWhatFollows() {
        var stage = new Stage(StageId.next(), "S-1", "Build", "", 1);
        var task = Plans.task(TaskId.next(), "T-1", stage.id(), 2);
        var before = Plans.empty(LocalDate.of(2026, 1, 5), Set.of()).with(stage).with(task);
        var after = before.with(task.withDuration(WorkDays.of(3)));

        assertThat(PlanDiff.between(PlanFigures.of(before), PlanFigures.of(after)))
                .extracting(PlanDiff.FieldChange::title, PlanDiff.FieldChange::field, PlanDiff.FieldChange::after)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                "Street works online", PlanField.FINISH, LocalDate.of(2026, 1, 7)),
                        org.assertj.core.groups.Tuple.tuple("S-1 Build", PlanField.FINISH, LocalDate.of(2026, 1, 7)),
                        org.assertj.core.groups.Tuple.tuple("T-1 work", PlanField.DURATION, WorkDays.of(3)),
                        org.assertj.core.groups.Tuple.tuple("T-1 work", PlanField.FINISH, LocalDate.of(2026, 1, 7)));
    }
}
