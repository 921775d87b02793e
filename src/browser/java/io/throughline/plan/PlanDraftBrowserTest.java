package io.throughline.plan;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.throughline.backlog.Areas;
import io.throughline.plan.content.Link;
import io.throughline.plan.content.PlanHeader;
import io.throughline.plan.content.PlanOperation;
import io.throughline.plan.content.Stage;
import io.throughline.plan.content.StageId;
import io.throughline.plan.content.Task;
import io.throughline.plan.content.TaskId;
import io.throughline.plan.content.WorkDays;
import io.throughline.shared.Effort;
import io.throughline.shared.LocalizedText;
import io.throughline.shared.Money;
import io.throughline.shared.Role;
import io.throughline.shared.Viewer;
import io.throughline.support.As;
import io.throughline.support.Browser;
import io.throughline.support.Fixtures;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A project manager makes a plan: from nothing to handing it in by keyboard, on a phone, and across a lost session. */
class PlanDraftBrowserTest extends Browser {

    private static final List<String> SECTIONS =
            List.of("scope", "stages", "schedule", "budget", "deliverables", "settings", "people");

    @Autowired
    Fixtures fixtures;

    @Autowired
    Areas areas;

    @Autowired
    Projects projects;

    @Autowired
    Drafts drafts;

    @Autowired
    JdbcClient jdbc;

    private Viewer pm;

    @BeforeEach
    void theDemosProjectManager() {
        pm = fixtures.demo("pm", Role.PROJECT_MANAGER);
    }

    @Test
    void a_plan_is_made_from_nothing_and_handed_in_by_keyboard() {
        var page = signIn("pm", Device.DESKTOP, ColorScheme.LIGHT, "projects");
        form(page, "New project", Fixtures.unique("Snow desk"));
        page.keyboard().press("Tab");
        page.keyboard().type("Snow information");
        enter(label(page, "Area of the backlog"));
        page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("Street works (example)"))
                .click();
        label(page, "Budget").fill("60000");
        label(page, "Capacity (days)").fill("80");
        screenshot(page, "draft-new-project");
        page.keyboard().press("Enter");
        page.waitForURL("**/drafts/**");
        var draft = new DraftId(UUID.fromString(page.url().replaceAll(".*/drafts/([0-9a-f-]{36}).*", "$1")));

        enter(button(page, "Compute a scope"));
        assertThat(button(page, "Take the computed scope over")).isFocused();
        screenshot(page, "draft-scope-computed");
        page.keyboard().press("Enter");
        assertThat(page.locator(".draft-sections a[aria-current]")).hasText(Pattern.compile("Scope [1-9]"));

        section(page, "Stages");
        form(page, "+ Stage", "Build");
        page.keyboard().press("Enter");
        row(page, "S-1 Build");
        section(page, "Schedule");
        form(page, "+ Task", "Map");
        label(page, "Effort (days)").fill("5");
        page.keyboard().press("Enter");
        row(page, "T-1 Map");
        form(page, "+ Task", "Phone line");
        label(page, "Effort (days)").fill("3");
        enter(button(page, "+ Dependency"));
        assertThat(page.locator("vaadin-combo-box input").first()).isFocused();
        page.keyboard().type("T-1 Map");
        page.locator("vaadin-combo-box-item").getByText("T-1 Map").waitFor();
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");
        assertThat(page.locator("vaadin-combo-box input").first()).hasValue("T-1 Map");
        enter(label(page, "Effort (days)"));
        row(page, "T-2 Phone line");
        form(page, "+ Milestone", "Opens");
        page.keyboard().press("Enter");
        row(page, "M-1 Opens");

        page.keyboard().press("Control+z");
        assertThat(page.locator("tl-long-table").getByText("M-1 Opens")).hasCount(0);
        page.keyboard().press("Control+Shift+Z");
        row(page, "M-1 Opens");
        screenshot(page, "draft-schedule");

        section(page, "Deliverables");
        form(page, "+ Deliverable", "Snow page");
        label(page, "Criterion 1").fill("Up in two seconds");
        page.keyboard().press("Enter");
        row(page, "D-1 Snow page");
        var plan = stored(draft).content();
        assertThat(plan.tasks()).extracting(Task::name).containsExactly("Map", "Phone line");
        assertThat(plan.tasks().getLast().links())
                .containsExactly(Link.finishToStart(plan.tasks().getFirst().id()));
        assertThat(plan.deliverables().getFirst().criteria()).hasSize(1);
        everySectionIsAccessible(page, draft);

