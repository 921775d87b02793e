package io.throughline.survey.ui.answer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.throughline.shared.Ids;
import io.throughline.shared.OrganisationId;
import io.throughline.shared.PersonId;
import io.throughline.shared.Role;
import io.throughline.shared.Viewer;
import io.throughline.support.As;
import io.throughline.support.Browser;
import io.throughline.support.Fixtures;
import io.throughline.survey.AnswerSheet;
import io.throughline.survey.Answering;
import io.throughline.survey.CampaignId;
import io.throughline.survey.QuestionId;
import io.throughline.survey.SurveyContent;
import io.throughline.survey.SurveyFixtures;
import io.throughline.survey.question.Answer;
import io.throughline.survey.question.ImportanceSatisfaction;
import io.throughline.survey.question.Item;
import io.throughline.survey.question.OwnWords;
import io.throughline.survey.question.Points;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A customer answers: by keyboard alone, on a phone, across lost sessions and lost connections. */
class AnswerBrowserTest extends Browser {

    private static final List<String> SERVICES = List.of(
            "Condition of streets, sidewalks and infrastructure",
            "Police services",
            "Fire and ambulance",
            "Snow removal on residential streets",
            "Trash, recycling and bulky items",
            "Parks and recreation",
            "Public transportation",
            "Water utilities",
            "Stormwater and flooding",
            "Enforcement of codes and ordinances",
            "Customer service from city employees",
            "Communication with the public",
            "Airport",
            "Municipal court",
            "Health department",
            "Solid waste drop-off");

    @Autowired
    SurveyFixtures surveys;

    @Autowired
    Fixtures fixtures;

    @Autowired
    Answering answering;

    @Autowired
    JdbcClient jdbc;

    private final QuestionId choice = new QuestionId(Ids.next());
    private final QuestionId points = new QuestionId(Ids.next());
    private final QuestionId words = new QuestionId(Ids.next());
    private Viewer customer;
    private CampaignId survey;

    @BeforeEach
    void publish() {
        customer = jdbc.sql("""
                        select p.id, p.organisation_id from person p join account a on a.id = p.id
                        where a.email = 'customer@demo.example'""")
                .query((row, number) -> new Viewer(
                        new PersonId(row.getObject("id", UUID.class)),
                        "customer",
                        Set.of(Role.CUSTOMER),
                        new OrganisationId(row.getObject("organisation_id", UUID.class)),
                        Locale.ENGLISH,
                        ZoneOffset.UTC))
                .single();
        var items = SERVICES.stream()
                .map(text -> new Item("s" + SERVICES.indexOf(text), SurveyFixtures.text(text)))
                .toList();
        var content = new SurveyContent(
                SurveyFixtures.text("City services: what matters to you"),
                SurveyFixtures.text("Your answers decide where next year’s money goes first."),
                List.of(
                        new ImportanceSatisfaction(
                                choice,
                                SurveyFixtures.text("Which three services should get the most emphasis?"),
                                SurveyFixtures.text("Choose up to three, and say how satisfied you are with each."),
                                true,
                                3,
                                items),
                        new Points(
                                points,
                                SurveyFixtures.text("Spread 100 points over these services"),
                                SurveyFixtures.text("Give more to what you would rather see improved."),
                                true,
                                items.subList(0, 6)),
                        new OwnWords(
                                words,
                                SurveyFixtures.text("What else gets in your way?"),
                                SurveyFixtures.text("A sentence or two is plenty."),
                                false)));
        survey = surveys.published(
                fixtures.projectManager(), content, Instant.now().minusSeconds(60), Set.of(customer.organisation()));
    }

