package io.throughline.backlog;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
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
import io.throughline.survey.NeedBox;
import io.throughline.survey.question.OwnWords;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From what customers say to a ranked backlog, and back to them: by mouse, by keyboard, on a phone. */
class BacklogBrowserTest extends Browser {

    @Autowired
    BacklogFixtures given;

    @Autowired
    NeedBox box;

    @Autowired
    Backlog backlog;

    @Autowired
    JdbcClient jdbc;

    Viewer pm;
    AreaId area;

    @BeforeEach
    void anArea() {
        pm = person("pm");
        area = given.area(pm);
    }

    @Test
    void a_row_is_dragged_with_a_reason_undone_and_moved_again_by_keyboard() {
        var first = rated("First thing", .9);
        var second = rated("Second thing", .6);
        var third = rated("Third thing", .3);
        var page = signIn("pm", Device.DESKTOP, ColorScheme.DARK, "backlog/" + area.value());
        row(page, "Third thing").dragTo(row(page, "First thing"), new Locator.DragToOptions().setTargetPosition(60, 4));
        page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Reason"))
                .fill("The council asked for it");
        button(page, "Move by hand").click();
        assertThat(page.getByText("by hand").first()).isVisible();
        page.getByText("now stands at rank 1").first().waitFor();
        assertThat(shown()).containsExactly(third, first, second);
        button(page, "Undo").click();
        page.getByText("is back where it stood").first().waitFor();
        assertThat(shown()).containsExactly(first, second, third);

        go(page, "backlog/" + area.value() + "/" + third.value());
        button(page, "Move").focus();
        page.keyboard().press("Enter");
        var rank = page.getByRole(AriaRole.SPINBUTTON, new Page.GetByRoleOptions().setName("New rank"));
        assertThat(rank).isFocused();
        page.keyboard().type("2");
        assertThat(rank).hasValue("2");
        page.keyboard().press("Tab");
        page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Reason"))
                .fill("Second is enough");
        button(page, "Move by hand").focus();
        page.keyboard().press("Enter");
        page.getByText("Set by hand: Second is enough").waitFor();
        assertThat(shown()).containsExactly(first, third, second);
        assertThat(page.locator(".bl-panel h2")).isFocused();
        screenshot(page, "backlog-moved-dark");
        assertAccessible(page);
        button(page, "Back to computed").click();
        page.getByText("is back at its computed rank 3").first().waitFor();
        assertThat(shown()).containsExactly(first, second, third);
    }

    @Test
    void words_become_a_need_in_triage_and_the_customer_sees_it_on_a_phone() {
        var words = Fixtures.unique("Please light the bridge");
        var told = As.viewer(person("customer"), () -> box.tell(Ids.next(), new OwnWords.Answer(words)));
        var page = signIn("pm", Device.DESKTOP, ColorScheme.LIGHT);
        awaitExpression(told.value());
        go(page, "backlog/triage");
        page.getByText(words).waitFor();
        assertAccessible(page);
        if (page.locator(".bl-current").getByText(words).count() == 0) {
            page.locator(".tl-card", new Page.LocatorOptions().setHasText(words))
                    .getByRole(AriaRole.BUTTON)
                    .click();
        }
        page.locator(".bl-current").getByText(words).waitFor();
        page.getByRole(
                        AriaRole.TEXTBOX,
                        new Page.GetByRoleOptions().setName("The need, in one sentence customers may read"))
                .fill("The bridge is lit at night");
        button(page, "Make a new need").focus();
        page.keyboard().press("Enter");
        page.getByText("A new need is made.").waitFor();
        screenshot(page, "triage-light");

        var phone = signIn("customer", Device.PHONE, ColorScheme.DARK, "my-needs");
        var card = phone.locator(".tr-outcome", new Page.LocatorOptions().setHasText(words));
        assertThat(card).containsText("Joined with others");
        assertThat(card).containsText("The bridge is lit at night");
        assertNoSidewaysScrolling(phone);
        assertAccessible(phone);
        screenshot(phone, "my-needs-phone-dark");
    }

