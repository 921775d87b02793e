package io.throughline.plan;

import static io.throughline.shared.Progress.UNWATCHED;
import static io.throughline.support.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.plan.content.BudgetLine;
import io.throughline.plan.content.PlanOperation;
import io.throughline.plan.content.RequirementRef;
import io.throughline.plan.content.Stage;
import io.throughline.plan.content.StageId;
import io.throughline.plan.content.Task;
import io.throughline.shared.CommonError;
import io.throughline.shared.DomainException;
import io.throughline.shared.Money;
import io.throughline.shared.PersonId;
import io.throughline.shared.Role;
import io.throughline.support.As;
import io.throughline.support.IntegrationTest;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

/** A working copy of a plan: what its project managers may put into it, and take back. */
@IntegrationTest
class DraftIT extends PlanCase {

    @Test
    void aDraftIsFixedWhileItLiesWithAManager() {
        var world = plans.drafted();
        plans.submitted(world);

        refused(world.pm(), PlanError.DRAFT_SUBMITTED, () -> {
            var view = drafts.draft(world.draft());
            return drafts.undo(world.draft(), view.version());
        });
    }

    @Test
    void undoAndRedoWalkTheSteps() {
        var world = plans.drafted();
        As.viewer(world.pm(), () -> {
            var start = drafts.draft(world.draft());
            var stage = new Stage(StageId.next(), "S-2", "Pilot", "", 2);
            var added = drafts.edit(world.draft(), start.version(), List.of(new PlanOperation.Add(stage)));
            var undone = drafts.undo(world.draft(), added.version());
            assertThat(undone.content()).isEqualTo(start.content());
            assertThat(undone.canRedo()).isTrue();
            var again = drafts.redo(world.draft(), undone.version());
            assertThat(again.content()).isEqualTo(added.content());
            assertThat(again.canRedo()).isFalse();
            var back = drafts.undo(
                    world.draft(), drafts.undo(world.draft(), again.version()).version());
            assertThat(back.content().tasks()).isEmpty();
            assertThat(back.canUndo()).isTrue();
        });
    }

    @Test
    void anEditOnAnOldVersionIsRefused() {
        var world = plans.drafted();
        refused(world.pm(), CommonError.STALE, () -> drafts.undo(world.draft(), 0));
    }

    @Test
    void aPlanThatMakesNoSenseIsNotStored() {
        var world = plans.drafted();
        As.viewer(world.pm(), () -> {
            var view = drafts.draft(world.draft());
            var task = view.content().task(world.build()).orElseThrow();
            var circle = task.withLinks(List.of(io.throughline.plan.content.Link.finishToStart(task.id())));
            assertThatThrownBy(() ->
                            drafts.edit(world.draft(), view.version(), List.of(new PlanOperation.Change(task, circle))))
                    .isInstanceOfSatisfying(DomainException.class, e -> {
                        assertThat(e.code()).isEqualTo(PlanError.CYCLE);
                        assertThat(e.arguments().getFirst().toString()).contains("T-1 Build the map");
                    });
            var stage = view.content().stages().getFirst();
            assertThatThrownBy(
                            () -> drafts.edit(world.draft(), view.version(), List.of(new PlanOperation.Remove(stage))))
                    .isInstanceOfSatisfying(
                            DomainException.class, e -> assertThat(e.code()).isEqualTo(PlanError.BROKEN));
        });
    }

    @Test
    void whatCostsLessThanNothingIsNotStored() {
        var world = plans.drafted();
        As.viewer(world.pm(), () -> {
            var view = drafts.draft(world.draft());
            var line = view.content().budgetLines().getFirst();
            var refund = new BudgetLine(line.id(), "Refund", null, Money.of("-250"));
            assertThatThrownBy(() ->
                            drafts.edit(world.draft(), view.version(), List.of(new PlanOperation.Change(line, refund))))
                    .isInstanceOfSatisfying(DomainException.class, e -> {
                        assertThat(e.code()).isEqualTo(PlanError.BROKEN);
                        assertThat(e.arguments()).containsExactly("Refund", "plan.problem.NEGATIVE_COST");
                    });
            assertThat(drafts.draft(world.draft()).content().budgetLines()).containsExactly(line);
        });
    }

    @Test
    void anUnfinishedPlanIsNotSubmitted() {
        var world = plans.drafted();
        refused(world.pm(), PlanError.INCOMPLETE, () -> {
            var view = drafts.draft(world.draft());
            view = drafts.undo(world.draft(), view.version());
            return approvals.submit(world.draft(), view.version());
        });
    }

    @Test
    void workIsGivenToPeopleOfTheProjectOnly() {
        var world = plans.drafted();
        var member = people.teamMember();
        refused(world.pm(), PlanError.NOT_IN_PROJECT, () -> assign(world, member.id()));
        refused(world.pm(), PlanError.NOT_IN_PROJECT, () -> assign(world, new PersonId(UUID.randomUUID())));

        As.viewer(world.pm(), () -> letIn(world, member.id(), false));
        As.viewer(world.pm(), () -> assign(world, member.id()));

        // Who leaves keeps what they had until somebody else takes it over, and gets nothing more.
        As.viewer(world.pm(), () -> projects.letGo(world.project(), member.id()));
        As.viewer(world.pm(), () -> {
            var view = drafts.draft(world.draft());
            scoping.decide(world.draft(), view.version(), world.photo(), false, "later");
            drafts.undo(world.draft(), drafts.draft(world.draft()).version());
            drafts.undo(world.draft(), drafts.draft(world.draft()).version());
        });
        refused(
                world.pm(),
                PlanError.NOT_IN_PROJECT,
                () -> drafts.redo(world.draft(), drafts.draft(world.draft()).version()));
    }

