package io.throughline.trace;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import io.throughline.backlog.BacklogFixtures;
import io.throughline.backlog.BacklogKinds;
import io.throughline.backlog.NeedId;
import io.throughline.backlog.RequirementId;
import io.throughline.backlog.Requirements;
import io.throughline.plan.PlanFixtures;
import io.throughline.plan.PlanKinds;
import io.throughline.plan.Projects;
import io.throughline.shared.LocalizedText;
import io.throughline.shared.Role;
import io.throughline.shared.Viewer;
import io.throughline.shared.act.ObjectRef;
import io.throughline.support.As;
import io.throughline.support.Fixtures;
import io.throughline.support.ViewTest;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The line is walked from any object on it, both ways. */
class LineViewTest extends ViewTest {

    @Autowired
    BacklogFixtures given;

    @Autowired
    Requirements requirements;

    @Autowired
    PlanFixtures plans;

    @Autowired
    Projects projects;

    @Autowired
    Lines lines;

    Viewer pm;
    NeedId need;
    RequirementId requirement;

    @BeforeEach
    void aLine() {
        pm = fixtures.projectManager();
        need = given.need(pm, LocalizedText.en(Fixtures.unique("Lamps")));
        requirement = given.requirement(pm, given.area(pm), "Lamps at night");
        given.rated(pm, requirement, .5);
        As.viewer(pm, () -> requirements.serve(requirement, need));
    }

    @Test
    void fromANeedForwardToItsRequirement() {
        open(BacklogKinds.NEED, need.value());
        assertThat(hrefs()).anyMatch(href -> href.endsWith(requirement.value().toString()));
    }

    @Test
    void fromARequirementBackToItsNeedAndOnFromThere() {
        open(BacklogKinds.REQUIREMENT, requirement.value());
        assertThat(hrefs())
                .anyMatch(href -> href.equals("backlog/need/" + need.value()))
                .anyMatch(href -> href.equals("trace/need/" + need.value()));
    }

    @Test
    void theAnswersBehindLeadToResultsThatManagersMayOpenToo() {
        signIn(fixtures.person(null, Role.MANAGER));
        UI.getCurrent().navigate("trace/requirement/" + requirement.value());
        assertThat(hrefs())
                .anyMatch(href -> href.startsWith("surveys/"))
                .noneMatch(href -> href.startsWith("backlog/from-results"));
    }

    @Test
    void throughAProjectTheLineOfItsBaselineInForceIsShownToItsMembersOnly() {
        var world = plans.drafted();
        plans.approved(world);
        var member = fixtures.teamMember();
        As.viewer(world.pm(), () -> projects.letIn(world.project(), member.id(), false));
        var key = As.viewer(world.pm(), () -> projects.project(world.project()).key());

        signIn(member);
        UI.getCurrent().navigate("trace/project/" + world.project().value());
        assertThat(hrefs()).contains("projects/" + key + "/baselines/1");
        assertThat(As.viewer(
                        fixtures.teamMember(),
                        () -> lines.through(
                                new ObjectRef(PlanKinds.PROJECT, world.project().value()))))
                .matches(Line::isEmpty);
    }

    private java.util.List<String> hrefs() {
        return _find(Anchor.class).stream().map(Anchor::getHref).toList();
    }

    private void open(String kind, UUID id) {
        signIn(pm);
        UI.getCurrent().navigate("trace/" + kind + "/" + id);
    }
}
