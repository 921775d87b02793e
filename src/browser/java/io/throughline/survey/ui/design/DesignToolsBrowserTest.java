package io.throughline.survey.ui.design;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import io.throughline.shared.LocalizedText;
import io.throughline.shared.OrganisationId;
import io.throughline.shared.PersonId;
import io.throughline.shared.Role;
import io.throughline.shared.Viewer;
import io.throughline.support.As;
import io.throughline.support.Browser;
import io.throughline.support.Fixtures;
import io.throughline.survey.CampaignId;
import io.throughline.survey.Campaigns;
import io.throughline.survey.QuestionId;
import io.throughline.survey.Round;
import io.throughline.survey.SurveyContent;
import io.throughline.survey.SurveyFixtures;
import io.throughline.survey.Surveys;
import io.throughline.survey.question.Item;
import io.throughline.survey.question.Points;
import io.throughline.survey.start.SurveyTemplates;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What helps while a survey is made and when its answers are brought in and taken along, in a real browser. */
class DesignToolsBrowserTest extends Browser {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SurveyFixtures surveys;

    @Autowired
    SurveyTemplates templates;

    @Autowired
    Fixtures fixtures;

    @Autowired
    Surveys administration;

    @Autowired
    Campaigns campaigns;

    @Test
    void a_survey_starts_from_a_template_and_is_tried_beside_its_design() {
        var page = signIn("pm", Device.DESKTOP, ColorScheme.LIGHT, "surveys");
        button(page, "New survey").click();
        page.getByText("Satisfaction with what we do").click();
        assertThat(page.locator(".survey-template-shown")).containsText("The net promoter score is for the trend");
        look(page, "template");
        button(page, "Create and design").click();
        page.locator("tl-texts input").first().waitFor();

        button(page, "Try it out").click();
        var live = page.locator(".survey-live");
        button(page, "Start").click();
        assertThat(live.locator(".answer-title"))
                .hasText("Which three matter most to you, and how satisfied are you with each?");
        look(page, "live");
        var narrow = live.locator(".answer-item")
                .first()
                .evaluate("one => getComputedStyle(one).gridTemplateColumns.split(' ').length");
        assertThat(((Number) narrow).intValue()).as("a phone on a wide screen").isEqualTo(1);
        live.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Next"))
                .click();
        live.locator("tl-scale label").nth(2).click();
        live.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Next"))
                .click();
        assertThat(live.locator(".answer-title")).hasText("You answered 2. What would we have to do better?");
        live.locator(".answer-language").click();
        page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("Deutsch"))
                .click();
        assertThat(live.locator(".answer-title")).hasText("Sie haben 2 angegeben. Was müssten wir besser machen?");
        assertThat(live.locator(".answer-page")).hasAttribute("lang", "de");
        assertThat(page.locator("html")).hasAttribute("lang", "en");
        live.locator(".survey-live-width").click();
        page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("Tablet"))
                .click();
        look(page, "live-tablet");
        page.getByLabel("Stop trying it out").click();
        assertThat(live).isHidden();
        assertThat(button(page, "Try it out")).isFocused();

        go(page, path(page).replaceAll("/design.*", ""));
        more(page);
        look(page, "more");
        page.keyboard().press("Escape");
        assertThat(page.locator(".tl-more-button")).isFocused();
        more(page);
        page.getByLabel("Copy How satisfied are you with us?").click();
        assertThat(page.getByLabel("Title (English)")).hasValue("How satisfied are you with us? (copy)");
    }

    @Test
    void keys_take_the_last_step_back_and_no_text_written_before() {
        var draft = surveys.draft(fixtures.demo("pm", Role.PROJECT_MANAGER), SurveyFixtures.content());
        var page = signIn("pm", Device.DESKTOP, ColorScheme.LIGHT, "surveys/" + draft.value() + "/design");
        var card = page.locator(".survey-question").first();
        var asked = card.locator("tl-texts input").first();
        asked.fill("Written before");
        page.waitForSelector(".tl-save[data-state=saved]");
        var required = card.getByLabel("Must be answered");
        boolean before = required.isChecked();
        required.click();
        page.keyboard().press("Control+z");
        assertThat(page.getByText("Taken back in question 1 (q1)")).isVisible();
        assertThat(required.isChecked()).isEqualTo(before);
        assertThat(asked).hasValue("Written before");
        assertThat(card).isFocused();
    }

    @Test
    void a_template_is_edited_in_its_place() {
        var pm = fixtures.demo("pm", Role.PROJECT_MANAGER);
        var name = Fixtures.unique("Benches again");
        As.viewer(pm, () -> templates.save(surveys.draft(pm, SurveyFixtures.content()), name, "For benches"));
        var page = signIn("pm", Device.DESKTOP, ColorScheme.LIGHT, "surveys");
        button(page, "New survey").click();
        page.getByText(name).click();
        button(page, "Edit template").click();
        page.waitForURL("**/surveys/templates/*/design");
        assertThat(page.getByText("Surveys start from it as it stands here.")).isVisible();
        page.getByLabel("Title (English)").fill("Edited in its place");
        page.waitForSelector(".tl-save[data-state=saved]");
        assertThat(page.getByText("Surveys start from it as it was, until you put your changes in force."))
                .isVisible();
        look(page, "template-edited");
        button(page, "Put changes in force").click();
        assertThat(page.getByText("Surveys start from it as it stands here.")).isVisible();
        assertThat(page.getByLabel("Title (English)")).hasValue("Edited in its place");
    }

    @Test
    void requirements_of_the_backlog_become_items() {
        var page = signIn("pm", Device.DESKTOP, ColorScheme.DARK, "surveys");
        button(page, "New survey").click();
        page.getByRole(
                        AriaRole.TEXTBOX,
                        new Page.GetByRoleOptions().setName("Title").setExact(true))
                .fill(Fixtures.unique("From the backlog"));
        button(page, "Create and design").click();
        page.getByText("+ 100 points").click();
        button(page, "From the backlog…").click();
        page.locator(".backlog-items vaadin-checkbox").first().waitFor();
        look(page, "backlog-items");
        var first =
                page.locator(".backlog-items vaadin-checkbox .tl-dim").first().innerText();
        page.locator(".backlog-items vaadin-checkbox").nth(0).click();
        page.locator(".backlog-items vaadin-checkbox").nth(1).click();
        button(page, "Add 2 items").click();
        assertThat(page.locator(".design-from")).hasCount(2);
        assertThat(button(page, "From the backlog…")).isFocused();
        assertThat(page.locator(".design-from").first()).containsText("Drawn from " + first);
        enter(page.getByLabel("Move item 2 up"));
        page.getByLabel("Item 1 (English)").fill("In words of our own");
        page.waitForSelector(".tl-save[data-state=saved]");
        page.reload();
        assertThat(page.locator(".design-from")).hasCount(2);
        assertThat(page.getByLabel("Item 1 (English)")).hasValue("In words of our own");
        look(page, "drawn");

        var second = page.getByLabel("Item 2 (English)").inputValue();
        enter(page.getByLabel("Remove item 1"));
        enter(page.locator("tl-items [data-act=add]"));
        page.getByLabel("Item 2 (English)").fill("Added since");
        enter(page.locator("tl-items [data-act=undo]"));
        assertThat(page.getByLabel("Item 1 (English)")).hasValue("In words of our own");
        assertThat(page.getByLabel("Item 1 (English)")).isFocused();
        assertThat(page.getByLabel("Item 2 (English)")).hasValue(second);
        assertThat(page.getByLabel("Item 3 (English)")).hasValue("Added since");
        page.getByLabel("Item 3 (English)")
                .dispatchEvent("keydown", Map.of("key", "Enter", "isComposing", true, "bubbles", true));
        assertThat(page.locator(".design-items > li")).hasCount(3);
    }

    @Test
    void the_language_is_changed_while_answering() {
        var campaign = inTwoLanguages().value();
        var page = signIn("customer", Device.PHONE, ColorScheme.LIGHT, "answer/" + campaign);
        page.locator(".answer-language").waitFor();
        look(page, "answer-language");
        page.locator(".answer-language").click();
        page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("Deutsch"))
                .click();
        assertThat(page.locator("html")).hasAttribute("lang", "de");
        assertThat(page.locator("h1")).containsText("Lampen und Rampen");
        page.locator(".survey-steps vaadin-button[theme~=primary]").click();
        page.locator("tl-points").waitFor();
        assertThat(page.locator(".answer-title")).hasText("Verteilen Sie 100 Punkte");
        look(page, "answer-german");
        page.reload();
        assertThat(page.locator(".answer-title")).hasText("Verteilen Sie 100 Punkte");
        go(page, "my-needs");
        assertThat(page.locator("html")).hasAttribute("lang", "en");
    }

    /** A survey the demo's customer is asked, open for an hour. */
    private CampaignId inTwoLanguages() {
        var pm = account("pm", Role.PROJECT_MANAGER);
        var organisation = new OrganisationId(jdbc.sql("""
                        select p.organisation_id from person p join account a on a.id = p.id
                        where a.email = 'customer@demo.example'""").query(UUID.class).single());
        var points = new Points(
                QuestionId.next(),
                both("Spend 100 points", "Verteilen Sie 100 Punkte"),
                both("", ""),
                true,
                List.of(new Item("lamps", both("Lamps", "Lampen")), new Item("ramps", both("Ramps", "Rampen"))));
        var draft = surveys.draft(
                pm,
                new SurveyContent(
                        both("Lamps and ramps", "Lampen und Rampen"),
                        both("To plan.", "Zum Planen."),
                        List.of(points)));
        return As.viewer(
                pm,
                () -> campaigns.publish(
                        draft,
                        administration.detail(draft).version(),
                        new Round(
                                Set.of(organisation),
                                Instant.now().minusSeconds(60),
                                Instant.now().plusSeconds(3_600)),
                        List.of(Locale.ENGLISH, Locale.GERMAN)));
    }

    private Viewer account(String name, Role role) {
        var id = jdbc.sql("select id from account where email = ?")
                .param(name + "@demo.example")
                .query(UUID.class)
                .single();
        return new Viewer(new PersonId(id), name, Set.of(role), null, Locale.ENGLISH, ZoneOffset.UTC);
    }

    private static LocalizedText both(String english, String german) {
        return SurveyFixtures.text(english).with(Locale.GERMAN, german);
    }

    @Test
    void a_file_of_answers_is_checked_and_a_foreign_survey_becomes_a_draft() throws IOException {
        var page = signIn("pm", Device.DESKTOP, ColorScheme.LIGHT, "surveys?q=resident");
        page.locator(".survey-list a").first().click();
        more(page);
        page.getByText("Bring in answers").click();
        page.locator("vaadin-upload").waitFor();
        page.locator("vaadin-upload input[type=file]")
                .setInputFiles(new FilePayload(
                        "answers.csv",
                        "text/csv",
                        "id,organisation,q1_named_1\nx-1,Nowhere,\nx-2,Nowhere,\n".getBytes(StandardCharsets.UTF_8)));
        page.locator(".import-question").first().waitFor();
        page.locator(".import-question vaadin-details-summary").first().click();
        look(page, "import-mapping");
        button(page, "Check the file").click();
        assertThat(page.getByText("2 lines are wrong of 2. Nothing was stored."))
                .isVisible();
        look(page, "import-errors");

        go(page, "surveys");
        button(page, "Bring in a survey").click();
        page.locator("vaadin-upload input[type=file]")
                .setInputFiles(new FilePayload(
                        "streets.lss",
                        "application/xml",
                        Objects.requireNonNull(getClass().getResourceAsStream("/foreign/streets.lss"))
                                .readAllBytes()));
        assertThat(page.getByText("There is no such kind of question here").first())
                .isVisible();
        look(page, "foreign");
        button(page, "Create the draft").click();
        assertThat(page.getByLabel("Title (English)")).hasValue("Streets & paths");
    }

    @Test
    void results_are_taken_along_as_files() throws IOException {
        var page = signIn("pm", Device.DESKTOP, ColorScheme.LIGHT, "surveys?q=resident");
        page.locator(".survey-list a").first().click();
        page.locator(".survey-export").waitFor();
        look(page, "export-card");
        var paper = page.waitForDownload(() -> page.getByText("Report (PDF)").click());
        assertThat(new String(Files.readAllBytes(paper.path()), 0, 5, StandardCharsets.ISO_8859_1))
                .isEqualTo("%PDF-");
        assertThat(paper.suggestedFilename()).endsWith("-results.pdf");
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .first();
    }

    private static String path(Page page) {
        return page.url().replaceFirst("https?://[^/]+/", "");
    }

    /** In both themes and on a phone: accessible, and nothing to the side. */
    private static void look(Page page, String name) {
        for (var scheme : ColorScheme.values()) {
            if (scheme == ColorScheme.NO_PREFERENCE) {
                continue;
            }
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            assertAccessible(page);
            screenshot(page, "tools-" + name + "-" + scheme);
        }
        var size = page.viewportSize();
        page.setViewportSize(390, 844);
        assertNoSidewaysScrolling(page);
        screenshot(page, "tools-" + name + "-phone");
        page.setViewportSize(size.width, size.height);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    }
}
