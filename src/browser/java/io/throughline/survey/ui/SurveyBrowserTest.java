package io.throughline.survey.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.throughline.support.Browser;
import io.throughline.support.Fixtures;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The way of a survey: designed, previewed, published, announced, answered, read. */
class SurveyBrowserTest extends Browser {

    private static final Pattern NAMED = Pattern.compile("\\S");

    @Autowired
    JdbcClient jdbc;

    @Test
    void a_survey_is_designed_published_announced_answered_and_read() throws Exception {
        var page = signIn("pm", Device.DESKTOP, ColorScheme.LIGHT);
        page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        var title = Fixtures.unique("Paths in the park");
        create(page, title);
        page.getByLabel("Why we ask (English)").fill("To spend next year’s money well.");
        fill(page, "Importance and satisfaction", "Which matter most?", "Ramps\nLights\nBenches\nBins");
        fill(page, "100 points", "Spread 100 points", "Paths\nTrees");
        add(page, "Own words");
        page.getByLabel("Question (English)").last().fill("What else?");
        saved(page);

        dragItemUp(page, 2, 0);
        assertThat(items(page)).startsWith("Benches", "Ramps", "Lights");
        drag(page, page.locator(".survey-question-head > .tl-handle"), 2, 1);
        assertThat(page.locator(".survey-question h2"))
                .containsText(new String[] {"Importance and satisfaction", "Own words", "100 points"});
        page.reload();
        assertThat(page.locator(".design-items input[data-language=en]").first())
                .hasValue("Benches");
        screenshot(page, "survey-design");

        page.getByText("Preview of all questions", exactly()).click();
        assertThat(page.getByText("nothing given here is stored or counts")).isVisible();
        page.locator("tl-need textarea").fill("Only trying.");
        screenshot(page, "survey-preview");
        page.goBack();
        page.getByText("Publish", exactly()).click();
        page.locator("#segments input").fill("District 1");
        page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("District 1"))
                .first()
                .click();
        page.keyboard().press("Escape");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Publish"))
                .click();
        page.getByText("Publish for good").click();
        assertThat(page.locator(".tl-badge").getByText("Open")).isVisible();

        more(page);
        page.getByText("Invitation text", exactly()).click();
        page.locator("tl-copy button").click();
        assertThat(page.locator("tl-copy [role=status]")).containsText("Copied");
        var invitation = (String) page.evaluate("navigator.clipboard.readText()");
        assertThat(invitation).contains(title);
        page.keyboard().press("Escape");
        var results = page.url();