    @Test
    void a_survey_is_answered_and_submitted_by_keyboard_alone() {
        var page = signIn("customer", Device.DESKTOP, ColorScheme.LIGHT, "answer/" + survey.value());
        tabTo(page, "Start");
        press(page, "Enter");

        heading(page, "Which three services");
        tabTo(page, "Police services");
        press(page, "Space", "Tab", "ArrowRight", "ArrowRight", "ArrowRight");
        tabTo(page, "Airport");
        press(page, "Space");
        assertThat(page.getByText("2 of 3 chosen")).isVisible();
        saved(page);
        screenshot(page, "answer-desktop-choice");
        assertThat((ImportanceSatisfaction.Answer) answer(choice))
                .isEqualTo(new ImportanceSatisfaction.Answer(List.of("s1", "s12"), false, java.util.Map.of("s1", 4)));
        tabTo(page, "Next");
        press(page, "Enter");

        heading(page, "Spread 100 points");
        tabTo(page, SERVICES.getFirst());
        page.keyboard().type("55");
        press(page, "ArrowUp");
        assertThat(page.locator(".answer-bar [role=status]")).hasText("44 of 100 points left");
        page.keyboard().press("Shift+Tab");
        assertThat(focused(page)).isEqualTo("Spread the rest evenly");
        press(page, "Enter");
        assertThat(page.locator(".answer-bar [role=status]")).hasText("All 100 points are given");
        saved(page);
        screenshot(page, "answer-desktop-points");
        assertThat(((Points.Answer) answer(points)).points())
                .containsEntry("s0", 56)
                .containsEntry("s5", 8);
        tabTo(page, "Next");
        press(page, "Enter");

        heading(page, "What else gets in your way?");
        tabTo(page, "What is the problem");
        page.keyboard().type("The ramp at the library is closed.");
        tabTo(page, "Look it over");
        press(page, "Enter");

        heading(page, "Look over your answers");
        assertThat(page.getByText("The ramp at the library is closed.")).isVisible();
        tabTo(page, "Submit");
        press(page, "Enter");
        assertThat(page.getByText("You have submitted your answers")).isVisible();
        assertThat(sheet().submittedRevision()).isEqualTo(1);
        assertThat(kept(page)).isZero();
    }

    @Test
    void every_page_is_accessible_and_fits_a_phone_in_both_themes() {
        var page = signIn("customer", Device.PHONE, ColorScheme.LIGHT, "answer/" + survey.value());
        page.locator(".answer-facts").waitFor();
        look(page, "first");
        page.getByText("Start", new Page.GetByTextOptions().setExact(true)).click();
        heading(page, "Which three services");
        page.locator(".answer-item").nth(1).locator("label").first().click();
        page.locator(".answer-item")
                .nth(1)
                .locator(".answer-scale label")
                .nth(1)
                .click();
        page.locator(".answer-item").nth(3).locator("label").first().click();
        saved(page);
        look(page, "choice");
        for (var label : page.locator(".answer-scale label, .answer-check").all()) {
            var box = label.boundingBox();
            assertThat(Math.min(box.width, box.height)).as("target").isGreaterThanOrEqualTo(43.9);
        }
        go(page, "answer/" + survey.value() + "/2");
        page.locator(".answer-steps button").nth(1).click();
        page.locator(".answer-steps button").nth(1).click();
        page.locator(".answer-steps button").nth(5).click();
        saved(page);
        look(page, "points");
        go(page, "answer/" + survey.value() + "/3");
        page.locator("textarea").fill("The bus leaves before the train arrives.\nEvery morning.");
        saved(page);
        look(page, "words");
        go(page, "answer/" + survey.value() + "/review");
        heading(page, "Look over your answers");
        look(page, "review");
        go(page, "answer/" + survey.value() + "/mine");
        page.locator(".answer-given").waitFor();
        look(page, "mine");
        go(page, "tell-a-need");
        page.locator("textarea").fill("A bench at the stop.");
        look(page, "tell");
    }

