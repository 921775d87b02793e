package io.throughline.survey.ui.campaign;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.throughline.notice.TestPost;
import io.throughline.shared.LocalizedText;
import io.throughline.shared.Role;
import io.throughline.support.Browser;
import io.throughline.support.Fixtures;
import io.throughline.survey.QuestionId;
import io.throughline.survey.SurveyContent;
import io.throughline.survey.SurveyFixtures;
import io.throughline.survey.SurveyId;
import io.throughline.survey.question.OwnWords;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A person is asked by mail, answers on a phone by the personal link, and is counted where the campaign is watched. */
class CampaignBrowserTest extends Browser {

    @Autowired
    Fixtures fixtures;

    @Autowired
    SurveyFixtures surveys;

    @Autowired
    TestPost post;

    @Autowired
    JdbcClient jdbc;

    @Test
    void a_person_asked_by_mail_answers_on_a_phone_and_is_counted() {
        var title = Fixtures.unique("Benches");
        var survey = draft(title);
        var desk = signIn("pm", Device.DESKTOP, ColorScheme.LIGHT);
        publish(desk, survey);

        var mail = post.deliver("customer@demo.example").stream()
                .filter(one -> one.subject().equals(title))
                .findFirst()
                .orElseThrow();
        answer(mail.path(), title);

        desk.getByText("People and mails").click();
        assertThat(desk.getByText("1 of 1 invited have answered (100%)")).isVisible();
        assertThat(desk.locator("tl-long-table").getByText("Submitted")).isVisible();
        assertAccessible(desk);
        screenshot(desk, "campaign-1440-light");
        desk.setViewportSize(390, 844);
        assertNoSidewaysScrolling(desk);
        screenshot(desk, "campaign-390-light");
        settings(desk);
        desk.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Revoke the personal links of"))
                .first()
                .click();
        assertThat(desk.getByText("The links open nothing any more")).isVisible();

        var late = open(Device.PHONE, ColorScheme.LIGHT);
        go(late, mail.path());
        assertThat(late.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("This link doesn’t work")))
                .isVisible();
        assertAccessible(late);
        screenshot(late, "personal-link-revoked-390-light");
    }

    /** What holds now and what will stands side by side before it is saved, and is told afterwards. */
    private void settings(Page page) {
        press(page, "Change quotas and reminders …");
        page.getByLabel("Remind who has not answered, days before closing").fill("5");
        page.keyboard().press("Tab");
        assertThat(page.getByText("Reminder, days before closing: 3 → 5").first())
                .isVisible();
        assertAccessible(page);
        screenshot(page, "campaign-settings-390-light");
        press(page, "Save");
        assertThat(page.locator("vaadin-dialog[opened]")).hasCount(0);
        assertThat(page.locator("#main").getByText("Reminder, days before closing: 3 → 5"))
                .isVisible();
    }

    private void publish(Page page, SurveyId survey) {
        go(page, "surveys/" + survey.value() + "/publish");
        var people = page.locator("#people input");
        people.fill(name());
        page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(name()))
                .first()
                .click();
        page.keyboard().press("Escape");
        page.getByText("By mail with a personal link").click();
        assertThat(page.getByText("One organisation, one person.")).isVisible();
        assertAccessible(page);
        screenshot(page, "publish-by-mail-1440-light");
        page.locator("vaadin-button")
                .filter(new Locator.FilterOptions().setHasText("Publish"))
                .last()
                .click();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Publish for good"))
                .click();
        page.waitForURL("**/surveys/" + survey.value());
        assertThat(page.locator("#main h1")).isFocused();
        page.waitForFunction("scrollY === 0");
    }

    private void answer(String path, String title) {
        var phone = open(Device.PHONE, ColorScheme.DARK);
        go(phone, path);
        assertThat(phone.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(title)))
                .isVisible();
        assertAccessible(phone);
        assertNoSidewaysScrolling(phone);
        screenshot(phone, "personal-link-390-dark");
        phone.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Answer now"))
                .click();
        press(phone, "Start");
        phone.locator("textarea").first().fill("A bench at the stop.");
        assertThat(phone.getByText("Saved").first()).isVisible();
        assertAccessible(phone);
        assertNoSidewaysScrolling(phone);
        screenshot(phone, "personal-link-answer-390-dark");
        inGermanAndBack(phone);
        press(phone, "Look it over");
        press(phone, "Submit");
        assertThat(phone.getByText("You have submitted your answers.")).isVisible();
        assertThat(phone.getByText("My needs")).hasCount(0);
        screenshot(phone, "personal-link-thanks-390-dark");
        go(phone, "my-needs");
        phone.waitForURL("**/answer/*");
    }

    /** All of the page changes its language, and what was given stays. */
    private static void inGermanAndBack(Page phone) {
        language(phone, "Deutsch");
        assertThat(phone.locator("html")).hasAttribute("lang", "de");
        assertThat(phone.locator(".answer-title")).hasText("Wo fehlt eine Bank?");
        assertThat(phone.getByText("Abmelden")).isVisible();
        assertThat(phone.locator("textarea").first()).hasValue("A bench at the stop.");
        assertAccessible(phone);
        screenshot(phone, "personal-link-german-390-dark");
        language(phone, "English");
        assertThat(phone.locator(".answer-title")).hasText("Where is a bench missing?");
    }

    private static void language(Page phone, String name) {
        phone.locator(".answer-language").click();
        phone.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(name))
                .click();
    }

    private static void press(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .first()
                .click();
    }

    private SurveyId draft(String title) {
        var pm = fixtures.demo("pm", Role.PROJECT_MANAGER);
        return surveys.draft(
                pm,
                new SurveyContent(
                        both(title, title),
                        both("To know where people wait.", "Um zu wissen, wo Menschen warten."),
                        List.of(new OwnWords(
                                QuestionId.next(),
                                both("Where is a bench missing?", "Wo fehlt eine Bank?"),
                                SurveyFixtures.text(""),
                                true))));
    }

    private static LocalizedText both(String english, String german) {
        return SurveyFixtures.text(english).with(Locale.GERMAN, german);
    }

    private String name() {
        return jdbc.sql(
                        "select p.name from person p join account a on a.id = p.id where a.email = 'customer@demo.example'")
                .query(String.class)
                .single();
    }
}
