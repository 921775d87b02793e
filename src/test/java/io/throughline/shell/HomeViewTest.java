package io.throughline.shell;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.router.QueryParameters;
import io.throughline.shared.Viewer;
import io.throughline.support.ViewTest;
import org.junit.jupiter.api.Test;

class HomeViewTest extends ViewTest {

    @Test
    void a_customer_sees_the_rooms_of_customers_only() {
        open(fixtures.customer());
        assertThat(rooms()).contains("my-needs").doesNotContain("backlog", "people", "projects");
    }

    @Test
    void a_project_manager_sees_surveys_backlog_and_projects_but_not_the_accounts() {
        open(fixtures.projectManager());
        assertThat(rooms()).contains("surveys", "backlog", "projects").doesNotContain("people");
    }

    @Test
    void home_greets_by_name() {
        var viewer = fixtures.manager();
        open(viewer);
        assertThat(_get(H1.class).getText()).contains(viewer.name());
    }

    @Test
    void another_page_is_read_from_its_top_and_the_same_one_stays_where_it_is() {
        open(fixtures.projectManager());
        arrivals();
        UI.getCurrent().navigate("surveys");
        assertThat(arrivals()).isEqualTo(1);
        UI.getCurrent().navigate("surveys", QueryParameters.of("q", "park"));
        UI.getCurrent().refreshCurrentRoute(false);
        assertThat(arrivals()).isZero();
        UI.getCurrent().navigate("backlog");
        assertThat(arrivals()).isEqualTo(1);
    }

    /** Since it was asked last. */
    private static long arrivals() {
        var internals = UI.getCurrent().getInternals();
        internals.getStateTree().runExecutionsBeforeClientResponse();
        return internals.dumpPendingJavaScriptInvocations().stream()
                .filter(pending -> pending.getInvocation().getExpression().contains("tl-arrived"))
                .count();
    }

    private void open(Viewer viewer) {
        signIn(viewer);
        UI.getCurrent().navigate("");
    }

    private java.util.List<String> rooms() {
        return _find(_get(Nav.class), Anchor.class).stream()
                .map(Anchor::getHref)
                .toList();
    }
}
