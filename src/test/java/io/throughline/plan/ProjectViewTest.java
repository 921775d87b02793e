package io.throughline.plan;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import io.throughline.support.As;
import io.throughline.support.ViewTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ProjectViewTest extends ViewTest {

    @Autowired
    PlanFixtures plans;

    @Autowired
    Projects projects;

    @Test
    void aTeamMemberReadsThePlanWithoutMoney() {
        var world = plans.drafted();
        plans.approved(world);
        var member = fixtures.teamMember();
        As.viewer(world.pm(), () -> projects.letIn(world.project(), member.id(), false));

        signIn(member);
        UI.getCurrent().navigate("projects/" + key(world));

        assertThat(drawn())
                .contains("header=Stage")
                .contains("S-1 Build")
                .doesNotContain("header=Cost")
                .doesNotContain("header=Bought");
        _assertNone(Anchor.class, spec -> spec.withText("Propose a change"));

        UI.getCurrent().navigate("projects/" + key(world) + "/baselines/1");
        assertThat(drawn())
                .contains("header=Accepted when")
                .doesNotContain("header=Cost")
                .doesNotContain("header=Bought");
    }

    @Test
    void aProjectManagerLetsPeopleOut() {
        var world = plans.drafted();
        var member = fixtures.teamMember();
        As.viewer(world.pm(), () -> projects.letIn(world.project(), member.id(), false));
        signIn(world.pm());
        UI.getCurrent().navigate("projects/" + key(world));

        _click(_find(Button.class, spec -> spec.withText("Remove")).stream()
                .filter(button -> button.getAriaLabel().orElse("").equals("Remove " + member.name()))
                .findFirst()
                .orElseThrow());

        assertThat(As.viewer(world.pm(), () -> projects.project(world.project()).members()))
                .extracting(ProjectMember::person)
                .containsExactly(world.pm().id());
        _click(_get(Button.class, spec -> spec.withText("Undo")));
        assertThat(As.viewer(world.pm(), () -> projects.project(world.project()).members()))
                .extracting(ProjectMember::person)
                .contains(member.id());
    }

    private String key(PlanFixtures.World world) {
        return As.viewer(world.pm(), () -> projects.project(world.project()).key());
    }
}
