package io.throughline.plan;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import io.throughline.backlog.Requirements;
import io.throughline.shared.Role;
import io.throughline.shared.Viewer;
import io.throughline.support.As;
import io.throughline.support.ViewTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ApprovalViewTest extends ViewTest {

    @Autowired
    PlanFixtures plans;

    @Autowired
    PlanApprovals approvals;

    @Autowired
    Projects projects;

    @Autowired
    Baselines baselines;

    @Autowired
    Requirements requirements;

    @Test
    void aManagerApprovesAndTheSameContentIsBaselineOne() {
        var world = plans.drafted();
        var submission = plans.submitted(world);
        open(world, world.manager(), submission);
        assertThat(_find(Span.class, spec -> spec.withText("This plan, to become baseline 1")))
                .hasSize(1);

        press("Approve…");
        press("Approve and sign");
        assertThat(_find(Span.class, spec -> spec.withText("This plan, baseline 1")))
                .hasSize(1);

        As.viewer(world.manager(), () -> {
            var made = baselines.inForce(world.project()).orElseThrow();
            assertThat(made.number()).isEqualTo(1);
            assertThat(made.submission()).isEqualTo(submission);
            assertThat(made.hash()).isEqualTo(approvals.submission(submission).hash());
            assertThat(made.approvedBy()).isEqualTo(world.manager().id());
        });
        assertThat(_get(Anchor.class, spec -> spec.withText("To baseline 1")).getHref())
                .endsWith("/baselines/1");
        _assertNone(Button.class, spec -> spec.withText("Approve…"));
    }

    @Test
    void aQuestionGoesToTheProjectManagerWhoseAnswerBringsItBack() {
        var world = plans.drafted();
        var submission = plans.submitted(world);
        open(world, world.manager(), submission);
        press("Send back with a question…");
        press("Send back");
        assertThat(state(world, submission)).as("without a question").isEqualTo(SubmissionState.WAITING);
        _get(TextArea.class).setValue("Why a map?");
        press("Send back");
        assertThat(state(world, submission)).isEqualTo(SubmissionState.QUESTIONED);
        _assertNone(Button.class, spec -> spec.withText("Approve…"));

        open(world, world.pm(), submission);
        assertThat(_find(Span.class, spec -> spec.withText("Why a map?"))).hasSize(1);
        _get(TextArea.class).setValue("It spares calls.");
        press("Send the answer");

        As.viewer(world.manager(), () -> {
            var shown = approvals.submission(submission);
            assertThat(shown.state()).isEqualTo(SubmissionState.WAITING);
            assertThat(shown.thread()).extracting(Post::text).containsExactly("Why a map?", "It spares calls.");
        });
    }

    @Test
    void aRejectionKeepsItsReasonAndTheProjectManagerReadsIt() {
        var world = plans.drafted();
        var submission = plans.submitted(world);
        open(world, world.manager(), submission);
        press("Reject…");
        _get(TextArea.class).setValue("Too dear.");
        press("Reject");

        open(world, world.pm(), submission);
        assertThat(state(world, submission)).isEqualTo(SubmissionState.REJECTED);
        assertThat(_find(Span.class, spec -> spec.withText("Too dear."))).hasSize(1);
        assertThat(_find(Anchor.class, spec -> spec.withText("Work on the plan")))
                .hasSize(1);
    }

    @Test
    void anAuthorReadsWhyTheyCantDecide() {
        var world = plans.drafted();
        var both = fixtures.person(null, Role.PROJECT_MANAGER, Role.MANAGER);
        As.viewer(world.pm(), () -> projects.letIn(world.project(), both.id(), true));
        var submission = As.viewer(
                both,
                () -> approvals.submit(
                        world.draft(),
                        context.getBean(Drafts.class).draft(world.draft()).version()));

        open(world, both, submission);

        _assertNone(Button.class, spec -> spec.withText("Approve…"));
        assertThat(_find(Paragraph.class))
                .extracting(Paragraph::getText)
                .contains("You had a part in this, so somebody else decides. Please ask another manager.");
        assertThat(state(world, submission)).isEqualTo(SubmissionState.WAITING);
    }

    @Test
    void whatWasDeclinedMeanwhileIsNamedAndTheApprovalNotOffered() {
        var world = plans.drafted();
        var submission = plans.submitted(world);
        var key = As.viewer(world.pm(), () -> {
            var photo = requirements.detail(world.photo());
            requirements.decline(world.photo(), photo.version(), "Nobody has such a phone.");
            return photo.key();
        });

        open(world, world.manager(), submission);

        _assertNone(Button.class, spec -> spec.withText("Approve…"));
        assertThat(_find(Span.class, spec -> spec.withText(key))).hasSize(1);
        _get(Button.class, spec -> spec.withText("Reject…"));
    }

    private void open(PlanFixtures.World world, Viewer viewer, SubmissionId submission) {
        var key = As.viewer(world.pm(), () -> projects.project(world.project()).key());
        signIn(viewer);
        UI.getCurrent().navigate("projects/" + key + "/approval/" + submission.value());
    }

    private SubmissionState state(PlanFixtures.World world, SubmissionId submission) {
        return As.viewer(world.pm(), () -> approvals.submission(submission).state());
    }

    private static void press(String text) {
        _click(_get(Button.class, spec -> spec.withText(text)));
    }
}
