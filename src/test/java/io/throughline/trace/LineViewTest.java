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
import io.throughline.shared.LocalizedText;
import io.throughline.shared.Viewer;
import io.throughline.support.As;
import io.throughline.support.Fixtures;
import io.throughline.support.ViewTest;
import java.util.Set;
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

    Viewer pm;
    NeedId need;
    RequirementId requirement;

    @BeforeEach
    void aLine() {
        pm = fixtures.projectManager();
        need = given.need(pm, LocalizedText.en(Fixtures.unique("Lamps")));
        requirement = given.requirement(pm, given.area(pm), "Lamps at night");
        given.rated(pm, requirement, .5);
        As.viewer(pm, () -> requirements.serve(requirement, Set.of(need)));
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

    private java.util.List<String> hrefs() {
        return _find(Anchor.class).stream().map(Anchor::getHref).toList();
    }

    private void open(String kind, UUID id) {
        signIn(pm);
        UI.getCurrent().navigate("trace/" + kind + "/" + id);
    }
}