    /** On a phone both stand at the lower edge. */
    @Test
    void thanks_lie_neither_on_the_title_nor_on_the_buttons_that_come_next() {
        var response = surveys.started(customer, survey);
        surveys.save(
                customer,
                response,
                choice,
                new ImportanceSatisfaction.Answer(List.of("s0", "s1", "s2"), false, Map.of()));
        surveys.save(customer, response, points, new Points.Answer(Map.of("s0", 60, "s1", 40)));
        var page = signIn("customer", Device.PHONE, ColorScheme.DARK, "answer/" + survey.value() + "/review");
        heading(page, "Look over your answers");
        page.getByText("Submit", new Page.GetByTextOptions().setExact(true)).click();
        var told = page.locator("vaadin-notification-card");
        assertThat(told).containsText("your answers are submitted");
        var buttons = page.getByText("Change my answers");
        buttons.waitFor();
        var notice = told.boundingBox();
        assertThat(notice.y + notice.height)
                .as("the lower edge of the notice, above the bar of buttons")
                .isLessThan(page.locator(".survey-steps").boundingBox().y);
        assertThat(notice.y + notice.height)
                .as("the lower edge of the notice, above the title")
                .isLessThanOrEqualTo(page.locator(".tl-main h1").boundingBox().y);
    }

    @Test
    void words_typed_into_an_expired_session_are_there_after_signing_in_again() {
        var page = began("3");
        forgetSession(page);
        page.locator("textarea").pressSequentially("Typed too late for this session.");
        assertThat(page.locator(".v-system-error")).isVisible();
        screenshot(page, "answer-session-ended");
        signInAgain(page);
        assertThat(page.locator("textarea")).hasValue("Typed too late for this session.");
        saved(page);
        assertThat(answer(words)).isEqualTo(new OwnWords.Answer("Typed too late for this session."));
        assertThat(kept(page)).isZero();
    }

    @Test
    void a_lost_connection_is_shown_and_what_was_given_is_stored_when_it_is_back() {
        var page = began("3");
        page.context().setOffline(true);
        page.locator("textarea").fill("Said in a tunnel.");
        assertThat(page.locator(".tl-save")).hasAttribute("data-state", "saving");
        assertThat(kept(page)).isEqualTo(1);
        page.context().setOffline(false);
        saved(page);
        assertThat(answer(words)).isEqualTo(new OwnWords.Answer("Said in a tunnel."));
    }

    @Test
    void a_restarted_server_loses_nothing_and_gets_what_it_missed_from_the_tab() {
        var page = began("3");
        page.locator("textarea").fill("Said while it still ran.");
        saved(page);

        page.route("**/*", Route::abort);
        page.locator("textarea").fill("Said while it was away.");
        assertThat(page.locator(".tl-save")).hasAttribute("data-state", "failed");
        assertThat(page.locator(".tl-save")).containsText("Not saved");
        screenshot(page, "answer-server-away");
        assertThat(answer(words)).isEqualTo(new OwnWords.Answer("Said while it still ran."));

        forgetSession(page);
        page.unroute("**/*");
        signInAgain(page);

        assertThat(page.locator("textarea")).hasValue("Said while it was away.");
        saved(page);
        assertThat(answer(words)).isEqualTo(new OwnWords.Answer("Said while it was away."));
        assertThat(kept(page)).isZero();
    }

    @Test
    void going_back_while_typing_loses_nothing() {
        var page = began("2");
        go(page, "answer/" + survey.value() + "/3");
        page.locator("textarea").pressSequentially("Half a sen");
        page.goBack();
        page.locator("tl-points").waitFor();
        go(page, "answer/" + survey.value() + "/review");
        assertThat(page.getByText("Half a sen")).isVisible();
        assertThat(answer(words)).isEqualTo(new OwnWords.Answer("Half a sen"));
    }

    @Test
    void no_more_than_asked_for_can_be_chosen_and_it_says_why() {
        var page = began("1");
        for (var item = 0; item < 3; item++) {
            page.locator(".answer-check").nth(item).click();
        }
        page.locator(".answer-check").nth(3).click();
        assertThat(page.locator(".answer-bar [role=status]")).containsText("take one back before you choose another");
        saved(page);
        assertThat(((ImportanceSatisfaction.Answer) answer(choice)).mattersMost())
                .containsExactly("s0", "s1", "s2");
        page.getByText("None of these").click();
        assertThat(page.locator(".answer-bar [role=status]")).hasText("0 of 3 chosen");
    }