    private boolean letIn(PlanFixtures.World world, PersonId person, boolean manages) {
        projects.letIn(world.project(), person, manages);
        return true;
    }

    private DraftDetail assign(PlanFixtures.World world, PersonId person) {
        var view = drafts.draft(world.draft());
        var task = view.content().tasks().getFirst();
        var given = new Task(
                task.id(),
                task.code(),
                task.name(),
                task.stage(),
                task.effort(),
                task.duration(),
                task.links(),
                task.notBefore(),
                task.mustFinishBy(),
                task.grade(),
                person,
                task.calendar(),
                task.requirements(),
                task.order());
        return drafts.edit(world.draft(), view.version(), List.of(new PlanOperation.Change(task, given)));
    }

    @Test
    void aDraftIsEditedByItsProjectManagersOnly() {
        var world = plans.drafted();
        var reader = people.person(null, Role.PROJECT_MANAGER, Role.MANAGER);
        var version = As.viewer(world.pm(), () -> drafts.draft(world.draft()).version());
        var proposal = As.viewer(world.pm(), () -> scoping.compute(world.draft(), UNWATCHED));

        refused(reader, CommonError.NOT_ALLOWED, () -> drafts.undo(world.draft(), version));
        refused(reader, CommonError.NOT_ALLOWED, () -> drafts.edit(world.draft(), version, List.of()));
        refused(reader, CommonError.NOT_ALLOWED, () -> scoping.take(world.draft(), version, proposal, UNWATCHED));
        refused(
                reader,
                CommonError.NOT_ALLOWED,
                () -> scoping.decide(world.draft(), version, world.photo(), false, "no"));
        refused(reader, CommonError.NOT_ALLOWED, () -> approvals.submit(world.draft(), version));
    }

    @Test
    void aComputedScopeIsTakenAsItWasSeenOrNotAtAll() {
        var world = plans.drafted();
        As.viewer(world.pm(), () -> {
            var view = drafts.draft(world.draft());
            view = scoping.decide(world.draft(), view.version(), world.photo(), false, "later");
            var version = view.version();
            var proposal = scoping.compute(world.draft(), UNWATCHED);
            jdbc.sql("update requirement set cost = 1000000 where id = ?")
                    .param(world.photo().value())
                    .update();

            assertThatThrownBy(() -> scoping.take(world.draft(), version, proposal, (done, all) -> {
                        throw new CancellationException();
                    }))
                    .isInstanceOf(CancellationException.class);
            assertThat(drafts.draft(world.draft()).version()).isEqualTo(version);

            var taken = scoping.take(world.draft(), version, proposal, UNWATCHED);
            assertThat(taken.content().requirementsInScope())
                    .extracting(RequirementRef::value)
                    .containsExactlyInAnyOrder(
                            world.photo().value(), world.map().value());
            assertThat(scoping.compute(world.draft(), UNWATCHED).choice().chosen())
                    .extracting(RequirementRef::value)
                    .containsExactly(world.map().value());
        });
    }

    @Test
    void whatIsDeliveredHoldsNothingBackThatNeedsIt() {
        var world = plans.drafted();
        jdbc.sql("insert into requirement_prerequisite (requirement_id, prerequisite_id) values (?, ?)")
                .params(world.map().value(), world.photo().value())
                .update();
        As.viewer(world.pm(), () -> {
            scoping.decide(
                    world.draft(), drafts.draft(world.draft()).version(), world.photo(), false, "another project's");
            jdbc.sql("update requirement set state = 'PLANNED' where id = ?")
                    .param(world.photo().value())
                    .update();
            assertThat(scoping.compute(world.draft(), UNWATCHED).choice().chosen())
                    .isEmpty();
            jdbc.sql("update requirement set state = 'DELIVERED' where id = ?")
                    .param(world.photo().value())
                    .update();
            assertThat(scoping.compute(world.draft(), UNWATCHED).choice().chosen())
                    .extracting(RequirementRef::value)
                    .containsExactly(world.map().value());
        });
    }

    @Test
    void scopeIsNeverMadeUp() {
        var world = plans.drafted();
        refused(world.pm(), PlanError.UNKNOWN_REQUIREMENT, () -> {
            var view = drafts.draft(world.draft());
            var known = view.content().scope().getFirst();
            var made = new io.throughline.plan.content.ScopeItem(
                    new io.throughline.plan.content.RequirementRef(UUID.randomUUID()),
                    1,
                    "REQ-0",
                    known.name(),
                    known.obligation(),
                    true,
                    null,
                    null);
            return drafts.edit(world.draft(), view.version(), List.of(new PlanOperation.Add(made)));
        });
    }
}
