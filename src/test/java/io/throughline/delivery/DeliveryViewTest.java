package io.throughline.delivery;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextArea;
import io.throughline.plan.Drafts;
import io.throughline.plan.PlanFixtures;
import io.throughline.plan.PlanFixtures.World;
import io.throughline.plan.Projects;
import io.throughline.plan.content.Deliverable;
import io.throughline.plan.content.PlanOperation;
import io.throughline.shared.Viewer;
import io.throughline.support.As;
import io.throughline.support.ViewTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class DeliveryViewTest extends ViewTest {

    @Autowired
    PlanFixtures plans;

    @Autowired
    Projects projects;

    @Autowired
    Deliverables deliverables;

    @Autowired
    Drafts drafts;

    @Autowired
    AskersInTests askers;

    @Test
    void aProjectManagerDeliversWithANoteAndTheCustomerAccepts() {
        var world = plans.drafted();
        plans.approved(world);
        var customer = fixtures.customer();
        askers.asked(customer.id(), world.damage());
        signIn(world.pm());
        UI.getCurrent()
                .navigate("projects/"
                        + As.viewer(
                                world.pm(),
                                () -> projects.project(world.project()).key()));
        press("Deliver…");
        assertThat(_find(H3.class)).extracting(H3::getText).contains("It goes to everybody behind these needs");
        _get(TextArea.class).setValue("It is online.");
        press("Deliver");
        _assertNone(Button.class, spec -> spec.withText("Deliver…"));
        var handover = last(world);
        assertThat(handover.note()).isEqualTo("It is online.");

        open(customer, handover);
        assertThat(_find(Paragraph.class)).extracting(Paragraph::getText).contains("It is online.");
        press("Yes, accept it");

        assertThat(row(world).state()).isEqualTo(DeliverableState.ACCEPTED);
        _assertNone(Button.class, spec -> spec.withText("Yes, accept it"));
    }

    @Test
    void aRefusalTakesAReasonWhichTheProjectManagerReadsBeforeDeliveringAgain() {
        var world = plans.drafted();
        plans.approved(world);
        var customer = fixtures.customer();
        askers.asked(customer.id(), world.repairs());
        As.viewer(world.pm(), () -> deliverables.deliver(world.project(), world.publicMap(), ""));
        open(customer, last(world));
        press("No, say why not");
        press("Send");
        assertThat(row(world).state()).as("without a reason").isEqualTo(DeliverableState.DELIVERED);
        _get(TextArea.class).setValue("The map is a day old.");
        press("Send");
        assertThat(row(world).state()).isEqualTo(DeliverableState.REFUSED);

        signIn(world.pm());
        UI.getCurrent()
                .navigate("projects/"
                        + As.viewer(
                                world.pm(),
                                () -> projects.project(world.project()).key()));
        assertThat(_find(Span.class, spec -> spec.withText("The map is a day old.")))
                .hasSize(1);
        press("Deliver…");
        press("Deliver");
        As.viewer(customer, () -> {
            var page = deliverables.page(last(world).id());
            assertThat(page.times()).extracting(Handover::number).containsExactly(2, 1);
            assertThat(page.criteria()).extracting(one -> one.text()).containsExactly("updates within 1 h");
            assertThat(page.mayAnswer()).isTrue();
        });
    }

    @Test
    void onlyWhoAskedIsAskedToAccept() {
        var world = plans.drafted();
        plans.approved(world);
        As.viewer(world.pm(), () -> deliverables.deliver(world.project(), world.publicMap(), ""));

        open(world.pm(), last(world));

        _assertNone(Button.class, spec -> spec.withText("Yes, accept it"));
    }

    @Test
    void whoDeliversReadsThatNobodyIsAskedWhereNobodyStandsBehindTheNeeds() {
        var world = plans.drafted();
        plans.approved(world);
        look(world);
        press("Deliver…");
        assertThat(_find(H3.class))
                .extracting(H3::getText)
                .contains("Who says whether it is as promised")
                .doesNotContain("It goes to everybody behind these needs");
        press("Deliver");
        assertThat(_get(Notification.class).getElement().getProperty("text"))
                .contains("a manager who did not deliver it says");
    }

    @Test
    void aDeliverableOfNoStageAndNoMilestoneIsReadyOnNoDay() {
        var dated = plans.drafted();
        plans.approved(dated);
        look(dated);
        assertThat(_find(Span.class)).extracting(Span::getText).anyMatch(text -> text.startsWith("ready "));
        var world = plans.drafted();
        As.viewer(world.pm(), () -> {
            var draft = drafts.draft(world.draft());
            var map = draft.figures().plan().deliverables().getFirst();
            var undated = new Deliverable(
                    map.id(), map.code(), map.name(), map.publicName(), null, null, map.requirements(), map.criteria());
            return drafts.edit(world.draft(), draft.version(), List.of(new PlanOperation.Change(map, undated)));
        });
        plans.approved(world);
        look(world);
        assertThat(_find(Span.class)).extracting(Span::getText).noneMatch(text -> text.startsWith("ready "));
    }

    private void look(World world) {
        signIn(world.pm());
        UI.getCurrent()
                .navigate("projects/"
                        + As.viewer(
                                world.pm(),
                                () -> projects.project(world.project()).key()));
    }

    @Test
    void aManagerAcceptsOnNobodysBehalfWhereNobodyAsked() {
        var world = plans.drafted();
        plans.approved(world);
        As.viewer(world.pm(), () -> deliverables.deliver(world.project(), world.publicMap(), ""));

        open(world.manager(), last(world));
        press("Yes, accept it on nobody’s behalf");
        _get(TextArea.class).setValue("I have seen it work.");
        press("Accept");

        assertThat(row(world).state()).isEqualTo(DeliverableState.ACCEPTED);
        assertThat(_find(Paragraph.class))
                .extracting(Paragraph::getText)
                .contains("On nobody’s behalf: no customer could be asked.");
    }

    private void open(Viewer viewer, Handover handover) {
        signIn(viewer);
        UI.getCurrent().navigate("deliverables/" + handover.id().value());
    }

    private Handover last(World world) {
        return row(world).handover();
    }

    private Deliverables.Row row(World world) {
        return As.viewer(world.pm(), () -> deliverables.ofProject(world.project()))
                .getFirst();
    }

    private static void press(String text) {
        _click(_get(Button.class, spec -> spec.withText(text)));
    }
}
