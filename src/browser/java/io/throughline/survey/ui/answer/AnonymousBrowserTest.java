package io.throughline.survey.ui.answer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.throughline.shared.Ids;
import io.throughline.shared.OrganisationId;
import io.throughline.shared.Role;
import io.throughline.support.Browser;
import io.throughline.support.Fixtures;
import io.throughline.survey.CampaignId;
import io.throughline.survey.Confidentiality;
import io.throughline.survey.QuestionId;
import io.throughline.survey.SurveyContent;
import io.throughline.survey.SurveyFixtures;
import io.throughline.survey.ballot.BallotFixtures;
import io.throughline.survey.question.OwnWords;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An anonymous survey begun in one browser and finished in another one, where only the code opens it. */
class AnonymousBrowserTest extends Browser {

    @Autowired
    SurveyFixtures surveys;

    @Autowired
    BallotFixtures ballots;

    @Autowired
    Fixtures fixtures;

    @Autowired
    JdbcClient jdbc;

    private CampaignId campaign;

    @BeforeEach
    void publish() {
        var organisation = jdbc.sql("""
                        select p.organisation_id from person p join account a on a.id = p.id
                        where a.email = 'customer@demo.example'""")
                .query((row, number) -> new OrganisationId(row.getObject("organisation_id", UUID.class)))
                .single();
        ballots.customers(organisation, BallotFixtures.GROUP);
        var content = new SurveyContent(
                        SurveyFixtures.text(Fixtures.unique("What is it like here?")),
                        SurveyFixtures.text("To hear what nobody says aloud."),
                        List.of(new OwnWords(
                                new QuestionId(Ids.next()),
                                SurveyFixtures.text("What should change?"),
                                SurveyFixtures.text(""),
                                true)))
                .with(Confidentiality.ANONYMOUS)
                .inGroupsOf(BallotFixtures.GROUP);
        campaign = surveys.published(
                fixtures.projectManager(), content, Instant.now().minusSeconds(60), Set.of(organisation));
    }

    @Test
    void answers_begun_on_a_phone_are_finished_elsewhere_with_the_code_by_keyboard_alone() {
        var phone = signIn("customer", Device.PHONE, ColorScheme.LIGHT, "answer/" + campaign.value());
        assertThat(phone.getByText("This survey is anonymous")).isVisible();
        look(phone, "first");
        press(phone, "Start");
        assertThat(phone.locator(".ballot-code")).isVisible();
        look(phone, "code");
        var code = phone.locator(".ballot-code").textContent();
        press(phone, "I have noted it: go on");
        press(phone, "Continue");
        phone.locator("textarea").first().fill("The meetings on Fridays.");
        saved(phone);
        look(phone, "answer");
        phone.reload();
        assertThat(phone.locator("textarea").first()).hasValue("The meetings on Fridays.");

        var desk = signIn("customer", Device.DESKTOP, ColorScheme.DARK, "answer/" + campaign.value());
        assertThat(desk.getByText("This browser doesn’t know your code")).isVisible();
        assertAccessible(desk);
        screenshot(desk, "anonymous-enter-1440");
        tabTo(desk, "Your code");
        desk.keyboard().type(code.substring(5));
        tabTo(desk, "Open my answers");
        desk.keyboard().press("Enter");
        assertThat(desk.getByText("This code is not complete")).isVisible();
        assertAccessible(desk);
        screenshot(desk, "anonymous-wrong-1440");
        desk.keyboard().press("ControlOrMeta+a");
        desk.keyboard().type(code.toLowerCase(java.util.Locale.ROOT));
        tabTo(desk, "Open my answers");
        desk.keyboard().press("Enter");
        assertThat(desk.getByText("Continue").first()).isVisible();
        desk.reload();
        assertThat(desk.getByText("Continue").first()).isVisible();
        tabTo(desk, "Continue");
        desk.keyboard().press("Enter");
        assertThat(desk.getByText("The meetings on Fridays.")).isVisible();
        tabTo(desk, "Submit");
        desk.keyboard().press("Enter");
        assertThat(desk.getByText("You have submitted your answers.").first()).isVisible();
        assertAccessible(desk);
        screenshot(desk, "anonymous-done-1440");
        desk.reload();
        assertThat(desk.getByText("You have submitted your answers.").first()).isVisible();
        assertThat(jdbc.sql("select count(*) from ballot where campaign_id = ? and sealed")
                        .param(campaign.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void whoever_asks_chooses_when_figures_appear() {
        var draft = surveys.draft(fixtures.demo("pm", Role.PROJECT_MANAGER), SurveyFixtures.content());
        for (var language : List.of("en", "de")) {
            language(language);
            for (var device : Device.values()) {
                var page = signInAnew("pm", device, ColorScheme.LIGHT);
                go(page, "surveys/" + draft.value() + "/design");
                page.getByText(
                                language.equals("en") ? "Anonymous" : "Anonym",
                                new Page.GetByTextOptions().setExact(true))
                        .first()
                        .click();
                var choice = page.getByText(
                        language.equals("en") ? "When figures appear" : "Wann Zahlen erscheinen",
                        new Page.GetByTextOptions().setExact(true));
                assertThat(choice.first()).isVisible();
                for (var theme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
                    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(theme));
                    assertAccessible(page);
                    choice.first().scrollIntoViewIfNeeded();
                    screenshot(
                            page,
                            "counting-" + language + "-" + device.name().toLowerCase(java.util.Locale.ROOT) + "-"
                                    + theme.name().toLowerCase(java.util.Locale.ROOT));
                }
                assertNoSidewaysScrolling(page);
            }
        }
    }

    @AfterEach
    void readEnglish() {
        language("en");
    }

    private void language(String language) {
        jdbc.sql("update account set language = ? where email = 'pm@demo.example'")
                .param(language)
                .update();
    }

    private void look(Page page, String name) {
        for (var theme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(theme));
            assertAccessible(page);
            screenshot(page, "anonymous-390-" + theme.name().toLowerCase(java.util.Locale.ROOT) + "-" + name);
        }
        assertNoSidewaysScrolling(page);
    }

    private static void press(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .first()
                .click();
    }

    private static void tabTo(Page page, String name) {
        for (var presses = 0; presses < 60; presses++) {
            var focused = (String) page.evaluate("""
                    () => {
                        const on = document.activeElement;
                        return (on.getAttribute('aria-label') ?? on.labels?.[0]?.textContent ?? on.textContent).trim();
                    }""");
            if (focused.startsWith(name) && !"BODY".equals(page.evaluate("document.activeElement.tagName"))) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("not reached by Tab: " + name);
    }
}