        enter(button(page, "Submit for approval"));
        screenshot(page, "draft-submit");
        enter(button(page, "Submit"));
        assertThat(page.locator(".draft-notice")).containsText("lies with a manager");
        assertThat(stored(draft).state()).isEqualTo(DraftState.SUBMITTED);
    }

    @Test
    void a_task_is_edited_on_a_phone() {
        var draft = aPlanOfOneTask();
        var page = signIn("pm", Device.PHONE, ColorScheme.DARK);
        for (var section : SECTIONS) {
            go(page, "drafts/" + draft.value() + "/" + section);
            page.waitForSelector(".draft-section h2");
            assertNoSidewaysScrolling(page);
            screenshot(page, "draft-phone-" + section);
        }
        go(page, "drafts/" + draft.value() + "/schedule");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("T-1 Map"))
                .tap();
        name(page).fill("Map of the snow");
        screenshot(page, "draft-phone-task");
        button(page, "Save").tap();
        row(page, "T-1 Map of the snow");
        assertThat(stored(draft).content().tasks().getFirst().name()).isEqualTo("Map of the snow");
        assertNoSidewaysScrolling(page);
        assertAccessible(page);
    }

    @Test
    void what_is_typed_in_a_form_outlives_the_session() {
        var draft = aPlanOfOneTask();
        var page = signIn("pm", Device.DESKTOP, ColorScheme.LIGHT, "drafts/" + draft.value() + "/stages");
        form(page, "+ Stage", "Roll-out in the south");
        page.context().clearCookies();
        go(page, "login");
        page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("E-mail"))
                .fill("pm@demo.example");
        page.locator("input[type=password]").fill("one unbroken line");
        button(page, "Sign in").click();
        page.waitForSelector(".tl-main h1");
        go(page, "drafts/" + draft.value() + "/people");
        enter(button(page, "Continue: New stage S-2"));
        assertThat(name(page)).hasValue("Roll-out in the south");
        assertThat(button(page, "Continue: New stage S-2")).isHidden();
        assertThat(page.locator(".tl-refusal")).containsText("stands here again");
        enter(button(page, "Save"));
        assertThat(name(page)).isHidden();
        go(page, "drafts/" + draft.value() + "/stages");
        row(page, "S-2 Roll-out in the south");
        assertThat(button(page, "Continue: New stage S-2")).isHidden();
        assertThat(stored(draft).content().stages()).extracting(Stage::name).contains("Roll-out in the south");
    }

    @Test
    void a_form_left_unsaved_has_back_what_was_typed_and_leaves_what_somebody_else_changed() {
        var draft = aPlanOfOneTask();
        var page = signIn("pm", Device.DESKTOP, ColorScheme.LIGHT, "drafts/" + draft.value() + "/settings");
        label(page, "Name").fill("Mine");
        label(page, "Capacity (days)").fill("90");
        go(page, "drafts/" + draft.value() + "/stages");
        page.waitForSelector(".draft-section h2");
        var before = stored(draft).content().header();
        var after = new PlanHeader(
                before.name(),
                before.publicName(),
                before.currency(),
                Money.of(70_000),
                Effort.ofDays(85),
                before.start(),
                before.calendar());
        As.viewer(
                pm,
                () -> drafts.edit(
                        draft, drafts.draft(draft).version(), List.of(new PlanOperation.Revise(before, after))));
        go(page, "drafts/" + draft.value() + "/settings");
        assertThat(label(page, "Name")).hasValue("Mine");
        assertThat(label(page, "Capacity (days)")).hasValue("85");
        assertThat(label(page, "Budget (EUR)")).hasValue("70000");
    }

    private void everySectionIsAccessible(Page page, DraftId draft) {
        for (var section : SECTIONS) {
            go(page, "drafts/" + draft.value() + "/" + section);
            page.waitForSelector(".draft-section h2");
            for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                assertAccessible(page);
            }
            screenshot(page, "draft-dark-" + section);
        }
    }

    private DraftId aPlanOfOneTask() {
        return As.viewer(pm, () -> {
            var project = projects.open(new NewProject(
                    areas.all().getFirst().id(),
                    Fixtures.unique("Snow desk"),
                    LocalizedText.en("Snow information"),
                    "EUR",
                    Money.of(60_000),
                    Effort.ofDays(80),
                    LocalDate.of(2026, 1, 5)));
            var draft = projects.project(project).draft();
            var stage = new Stage(StageId.next(), "S-1", "Build", "The desk answers by itself.", 1);
            var task = new Task(
                    TaskId.next(),
                    "T-1",
                    "Map",
                    stage.id(),
                    Effort.ofDays(5),
                    WorkDays.of(5),
                    List.of(),
                    null,
                    null,
                    null,
                    null,
                    null,
                    Set.of(),
                    1);
            drafts.edit(
                    draft,
                    drafts.draft(draft).version(),
                    List.of(new PlanOperation.Add(stage), new PlanOperation.Add(task)));
            return draft;
        });
    }

    private DraftDetail stored(DraftId draft) {
        return As.viewer(pm, () -> drafts.draft(draft));
    }

    /** Opens a form by keyboard and types into its first field. */
    private static void form(Page page, String button, String typed) {
        enter(button(page, button));
        assertThat(page.locator("vaadin-dialog input").first()).isFocused();
        page.keyboard().type(typed);
    }

    private static void section(Page page, String name) {
        enter(page.locator(".draft-sections")
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(Pattern.compile("^" + name))));
        page.waitForSelector(".draft-section h2:has-text('" + name + "')");
    }

    private static void row(Page page, String title) {
        assertThat(page.locator("tl-long-table .tl-open")
                        .getByText(title, new Locator.GetByTextOptions().setExact(false)))
                .isVisible();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator name(Page page) {
        return page.locator("vaadin-dialog vaadin-text-field input").first();
    }

    private static Locator label(Page page, String name) {
        return page.getByLabel(name, new Page.GetByLabelOptions().setExact(true));
    }
}
