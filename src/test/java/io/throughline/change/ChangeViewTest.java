package io.throughline.change;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import io.throughline.plan.BaselineId;
import io.throughline.plan.Baselines;
import io.throughline.plan.Drafts;
import io.throughline.plan.PlanFixtures;
import io.throughline.plan.PlanFixtures.World;
import io.throughline.plan.Projects;
import io.throughline.plan.Scoping;
import io.throughline.plan.content.PlanOperation;
import io.throughline.plan.content.WorkDays;
import io.throughline.shared.Viewer;
import io.throughline.support.As;
import io.throughline.support.Fixtures;
import io.throughline.support.ViewTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class ChangeViewTest extends ViewTest {

    @Autowired
    PlanFixtures plans;

    @Autowired
    ChangeRequests changes;

    @Autowired
    ChangeList list;

    @Autowired
    Drafts drafts;

    @Autowired
    Baselines baselines;

    @Autowired
    Projects projects;

    @Autowired
    Scoping scoping;

    @Autowired
    JdbcClient jdbc;

    @Test
    void aChangeIsProposedHandedInAndApproved() {
        var world = plans.drafted();
        var first = plans.approved(world);
        var title = Fixtures.unique("Longer");
        signIn(world.pm());
        UI.getCurrent()
                .navigate("changes/new/"
                        + As.viewer(
                                world.pm(),
                                () -> projects.project(world.project()).key()));
        _get(TextField.class, spec -> spec.withLabel("Title")).setValue(title);
        _get(TextArea.class, spec -> spec.withLabel("Reason")).setValue("The provider is late.");
        press("Start the change");
        var proposed =
                As.viewer(world.pm(), () -> list.ofProject(world.project())).getFirst();
        assertThat(proposed.title()).isEqualTo(title);
        assertThat(proposed.state()).isEqualTo(ChangeState.DRAFTING);

        open(world.pm(), proposed.key());
        assertThat(_get(Button.class, spec -> spec.withText("Hand in")).isEnabled())
                .as("a change of nothing")
                .isFalse();
        As.viewer(world.pm(), () -> longer(world, proposed.id()));
        open(world.pm(), proposed.key());
        press("Hand in");
        assertThat(state(world, proposed.id())).isEqualTo(ChangeState.WAITING);

        open(world.manager(), proposed.key());
        press("Approve…");
        press("Approve and sign");
        As.viewer(world.manager(), () -> {
            var second = baselines.inForce(world.project()).orElseThrow();
            assertThat(second.id()).isNotEqualTo(first);
            assertThat(second.number()).isEqualTo(2);
            assertThat(changes.change(proposed.id()).state()).isEqualTo(ChangeState.APPROVED);
        });
        assertThat(_find(Anchor.class, spec -> spec.withText("To baseline 2"))).hasSize(1);
    }

    @Test
    void aQuestionIsAnsweredAndARejectionEndsIt() {
        var world = plans.drafted();
        var change = submitted(world, plans.approved(world));
        open(world.manager(), key(world, change));
        press("Send back with a question…");
        _get(TextArea.class).setValue("Why so long?");
        press("Send back");
        assertThat(state(world, change)).isEqualTo(ChangeState.QUESTIONED);

        open(world.pm(), key(world, change));
        _get(TextArea.class).setValue("The provider needs a week.");
        press("Send the answer");
        assertThat(state(world, change)).isEqualTo(ChangeState.WAITING);

        open(world.manager(), key(world, change));
        assertThat(_find(Span.class, spec -> spec.withText("The provider needs a week.")))
                .hasSize(1);
        press("Reject…");
        _get(TextArea.class).setValue("Not now.");
        press("Reject");
        assertThat(state(world, change)).isEqualTo(ChangeState.REJECTED);
        assertThat(As.viewer(world.pm(), () -> baselines.ofProject(world.project())))
                .hasSize(1);
    }

    @Test
    void aChangeOfAnOlderBaselineSaysSoAndBeginsAgainInTheSameWords() {
        var world = plans.drafted();
        var first = plans.approved(world);
        var one = submitted(world, first);
        var other = submitted(world, first);
        As.viewer(
                world.manager(),
                () -> changes.approve(one, changes.change(one).submission().hash()));

        open(world.pm(), key(world, other));

        var again = _get(Anchor.class, spec -> spec.withText("Propose it again"));
        UI.getCurrent().navigate("changes/new");
        assertThat(again.getHref()).endsWith("?again=" + key(world, other));
    }

    @Test
    void aChangeOfAnOlderBaselineIsNotApprovedButRejected() {
        var world = plans.drafted();
        var first = plans.approved(world);
        var one = submitted(world, first);
        var other = submitted(world, first);
        open(world.manager(), key(world, other));
        _get(Button.class, spec -> spec.withText("Approve…"));
        As.viewer(
                world.manager(),
                () -> changes.approve(one, changes.change(one).submission().hash()));

        open(world.manager(), key(world, other));
        _assertNone(Button.class, spec -> spec.withText("Approve…"));
        press("Reject…");
        _get(TextArea.class).setValue("Propose it again.");
        press("Reject");
        assertThat(state(world, other)).isEqualTo(ChangeState.REJECTED);
    }

    @Test
    void whatTheBacklogHindersIsNamedAndNotOfferedForApproval() {
        var world = plans.drafted();
        var baseline = plans.approved(world);
        var change = As.viewer(world.pm(), () -> {
            var id = changes.propose(baseline, Fixtures.unique("No photo"), "The provider is late.");
            var draft = drafts.draft(changes.change(id).draft());
            draft = scoping.decide(draft.id(), draft.version(), world.photo(), false, "later");
            changes.submit(id, draft.version());
            return id;
        });
        jdbc.sql("update requirement set state = 'DELIVERED' where id = ?")
                .param(world.photo().value())
                .update();

        open(world.manager(), key(world, change));

        _assertNone(Button.class, spec -> spec.withText("Approve…"));
        assertThat(_find(Span.class, spec -> spec.withText(requirement(world)))).hasSize(1);
        _get(Button.class, spec -> spec.withText("Reject…"));
    }

    private String requirement(World world) {
        return jdbc.sql("select req_key from requirement where id = ?")
                .param(world.photo().value())
                .query(String.class)
                .single();
    }

    @Test
    void itsProjectManagerWithdrawsIt() {
        var world = plans.drafted();
        var change = submitted(world, plans.approved(world));
        open(world.manager(), key(world, change));
        _assertNone(Button.class, spec -> spec.withText("Withdraw the change"));

        open(world.pm(), key(world, change));
        press("Withdraw the change");
        _click(_find(Button.class, spec -> spec.withText("Withdraw the change")).getLast());

        assertThat(state(world, change)).isEqualTo(ChangeState.WITHDRAWN);
        assertThat(_find(ListItem.class).stream()
                        .flatMap(stop -> stop.getChildren())
                        .filter(stop -> stop.getElement().hasAttribute("aria-current")))
                .as("its place on its own line")
                .singleElement()
                .satisfies(here ->
                        assertThat(here.getElement().getTextRecursively()).contains(key(world, change)));
    }

    @Test
    void theListFindsByStateAndWords() {
        var world = plans.drafted();
        var change = submitted(world, plans.approved(world));
        var title = As.viewer(world.pm(), () -> changes.change(change).title());
        signIn(world.pm());

        open(Map.of("q", title));
        assertThat(found()).isEqualTo("1 change");
        var labels = stateChoice().getItemLabelGenerator();
        assertThat(labels.apply(ChangeState.WAITING)).isEqualTo("In approval (1)");
        assertThat(labels.apply(ChangeState.APPROVED)).isEqualTo("Approved (0)");
        open(Map.of("q", title, "state", "APPROVED"));
        assertThat(found()).isEqualTo("No change found");
        open(Map.of("q", title, "state", "WAITING"));
        assertThat(found()).isEqualTo("1 change");
        As.viewer(
                world.pm(),
                () -> assertThat(list.list(new ChangeFilter(title, ChangeState.WAITING), 0, 10))
                        .extracting(ChangeRow::id)
                        .containsExactly(change));
    }

    private static void open(Map<String, String> query) {
        UI.getCurrent().navigate("changes", QueryParameters.simple(query));
    }

    private static String found() {
        return _get(Div.class, spec -> spec.withClasses("tl-live")).getText();
    }

    @SuppressWarnings("unchecked")
    private static Select<ChangeState> stateChoice() {
        return _get(Select.class);
    }

    private ChangeId submitted(World world, BaselineId baseline) {
        return As.viewer(world.pm(), () -> {
            var id = changes.propose(baseline, Fixtures.unique("Longer"), "The provider is late.");
            longer(world, id);
            changes.submit(id, drafts.draft(changes.change(id).draft()).version());
            return id;
        });
    }

    private void longer(World world, ChangeId id) {
        var draft = drafts.draft(changes.change(id).draft());
        var task = draft.content().task(world.build()).orElseThrow();
        drafts.edit(
                draft.id(),
                draft.version(),
                List.of(new PlanOperation.Change(task, task.withDuration(WorkDays.of(7)))));
    }

    private void open(Viewer viewer, String key) {
        signIn(viewer);
        UI.getCurrent().navigate("changes/" + key);
    }

    private String key(World world, ChangeId change) {
        return As.viewer(world.pm(), () -> changes.change(change).key());
    }

    private ChangeState state(World world, ChangeId change) {
        return As.viewer(world.pm(), () -> changes.change(change).state());
    }

    private static void press(String text) {
        _click(_get(Button.class, spec -> spec.withText(text)));
    }
}
