package io.throughline.plan;

import static io.throughline.support.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.backlog.RequirementId;
import io.throughline.backlog.RequirementState;
import io.throughline.backlog.Requirements;
import io.throughline.plan.content.PlanProblem;
import io.throughline.plan.content.RequirementRef;
import io.throughline.shared.Ids;
import io.throughline.shared.Progress;
import io.throughline.support.As;
import io.throughline.support.IntegrationTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the backlog declines, or gives to another project, while a plan holds it is said to whoever writes the plan, and to whoever would sign it. */
@IntegrationTest
class DeclinedScopeIT extends PlanCase {

    @Autowired
    Requirements requirements;

    @Test
    void a_draft_names_it_and_is_not_handed_in_until_it_is_out_of_scope() {
        var world = plans.drafted();
        var key = decline(world, world.photo());

        refused(PlanError.DECLINED_IN_SCOPE, () -> plans.submitted(world));
        As.viewer(world.pm(), () -> {
            var draft = drafts.draft(world.draft());
            assertThat(named(draft.problems())).containsExactly(key);
            draft = scoping.decide(world.draft(), draft.version(), world.photo(), false, "declined");
            assertThat(named(draft.problems())).isEmpty();
        });
        plans.approved(world);
        assertThat(state(world, world.photo())).isEqualTo(RequirementState.DECLINED);
    }

    @Test
    void what_is_reconsidered_is_planned() {
        var world = plans.drafted();
        decline(world, world.photo());
        As.viewer(
                world.pm(),
                () -> requirements.reconsider(
                        world.photo(), requirements.detail(world.photo()).version()));

        plans.approved(world);

        assertThat(state(world, world.photo())).isEqualTo(RequirementState.PLANNED);
    }

    @Test
    void what_is_declined_after_it_was_handed_in_hinders_its_approval_and_is_named() {
        var world = plans.drafted();
        var submission = plans.submitted(world);
        assertThat(hindrances(world, submission)).isEmpty();
        var key = decline(world, world.photo());

        assertThat(hindrances(world, submission)).containsExactly(key);
        refused(
                world.manager(),
                PlanError.DECLINED_IN_SCOPE,
                () -> approvals.approve(
                        submission, approvals.submission(submission).hash()));

        As.viewer(world.manager(), () -> approvals.reject(submission, "The photo was declined."));
        assertThat(hindrances(world, submission))
                .as("of what is decided nothing hinders any more")
                .isEmpty();
    }

    @Test
    void what_another_project_took_meanwhile_is_named_by_the_draft_and_refused_before_anybody_decides() {
        var world = plans.drafted();
        var key = As.viewer(world.pm(), () -> requirements.detail(world.photo()).key());
        hold(world.photo(), Ids.next());

        assertThat(As.viewer(world.pm(), () -> held(drafts.draft(world.draft()).problems())))
                .containsExactly(key);
        refused(PlanError.HELD_BY_ANOTHER, () -> plans.submitted(world));
        assertThat(As.viewer(
                        world.pm(),
                        () -> scoping.compute(world.draft(), Progress.UNWATCHED)
                                .choice()
                                .chosen()))
                .doesNotContain(new RequirementRef(world.photo().value()));

        jdbc.sql("delete from requirement_hold where requirement_id = ?")
                .param(world.photo().value())
                .update();
        hold(world.photo(), world.project().value());
        assertThat(As.viewer(world.pm(), () -> held(drafts.draft(world.draft()).problems())))
                .as("its own project's")
                .isEmpty();
        plans.approved(world);
    }

    @Test
    void no_computed_scope_has_it() {
        var world = plans.drafted();
        decline(world, world.photo());

        var chosen = As.viewer(
                        world.pm(),
                        () -> scoping.compute(world.draft(), Progress.UNWATCHED).choice())
                .chosen();

        assertThat(chosen).containsExactly(new RequirementRef(world.map().value()));
    }

    private String decline(PlanFixtures.World world, RequirementId id) {
        return As.viewer(world.pm(), () -> {
            var detail = requirements.detail(id);
            requirements.decline(id, detail.version(), "Nobody has such a phone.");
            return detail.key();
        });
    }

    private RequirementState state(PlanFixtures.World world, RequirementId id) {
        return As.viewer(world.pm(), () -> requirements.detail(id).state());
    }

    private List<String> hindrances(PlanFixtures.World world, SubmissionId submission) {
        return As.viewer(
                world.manager(), () -> named(approvals.submission(submission).hindrances()));
    }

    private void hold(RequirementId id, UUID project) {
        jdbc.sql("insert into requirement_hold (requirement_id, project_id, held_at) values (?, ?, utc_timestamp(6))")
                .params(id.value(), project)
                .update();
    }

    private static List<String> held(List<PlanProblem> problems) {
        return of(PlanProblem.Kind.HELD_BY_ANOTHER, problems);
    }

    private static List<String> named(List<PlanProblem> problems) {
        return of(PlanProblem.Kind.DECLINED, problems);
    }

    private static List<String> of(PlanProblem.Kind kind, List<PlanProblem> problems) {
        return problems.stream()
                .filter(problem -> problem.kind() == kind)
                .map(PlanProblem::item)
                .toList();
    }
}