        answer(invitation.replaceAll("(?s).*/(answer/[0-9a-f-]+).*", "$1"));
        page.navigate(results);
        assertThat(page.getByText("Too few to rank").first()).isVisible();
        assertThat(page.locator(".tl-table").first()).containsText("1 of 1");
        assertThat(page.locator("tl-result-chart")).hasCount(0);
        more(page);
        var file = page.waitForDownload(() -> page.getByText("Export CSV").click());
        assertThat(Files.readString(file.path())).contains("hundred-points").contains("Benches");
        page.getByText("Benches").first().click();
        assertThat(page.locator(".survey-behind")).containsText("Benches");
        assertThat(page.locator(".tl-page-header")).containsText("one answer");
        assertThat(jdbc.sql("select count(*) from expression_text where words = 'Only trying.'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void questions_and_items_are_put_in_order_by_keyboard_and_nothing_typed_is_lost() {
        var page = signIn("pm", Device.DESKTOP, ColorScheme.DARK);
        create(page, Fixtures.unique("By keyboard"));
        fill(page, "100 points", "Spread 100 points", "Paths\nTrees\nWater");
        enter(page.locator("[data-act=add]"));
        assertThat(page.locator(".design-items li")).hasCount(4);
        enter(page.getByLabel("Remove item 4"));
        add(page, "Own words");
        saved(page);
        page.getByLabel("Item 3 (English)").focus();
        page.keyboard().press("Alt+ArrowUp");
        assertThat(page.locator(".design-said").first()).hasText("“Water” is now 2 of 3");
        assertThat(page.getByLabel("Item 2 (English)")).isFocused();
        page.getByLabel("Move item 2 up").focus();
        page.keyboard().press("Enter");
        assertThat(items(page)).startsWith("Water", "Paths", "Trees");
        enter(page.getByLabel("Remove item 1"));
        assertThat(items(page)).startsWith("Paths", "Trees");
        page.keyboard().press("Enter");
        assertThat(items(page)).startsWith("Water", "Paths", "Trees");
        enter(page.getByLabel("Move question 2 up"));
        assertThat(page.locator(".survey-question h2").first()).containsText("Own words");
        assertThat(page.getByLabel("Move question 1 up")).isFocused();

        page.context().setOffline(true);
        page.getByLabel("Question (English)").first().fill("Typed in a tunnel");
        assertThat(page.locator(".tl-save")).hasAttribute("data-state", "saving");
        page.context().setOffline(false);
        saved(page);
        page.reload();
        assertThat(page.getByLabel("Question (English)").first()).hasValue("Typed in a tunnel");
    }

    @Test
    void every_page_is_accessible_and_fits_in_both_themes() {
        var page = signIn("pm", Device.DESKTOP, ColorScheme.LIGHT, "surveys");
        page.locator(".survey-list a").first().waitFor();
        look(page, "list");
        go(page, "surveys?q=resident");
        page.locator(".survey-list a").first().click();
        page.locator("tl-result-chart svg").waitFor();
        go(page, path(page) + "?per-person=");
        page.locator("tl-result-chart svg").waitFor();
        look(page, "results");
        var results = path(page);
        page.locator(".survey-filters summary").click();
        page.getByLabel("Only who answered").click();
        // What is still being loaded stands there without a name, and can't be chosen.
        page.locator("vaadin-combo-box-item")
                .filter(new Locator.FilterOptions().setHasText(NAMED))
                .first()
                .click();
        page.waitForURL("**said=**");
        page.locator(".tl-kpis, .tl-kpi").first().waitFor();
        look(page, "filtered");
        go(page, results.replaceAll("\\?.*", "/waves"));
        page.locator(".tl-main h1").waitFor();
        look(page, "waves");
        go(page, results);
        page.locator("tl-result-chart svg").waitFor();
        page.locator(".tl-table a").first().click();
        page.locator(".survey-behind").waitFor();
        look(page, "behind");
        create(page, Fixtures.unique("Looked at"));
        fill(page, "100 points", "Spread", "Paths\nTrees");
        page.getByLabel("Why we ask (English)").fill("To look at it.");
        saved(page);
        look(page, "design");
        var design = path(page);
        go(page, design.replace("/design", "/publish"));
        page.locator("vaadin-date-time-picker").first().waitFor();
        look(page, "publish");
        go(page, design.replace("/design", "/preview"));
        page.locator("tl-points input").first().waitFor();
        look(page, "preview");
    }

    @Test
    void results_read_in_german() {
        jdbc.sql("update account set language = 'de' where email = 'manager2@demo.example'")
                .update();
        var page = open(Device.DESKTOP, ColorScheme.LIGHT);
        go(page, "login");
        page.locator("input[type=text], input[type=email]").first().fill("manager2@demo.example");
        page.locator("input[type=password]").fill("one unbroken line");
        enter(page.locator("input[type=password]"));
        page.waitForSelector(".tl-main h1");
        go(page, "surveys?q=resident");
        page.locator(".survey-list a").first().click();
        page.locator("tl-result-chart svg").waitFor();
        assertThat(page.locator(".tl-table").first()).containsText("69,7\u00a0%");
        assertThat(page.getByText("Wer geantwortet hat")).isVisible();
        screenshot(page, "survey-results-german");
    }

    private void answer(String href) {
        var page = signIn("customer", Device.PHONE, ColorScheme.LIGHT, href);
        page.getByText("Start", exactly()).click();
        page.locator(".answer-check").first().click();
        page.locator(".answer-scale label").nth(3).click();
        page.locator(".answer-scale label").nth(11).click();
        saved(page);
        page.getByText("Next", exactly()).click();
        page.locator("tl-need textarea").fill("A tap for dogs.");
        saved(page);
        page.getByText("Next", exactly()).click();
        page.locator(".answer-steps input").first().fill("100");
        saved(page);
        page.getByText("Look it over").click();
        assertThat(page.getByText("Don’t know")).isVisible();
        page.getByText("Submit", exactly()).click();
        assertThat(page.getByText("You have submitted your answers")).isVisible();
    }

    private void create(Page page, String title) {
        go(page, "surveys");
        page.getByText("New survey").click();
        page.getByRole(
                        AriaRole.TEXTBOX,
                        new Page.GetByRoleOptions().setName("Title").setExact(true))
                .fill(title);
        page.getByText("Create and design").click();
        page.locator("tl-texts input").first().waitFor();
    }

    private static void add(Page page, String type) {
        int before = page.locator(".survey-question").count();
        page.getByText("+ " + type, exactly()).click();
        assertThat(page.locator(".survey-question")).hasCount(before + 1);
        page.locator(".survey-question")
                .last()
                .locator("tl-texts input")
                .first()
                .waitFor();
    }

    /** Adds a question at the end and pastes its items. */
    private static void fill(Page page, String type, String title, String lines) {
        add(page, type);
        page.getByLabel("Question (English)").last().fill(title);
        page.locator(".design-items").last().locator("input").first().evaluate("""
                (input, lines) => {
                    const data = new DataTransfer();
                    data.setData("text", lines);
                    input.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
                }""", lines);
        assertThat(page.locator(".design-items").last().locator("li"))
                .hasCount((int) lines.lines().count());
        saved(page);
    }

    private static List<String> items(Page page) {
        return page.locator(".design-items input[data-language=en]").all().stream()
                .map(Locator::inputValue)
                .toList();
    }

    private static void dragItemUp(Page page, int from, int to) {
        drag(page, page.locator(".design-items .tl-handle"), from, to);
    }

    private static void drag(Page page, Locator handles, int from, int to) {
        handles.nth(from).scrollIntoViewIfNeeded();
        var start = handles.nth(from).boundingBox();
        var end = handles.nth(to).boundingBox();
        page.mouse().move(start.x + 8, start.y + 12);
        page.mouse().down();
        page.mouse().move(start.x + 8, start.y - 8);
        page.mouse().move(end.x + 8, end.y - 2, new com.microsoft.playwright.Mouse.MoveOptions().setSteps(6));
        page.mouse().up();
    }

    private static Page.GetByTextOptions exactly() {
        return new Page.GetByTextOptions().setExact(true);
    }

    private static String path(Page page) {
        return page.url().substring(page.url().indexOf("surveys/"));
    }

    /** On a phone in the dark, and back on a desktop in the light. */
    private static void look(Page page, String name) {
        page.setViewportSize(390, 844);
        look(page, ColorScheme.DARK, name + "-phone");
        page.setViewportSize(1440, 900);
        look(page, ColorScheme.LIGHT, name + "-desktop");
    }

    private static void look(Page page, ColorScheme theme, String name) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(theme));
        assertAccessible(page);
        assertNoSidewaysScrolling(page);
        screenshot(page, "survey-" + theme.name().toLowerCase(Locale.ROOT) + "-" + name);
    }
}
