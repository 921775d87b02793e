package io.throughline.delivery;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.throughline.change.ChangeRequests;
import io.throughline.change.ChangeState;
import io.throughline.plan.Baselines;
import io.throughline.plan.Drafts;
import io.throughline.plan.PlanFixtures;
import io.throughline.plan.PlanFixtures.World;
import io.throughline.plan.Projects;
import io.throughline.plan.content.PlanOperation;
import io.throughline.plan.content.WorkDays;
import io.throughline.shared.PersonId;
import io.throughline.support.As;
import io.throughline.support.Browser;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The way from a plan to an accepted deliverable, as a manager, a project manager and a customer walk it. */
class DecideBrowserTest extends Browser {

    @Autowired
    PlanFixtures plans;

    @Autowired
    Projects projects;

    @Autowired
    Baselines baselines;

    @Autowired
    ChangeRequests changes;

    @Autowired
    Drafts drafts;

    @Autowired
    Deliverables deliverables;

    @Autowired
    AskersInTests askers;

    @Autowired
    JdbcClient jdbc;

    @Test
    void a_manager_reads_a_plan_by_keyboard_and_signs_it() {
        var world = plans.drafted();
        var submission = plans.submitted(world);
        var page = signIn(
                "manager",
                Device.DESKTOP,
                ColorScheme.LIGHT,
                "projects/" + key(world) + "/approval/" + submission.value());

        var rows = page.getByRole(AriaRole.OPTION);
        assertThat(rows).hasCount(3);
        rows.first().focus();
        page.keyboard().press("ArrowDown");
        assertThat(focused(page)).hasAttribute("aria-label", java.util.regex.Pattern.compile("T-1 Build the map, .*"));
        page.keyboard().press("End");
        assertThat(focused(page)).hasAttribute("aria-label", java.util.regex.Pattern.compile("M-1 Opens, milestone.*"));
        page.keyboard().press("Enter");
        assertThat(focused(page)).hasAttribute("aria-selected", "true");
        page.keyboard().press("+");
        assertThat(focused(page)).hasText("M-1 Opens");
        button(page, "Show as table").click();
        assertThat(page.locator("tl-gantt table tbody tr")).hasCount(3);
        button(page, "Show as chart").click();
        inBothThemes(page);
        screenshot(page, "decide-approval");

        button(page, "Approve…").focus();
        page.keyboard().press("Enter");
        button(page, "Approve and sign").focus();
        page.keyboard().press("Enter");
        assertThat(page.getByText("To baseline 1")).isVisible();
        assertThat(focused(page)).hasText("Decision");
        As.viewer(
                world.manager(),
                () -> assertThat(
                                baselines.inForce(world.project()).orElseThrow().submission())
                        .isEqualTo(submission));

        page.getByText("To baseline 1").click();
        assertThat(heading(page)).hasText("Baseline 1");
        inBothThemes(page);
        assertNoSidewaysScrolling(page);
    }

    @Test
    void a_manager_decides_on_a_change_on_a_phone() {
        var world = plans.drafted();
        var first = plans.approved(world);
        var change = As.viewer(world.pm(), () -> {
            var id = changes.propose(first, "Connect another provider", "The provider ends its service.");
            var draft = drafts.draft(changes.change(id).draft());
            var task = draft.content().task(world.build()).orElseThrow();
            drafts.edit(
                    draft.id(),
                    draft.version(),
                    List.of(new PlanOperation.Change(task, task.withDuration(WorkDays.of(7)))));
            changes.submit(id, drafts.draft(draft.id()).version());
            return id;
        });
        var page = signIn(
                "manager",
                Device.PHONE,
                ColorScheme.DARK,
                "changes/" + As.viewer(world.pm(), () -> changes.change(change).key()));

        assertThat(page.getByText("2 working days later")).isVisible();
        assertThat(page.getByText("Delayed").first()).isVisible();
        assertThat(page.getByRole(AriaRole.OPTION)).hasCount(3);
        assertNoSidewaysScrolling(page);
        inBothThemes(page);
        screenshot(page, "decide-change-phone");
        button(page, "Send back with a question…").click();
        page.getByLabel("Your question").fill("Why so long?");
        button(page, "Send back").last().click();
        assertThat(page.getByText("Why so long?")).isVisible();
        As.viewer(world.pm(), () -> {
            assertThat(changes.change(change).state()).isEqualTo(ChangeState.QUESTIONED);
            changes.answer(change, "The new one needs a week.");
        });

        page.reload();
        button(page, "Approve…").click();
        button(page, "Approve and sign").click();
        assertThat(page.getByText("To baseline 2")).isVisible();
        As.viewer(
                world.manager(),
                () -> assertThat(baselines.ofProject(world.project())).hasSize(2));
    }

    @Test
    void what_a_project_manager_delivers_a_customer_accepts_on_a_phone() {
        var world = plans.drafted();
        plans.approved(world);
        As.viewer(world.pm(), () -> projects.letIn(world.project(), demo("pm"), true));
        askers.asked(demo("customer"), world.damage());
        var page = signIn("pm", Device.DESKTOP, ColorScheme.LIGHT, "projects/" + key(world));
        assertThat(page.getByRole(AriaRole.OPTION)).hasCount(3);
        inBothThemes(page);
        screenshot(page, "decide-project");
        button(page, "Deliver D-1 Public map").click();
        page.getByLabel("Note").fill("Open the map: it is there.");
        page.locator("vaadin-dialog").getByRole(AriaRole.BUTTON).last().click();
        assertThat(page.getByText("Handover 1")).isVisible();
        var handover = As.viewer(world.pm(), () -> deliverables.ofProject(world.project()))
                .getFirst()
                .handover()
                .id();

        var phone = signIn("customer", Device.PHONE, ColorScheme.LIGHT);
        phone.locator("a[href='deliverables/" + handover.value() + "']").first().click();
        assertThat(heading(phone)).hasText("Map of all works");
        assertThat(phone.getByText("Open the map: it is there.")).isVisible();
        assertThat(phone.getByText("updates within 1 h")).isVisible();
        assertNoSidewaysScrolling(phone);
        inBothThemes(phone);
        screenshot(phone, "decide-handover-phone");
        button(phone, "Yes, accept it").click();
        assertThat(phone.getByText("The line is closed")).isVisible();
        As.viewer(
                world.pm(),
                () -> assertThat(deliverables
                                .ofProject(world.project())
                                .getFirst()
                                .state())
                        .isEqualTo(DeliverableState.ACCEPTED));
    }

    private static void inBothThemes(Page page) {
        for (var scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            assertAccessible(page);
        }
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator focused(Page page) {
        return page.locator("*:focus");
    }

    private static Locator heading(Page page) {
        return page.locator(".tl-main h1");
    }

    private String key(World world) {
        return As.viewer(world.pm(), () -> projects.project(world.project()).key());
    }

    private PersonId demo(String account) {
        return jdbc.sql("select id from account where email = :email")
                .param("email", account + "@demo.example")
                .query((row, i) -> new PersonId(row.getObject("id", UUID.class)))
                .single();
    }
}