    @Test
    void another_tab_is_told_and_nothing_is_left_behind_after_signing_out() {
        var page = began("3");
        page.locator("textarea").fill("Mine.");
        saved(page);
        surveys.save(customer, sheet().id(), words, new OwnWords.Answer("From the phone."));
        page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
        assertThat(page.getByText("in another tab or on another device")).isVisible();
        page.getByText("Show what is stored").click();
        assertThat(page.locator("textarea")).hasValue("From the phone.");
        page.context().setOffline(true);
        page.locator("textarea").fill("Never sent.");
        assertThat(kept(page)).isEqualTo(1);
        page.evaluate(
                "document.querySelector(\"a[href$='logout']\").addEventListener('click', e => e.preventDefault());"
                        + "document.querySelector(\"a[href$='logout']\").click()");
        assertThat(kept(page)).isZero();
    }

    /** As after its time: the browser still names a session, which the server does not know any more. */
    private static void forgetSession(Page page) {
        var cookies = page.context().cookies().stream()
                .filter(cookie -> cookie.name.contains("SID") || cookie.name.contains("SESSION"))
                .toList();
        assertThat(cookies).hasSize(1);
        var unknown = cookies.getFirst();
        unknown.value = "0".repeat(32);
        page.context().addCookies(List.of(unknown));
    }

    private static void signInAgain(Page page) {
        assertThat(page.locator(".v-system-error")).containsText("Your session has ended");
        page.keyboard().press("Escape");
        page.waitForURL("**/login**");
        page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("E-mail"))
                .fill("customer@demo.example");
        page.locator("input[type=password]").fill("one unbroken line");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in"))
                .click();
    }

    private Page began(String step) {
        As.viewer(customer, () -> answering.start(survey));
        var page = signIn("customer", Device.DESKTOP, ColorScheme.LIGHT, "answer/" + survey.value() + "/" + step);
        page.locator("tl-choice, tl-points, tl-need textarea").first().waitFor();
        return page;
    }

    private void look(Page page, String name) {
        for (var theme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(theme));
            assertAccessible(page);
            screenshot(page, "answer-" + theme.name().toLowerCase(Locale.ROOT) + "-" + name);
        }
        assertNoSidewaysScrolling(page);
        page.setViewportSize(320, 640);
        assertNoSidewaysScrolling(page);
        screenshot(page, "answer-320-" + name);
        page.setViewportSize(390, 844);
    }

    private static void heading(Page page, String text) {
        assertThat(page.locator("h1")).containsText(text);
        if (page.viewportSize().width > 1000) {
            assertThat(page.locator("h1")).isFocused();
        }
    }

    /** Presses Tab until the element of this name has the focus. */
    private static void tabTo(Page page, String name) {
        for (var presses = 0; presses < 90; presses++) {
            if (focused(page).startsWith(name)) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("not reached by Tab: " + name);
    }

    private static String focused(Page page) {
        return (String) page.evaluate("""
                () => {
                    const on = document.activeElement;
                    if (on.localName === 'h1') {
                        return '';
                    }
                    return (on.getAttribute('aria-label') ?? on.labels?.[0]?.textContent ?? on.textContent).trim();
                }""");
    }

    private static void press(Page page, String... keys) {
        for (var key : keys) {
            page.keyboard().press(key);
        }
    }

    private static int kept(Page page) {
        return ((Number) page.evaluate("Object.keys(sessionStorage).filter(key => key.startsWith('tl-keep ')).length"))
                .intValue();
    }

    private Answer answer(QuestionId question) {
        return sheet().answers().get(question).answer();
    }

    private AnswerSheet sheet() {
        return As.viewer(customer, () -> answering.sheet(answering.find(survey).orElseThrow()));
    }
}
