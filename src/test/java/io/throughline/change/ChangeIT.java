package io.throughline.change;

import static io.throughline.support.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.backlog.PlannableRequirement;
import io.throughline.backlog.RequirementId;
import io.throughline.plan.BaselineId;
import io.throughline.plan.Baselines;
import io.throughline.plan.Drafts;
import io.throughline.plan.PlanError;
import io.throughline.plan.PlanFixtures;
import io.throughline.plan.Projects;
import io.throughline.plan.Scoping;
import io.throughline.plan.content.Impact;
import io.throughline.plan.content.PlanContent;
import io.throughline.plan.content.PlanDiff;
import io.throughline.plan.content.PlanField;
import io.throughline.plan.content.PlanHeader;
import io.throughline.plan.content.PlanOperation;
import io.throughline.plan.content.PlanProblem;
import io.throughline.plan.content.RequirementRef;
import io.throughline.plan.content.ScopeItem;
import io.throughline.plan.content.WorkDays;
import io.throughline.shared.CommonError;
import io.throughline.shared.DomainException;
import io.throughline.shared.Money;
import io.throughline.shared.Progress;
import io.throughline.shared.Role;
import io.throughline.shared.act.ObjectRef;
import io.throughline.support.As;
import io.throughline.support.Fixtures;
import io.throughline.support.IntegrationTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
class ChangeIT {

    private static final ChangeFilter ALL = new ChangeFilter("", null);

    @Autowired
    PlanFixtures plans;

    @Autowired
    Fixtures people;

    @Autowired
    ChangeRequests changes;

    @Autowired
    ChangeList list;

    @Autowired
    ChangeTrace trace;

    @Autowired
    ChangeWaiting waiting;

    @Autowired
    Drafts drafts;

    @Autowired
    Scoping scoping;

    @Autowired
    Baselines baselines;

    @Autowired
    Projects projects;

    @Autowired
    JdbcClient jdbc;