    @Test
    void items_of_a_survey_become_requirements_and_the_answers_behind_open() {
        var version = jdbc.sql("""
                        select v.id from survey_version v join survey s on s.id = v.survey_id
                        where json_value(s.content, '$.title.en') like 'Street works%' or v.content like '%Street works%'
                        order by v.published_at limit 1""").query(UUID.class).single();
        var page = signIn("pm", Device.DESKTOP, ColorScheme.LIGHT, "backlog/from-results/" + version);
        var card = page.locator(".tl-card").first();
        card.getByRole(AriaRole.CHECKBOX).first().check();
        card.locator("vaadin-select").click();
        var name = jdbc.sql("select name from area where id = ?")
                .param(area.value())
                .query(String.class)
                .single();
        page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(name))
                .click();
        assertAccessible(page);
        card.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Make requirements"))
                .click();
        page.getByText("1 made").waitFor();
        assertThat(shown()).hasSize(1);
        go(page, "backlog/" + area.value() + "/" + shown().getFirst().value());
        button(page, "Answers behind it").click();
        assertThat(page.getByText("answers, the latest first")).isVisible();
        screenshot(page, "answers-behind-light");
    }

    @Test
    void the_backlog_and_a_requirement_are_read_on_a_phone_in_german() {
        var id = rated("Etwas", .5);
        var page = signInReadingGerman();
        go(page, "backlog/" + area.value());
        page.locator(".bl-card").first().waitFor();
        assertNoSidewaysScrolling(page);
        assertAccessible(page);
        screenshot(page, "backlog-phone-light");
        page.locator(".bl-card a").first().click();
        page.locator(".bl-panel").waitFor();
        page.waitForURL("**/" + id.value());
        assertThat(page.getByText("Zurück zur Liste")).isVisible();
        assertNoSidewaysScrolling(page);
        screenshot(page, "requirement-phone-light");
    }

    /** The account's language, not the browser's, is what a signed-in person reads. */
    private Page signInReadingGerman() {
        language("de");
        try {
            return signInAnew("pm", Device.PHONE, ColorScheme.LIGHT);
        } finally {
            language("en");
        }
    }

    private void language(String code) {
        jdbc.sql("update account set language = :language where email = 'pm@demo.example'")
                .param("language", code)
                .update();
    }

    private Viewer person(String account) {
        return jdbc.sql("""
                        select p.id, p.organisation_id, r.role from person p join account a on a.id = p.id
                        join account_role r on r.account_id = a.id where a.email = :email limit 1""")
                .param("email", account + "@demo.example")
                .query((row, number) -> new Viewer(
                        new PersonId(row.getObject("id", UUID.class)),
                        account,
                        Set.of(Role.valueOf(row.getString("role"))),
                        row.getObject("organisation_id", UUID.class) == null
                                ? null
                                : new OrganisationId(row.getObject("organisation_id", UUID.class)),
                        Locale.ENGLISH,
                        ZoneOffset.UTC))
                .single();
    }

    private RequirementId rated(String title, double rating) {
        var id = given.requirement(pm, area, title);
        given.rated(pm, id, rating);
        return id;
    }

    private List<RequirementId> shown() {
        return As.viewer(pm, () -> backlog.page(area, 0, 10)).stream()
                .map(RequirementRow::id)
                .toList();
    }

    private static Locator row(Page page, String text) {
        return page.locator("vaadin-grid .bl-title", new Page.LocatorOptions().setHasText(text));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private void awaitExpression(UUID text) {
        org.awaitility.Awaitility.await()
                .until(() -> jdbc.sql("select count(*) from expression where expression_text_id = ?")
                                .param(text)
                                .query(Integer.class)
                                .single()
                        == 1);
    }
}
