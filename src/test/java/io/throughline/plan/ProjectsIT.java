package io.throughline.plan;

import static io.throughline.support.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.shared.CommonError;
import io.throughline.shared.Money;
import io.throughline.shared.PersonId;
import io.throughline.shared.Role;
import io.throughline.shared.Viewer;
import io.throughline.support.As;
import io.throughline.support.IntegrationTest;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who belongs to a project, and what others see of it. */
@IntegrationTest
class ProjectsIT extends PlanCase {

    @Autowired
    Baselines baselines;

    @Test
    void othersDontSeeTheProjectAndMembersSeeNoMoney() {
        var world = plans.drafted();
        var stranger = people.projectManager();
        var member = people.teamMember();
        As.viewer(world.pm(), () -> projects.letIn(world.project(), member.id(), false));
        var baseline = plans.approved(world);

        refused(stranger, CommonError.NOT_FOUND, () -> projects.project(world.project()));
        refused(stranger, CommonError.NOT_FOUND, () -> drafts.draft(world.draft()));
        refused(stranger, CommonError.NOT_FOUND, () -> baselines.items(baseline));
        refused(stranger, CommonError.NOT_FOUND, () -> baselines.plan(baseline));
        refused(stranger, CommonError.NOT_FOUND, () -> baselines.numbered(world.project(), 1));
        refused(stranger, CommonError.NOT_FOUND, () -> baselines.madeOf(world.project(), SubmissionId.next()));
        refused(member, CommonError.NOT_FOUND, () -> baselines.content(baseline));
        As.viewer(
                stranger,
                () -> assertThat(projects.list("", 0, 200))
                        .noneMatch(row -> row.id().equals(world.project())));
        As.viewer(member, () -> {
            assertThat(baselines.baseline(baseline).cost()).isNull();
            assertThat(baselines.items(baseline)).isNotEmpty().allMatch(item -> item.cost() == null);
            var plan = baselines.plan(baseline);
            assertThat(plan.info().cost()).isNull();
            assertThat(plan.figures().cost()).isEqualTo(Money.ZERO);
            assertThat(plan.figures().plan().header().budget()).isEqualTo(Money.ZERO);
            assertThat(plan.figures().plan().tasks()).isNotEmpty();
        });
        refused(world.manager(), CommonError.NOT_ALLOWED, () -> {
            var both = new Viewer(
                    world.manager().id(),
                    "m",
                    Set.of(Role.MANAGER, Role.PROJECT_MANAGER),
                    null,
                    java.util.Locale.ENGLISH,
                    java.time.ZoneOffset.UTC);
            As.viewer(both, () -> projects.letIn(world.project(), stranger.id(), true));
            return 1;
        });
    }

    @Test
    void onlyPeopleOfTheHouseAreLetIn() {
        var world = plans.drafted();
        var member = people.teamMember();
        var customer = people.customer();
        var manager = people.manager();

        refused(world.pm(), CommonError.NOT_FOUND, () -> letIn(world, new PersonId(UUID.randomUUID()), false));
        refused(world.pm(), CommonError.NOT_FOUND, () -> letIn(world, customer.id(), false));
        refused(world.pm(), CommonError.NOT_FOUND, () -> letIn(world, manager.id(), true));
        refused(world.pm(), PlanError.NOT_A_PROJECT_MANAGER, () -> letIn(world, member.id(), true));
        refused(people.projectManager(), CommonError.NOT_FOUND, () -> letIn(world, member.id(), false));

        As.viewer(world.pm(), () -> letIn(world, member.id(), false));
        assertThat(As.viewer(world.pm(), () -> projects.project(world.project()))
                        .members())
                .extracting(ProjectMember::person)
                .containsExactlyInAnyOrder(world.pm().id(), member.id());
    }

    private boolean letIn(PlanFixtures.World world, PersonId person, boolean manages) {
        projects.letIn(world.project(), person, manages);
        return true;
    }

    @Test
    void aProjectKeepsAProjectManager() {
        var world = plans.drafted();
        refused(world.pm(), PlanError.LAST_PROJECT_MANAGER, () -> {
            projects.letGo(world.project(), world.pm().id());
            return 1;
        });
        var gone = people.projectManager();
        As.viewer(world.pm(), () -> letIn(world, gone.id(), true));
        jdbc.sql("update account set state = 'DISABLED' where id = ?")
                .param(gone.id().value())
                .update();
        refused(
                world.pm(),
                PlanError.LAST_PROJECT_MANAGER,
                () -> letIn(world, world.pm().id(), false));
    }
}