    @Test
    void approvalMakesTheNextBaselineAndFreesWhatDroppedOut() {
        var world = plans.drafted();
        var first = plans.approved(world);
        var change = longerWithoutThePhoto(world, first);

        As.viewer(world.manager(), () -> {
            var shown = changes.change(change);
            assertThat(shown.state()).isEqualTo(ChangeState.WAITING);
            assertThat(shown.judgement().difference())
                    .extracting(PlanDiff.FieldChange::field)
                    .contains(PlanField.DURATION, PlanField.IN_SCOPE, PlanField.FINISH);
            var impact = shown.judgement().impact();
            assertThat(impact.laterBy()).isEqualTo(WorkDays.of(2));
            assertThat(impact.needs())
                    .extracting(need -> need.need().value())
                    .containsExactlyInAnyOrder(
                            world.damage().value(), world.repairs().value());
            assertThat(impact.needs())
                    .filteredOn(
                            need -> need.need().value().equals(world.damage().value()))
                    .singleElement()
                    .satisfies(need -> assertThat(need.effects()).containsExactly(Impact.Effect.DROPS_OUT));
            var second = approve(change);
            assertThat(baselines.baseline(second).number()).isEqualTo(2);
            assertThat(projects.project(world.project()).baseline()).isEqualTo(second);
            assertThat(changes.change(change).state()).isEqualTo(ChangeState.APPROVED);
            assertThat(trace.arrows(world.manager(), List.of(ObjectRef.of(ChangeKinds.CHANGE, change))))
                    .extracting(arrow -> arrow.from().object().id())
                    .as("both the baseline it changed and the one it made lead to it")
                    .containsExactly(first.value(), second.value());
        });
        assertThat(jdbc.sql("select count(*) from requirement_hold where requirement_id = ?")
                        .param(world.photo().value())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void aChangeOfAnOlderBaselineIsRefusedAsStale() {
        var world = plans.drafted();
        var first = plans.approved(world);
        var one = longerWithoutThePhoto(world, first);
        var other = longerWithoutThePhoto(world, first);
        As.viewer(world.manager(), () -> approve(one));

        refused(world.manager(), ChangeError.STALE_BASELINE, () -> approve(other));

        As.viewer(world.manager(), () -> {
            assertThat(changes.change(other).stale()).isTrue();
            assertThat(baselines.ofProject(world.project())).hasSize(2);
        });
        refused(world.pm(), ChangeError.STALE_BASELINE, () -> changes.propose(first, "Late", "again"));
    }

    @Test
    void noAuthorDecidesOnAChange() {
        var world = plans.drafted();
        var both = people.person(null, Role.PROJECT_MANAGER, Role.MANAGER);
        As.viewer(world.pm(), () -> projects.letIn(world.project(), both.id(), true));
        var first = plans.approved(world);
        var change = As.viewer(both, () -> changes.propose(first, "Longer", "The provider is late."));
        As.viewer(world.pm(), () -> edit(world, change));
        As.viewer(world.pm(), () -> submit(change));

        refused(both, PlanError.AUTHOR_CANNOT_DECIDE, () -> approve(change));
        refused(both, PlanError.AUTHOR_CANNOT_DECIDE, () -> {
            changes.reject(change, "mine");
            return 1;
        });
        refused(both, PlanError.AUTHOR_CANNOT_DECIDE, () -> {
            changes.ask(change, "mine?");
            return 1;
        });
        As.viewer(
                world.manager(),
                () -> assertThat(changes.change(change).state()).isEqualTo(ChangeState.WAITING));
    }

    @Test
    void twentyApprovalsOfTwoChangesAtOnceMakeOneBaseline() throws Exception {
        var world = plans.drafted();
        var first = plans.approved(world);
        var one = longerWithoutThePhoto(world, first);
        var other = longerWithoutThePhoto(world, first);
        var hashes = As.viewer(
                world.manager(),
                () -> List.of(
                        changes.change(one).submission().hash(),
                        changes.change(other).submission().hash()));
        var start = new CyclicBarrier(20);
        var outcomes = new ArrayList<String>();
        var managers = Stream.generate(people::manager).limit(20).toList();
        try (var pool = Executors.newFixedThreadPool(20)) {
            var results = new ArrayList<java.util.concurrent.Future<String>>();
            for (int i = 0; i < 20; i++) {
                var manager = managers.get(i);
                int which = i % 2;
                results.add(pool.submit(() -> {
                    start.await();
                    try {
                        As.viewer(manager, () -> changes.approve(which == 0 ? one : other, hashes.get(which)));
                        return "approved";
                    } catch (DomainException e) {
                        return e.code().name();
                    } catch (ConcurrencyFailureException e) {
                        return "busy";
                    }
                }));
            }
            for (var result : results) {
                outcomes.add(result.get());
            }
        }

        assertThat(outcomes).containsOnlyOnce("approved");
        assertThat(Set.copyOf(outcomes)).isSubsetOf("approved", "ALREADY_DECIDED", "CLOSED", "STALE_BASELINE", "busy");
        As.viewer(
                world.manager(),
                () -> assertThat(baselines.ofProject(world.project())).hasSize(2));
    }

    @Test
    void aQuestionAndAnAnswerThenAWithdrawal() {
        var world = plans.drafted();
        var change = longerWithoutThePhoto(world, plans.approved(world));
        As.viewer(world.manager(), () -> changes.ask(change, "What about the photo?"));
        As.viewer(world.pm(), () -> {
            assertThat(changes.change(change).state()).isEqualTo(ChangeState.QUESTIONED);
            changes.answer(change, "Next season.");
            var shown = changes.change(change);
            assertThat(shown.submission().thread()).hasSize(2);
            changes.withdraw(change, shown.version());
            assertThat(changes.change(change).state()).isEqualTo(ChangeState.WITHDRAWN);
        });
        refused(world.manager(), ChangeError.CLOSED, () -> approve(change));
    }

    @Test
    void aQuestionIsWaitedForNoLongerOnceWorkIsTakenUpAgain() {
        var world = plans.drafted();
        var change = longerWithoutThePhoto(world, plans.approved(world));
        As.viewer(world.manager(), () -> changes.ask(change, "What about the photo?"));
        assertThat(waiting.waitingFor(world.pm())).hasSize(1);

        As.viewer(world.pm(), () -> {
            var draft = changes.change(change).draft();
            scoping.decide(draft, drafts.draft(draft).version(), world.photo(), true, "after all");
        });
        assertThat(waiting.waitingFor(world.pm())).isEmpty();
    }

    @Test
    void theKeyOfAProjectFindsItsChangesAndNoOthers() {
        var world = plans.drafted();
        var change = longerWithoutThePhoto(world, plans.approved(world));
        As.viewer(world.manager(), () -> {
            var key = projects.project(world.project()).key();
            assertThat(list.list(new ChangeFilter(key, null), 0, 200))
                    .extracting(ChangeRow::id)
                    .containsExactly(change);
            assertThat(list.count(new ChangeFilter(key, null))).isEqualTo(1);
        });
    }

    @Test
    void aRejectedChangeIsOver() {
        var world = plans.drafted();
        var change = longerWithoutThePhoto(world, plans.approved(world));
        As.viewer(world.manager(), () -> changes.reject(change, "The photo stays."));

        refused(world.pm(), ChangeError.CLOSED, () -> {
            submit(change);
            return 1;
        });
        As.viewer(
                world.manager(),
                () -> assertThat(baselines.ofProject(world.project())).hasSize(1));
    }

    @Test
    void aChangeThatChangesNothingIsNotSubmitted() {
        var world = plans.drafted();
        var first = plans.approved(world);
        var change = As.viewer(world.pm(), () -> changes.propose(first, "Nothing", "really"));

        refused(world.pm(), ChangeError.NOTHING_CHANGED, () -> {
            submit(change);
            return 1;
        });
    }

    @Test
    void whatIsDeliveredStaysInScope() {
        var world = plans.drafted();
        var first = plans.approved(world);
        state(world.photo(), "DELIVERED");
        As.viewer(world.pm(), () -> {
            var change = changes.propose(first, "Without the photo", "The provider is late.");
            edit(world, change);
            var draft = changes.change(change).draft();
            assertThat(drafts.draft(draft).problems())
                    .filteredOn(problem -> problem.kind() == PlanProblem.Kind.DELIVERED_DROPPED)
                    .extracting(PlanProblem::item)
                    .containsExactly(key(world.photo()));
            refused(PlanError.DELIVERED_DROPPED, () -> submit(change));

            assertThat(scoping.choosable(draft).requirements())
                    .as("offered to be taken in again")
                    .extracting(PlannableRequirement::id)
                    .contains(world.photo());
            scoping.decide(draft, drafts.draft(draft).version(), world.photo(), true, "delivered");
            submit(change);
        });
    }

    @Test
    void whatIsDeliveredMeanwhileIsNotTakenOut() {
        var world = plans.drafted();
        var change = longerWithoutThePhoto(world, plans.approved(world));
        state(world.photo(), "DONE");

        refused(world.manager(), PlanError.DELIVERED_DROPPED, () -> approve(change));
    }

    @Test
    void aComputedScopeKeepsWhatIsDeliveredAsItWas() {
        var world = plans.drafted();
        var first = plans.approved(world);
        var change = As.viewer(world.pm(), () -> changes.propose(first, "Less", "No money."));
        state(world.photo(), "DELIVERED");
        jdbc.sql("insert into requirement_prerequisite (requirement_id, prerequisite_id) values (?, ?)")
                .params(world.map().value(), world.photo().value())
                .update();
        As.viewer(world.pm(), () -> {
            var view = drafts.draft(changes.change(change).draft());
            var header = view.content().header();
            view = drafts.edit(
                    view.id(),
                    view.version(),
                    List.of(new PlanOperation.Revise(
                            header,
                            new PlanHeader(
                                    header.name(),
                                    header.publicName(),
                                    header.currency(),
                                    Money.of(1),
                                    header.capacity(),
                                    header.start(),
                                    header.calendar()))));
            var proposal = scoping.compute(view.id(), Progress.UNWATCHED);
            assertThat(proposal.choice().chosen())
                    .extracting(RequirementRef::value)
                    .containsExactly(world.photo().value());

            var taken = scoping.take(view.id(), view.version(), proposal, Progress.UNWATCHED)
                    .content();
            assertThat(item(taken, world.photo())).isEqualTo(item(view.content(), world.photo()));
            assertThat(item(taken, world.map()).inScope()).isFalse();
        });
    }

    private static ScopeItem item(PlanContent plan, RequirementId requirement) {
        return plan.scope().stream()
                .filter(item -> item.requirement().value().equals(requirement.value()))
                .findFirst()
                .orElseThrow();
    }

    private void state(RequirementId requirement, String state) {
        jdbc.sql("update requirement set state = ? where id = ?")
                .params(state, requirement.value())
                .update();
    }

    private String key(RequirementId requirement) {
        return jdbc.sql("select req_key from requirement where id = ?")
                .param(requirement.value())
                .query(String.class)
                .single();
    }

    @Test
    void othersDontSeeTheChange() {
        var world = plans.drafted();
        var first = plans.approved(world);
        var change = longerWithoutThePhoto(world, first);
        var stranger = people.projectManager();

        refused(stranger, CommonError.NOT_FOUND, () -> changes.change(change));
        refused(stranger, CommonError.NOT_FOUND, () -> changes.propose(first, "Mine", "because"));
        refused(stranger, CommonError.NOT_FOUND, () -> list.ofProject(world.project()));
        As.viewer(
                stranger,
                () -> assertThat(list.list(ALL, 0, 200))
                        .noneMatch(row -> row.id().equals(change)));
        As.viewer(
                world.manager(),
                () -> assertThat(list.list(ALL, 0, 200))
                        .anyMatch(row -> row.id().equals(change)));
    }

    private ChangeId longerWithoutThePhoto(PlanFixtures.World world, BaselineId base) {
        return As.viewer(world.pm(), () -> {
            var change = changes.propose(base, "Longer, without the photo", "The provider is late.");
            edit(world, change);
            submit(change);
            return change;
        });
    }

    private void edit(PlanFixtures.World world, ChangeId change) {
        var view = drafts.draft(changes.change(change).draft());
        var task = view.content().task(world.build()).orElseThrow();
        view = drafts.edit(
                view.id(), view.version(), List.of(new PlanOperation.Change(task, task.withDuration(WorkDays.of(7)))));
        scoping.decide(view.id(), view.version(), world.photo(), false, "later");
    }

    private void submit(ChangeId change) {
        changes.submit(change, drafts.draft(changes.change(change).draft()).version());
    }

    private BaselineId approve(ChangeId change) {
        return changes.approve(change, changes.change(change).submission().hash());
    }
}
