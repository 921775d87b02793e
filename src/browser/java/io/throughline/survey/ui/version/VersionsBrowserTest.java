package io.throughline.survey.ui.version;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.throughline.shared.OrganisationId;
import io.throughline.shared.PersonId;
import io.throughline.shared.Role;
import io.throughline.shared.Viewer;
import io.throughline.support.Browser;
import io.throughline.support.Fixtures;
import io.throughline.survey.SurveyContent;
import io.throughline.survey.SurveyFixtures;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A published survey is edited, it is decided by keyboard what becomes of its answers, and the next version is published. */
class VersionsBrowserTest extends Browser {

    @Autowired
    SurveyFixtures surveys;

    @Autowired
    JdbcClient jdbc;

    @Test
    void the_next_version_is_drafted_decided_about_by_keyboard_published_and_compared() {
        var pm = account("pm", Role.PROJECT_MANAGER);
        var customer = account("customer", Role.CUSTOMER);
        var title = Fixtures.unique("Parks");
        var campaign = surveys.published(
                pm,
                new SurveyContent(
                        SurveyFixtures.text(title),
                        SurveyFixtures.text("To spend the money well."),
                        List.of(SurveyFixtures.POINTS, SurveyFixtures.WORDS)),
                Instant.now().minusSeconds(60),
                Set.of(Objects.requireNonNull(customer.organisation())));
        surveys.submitted(customer, campaign, SurveyFixtures.points(60, 40), "A bench");
        var survey = jdbc.sql("select survey_id from campaign where id = ?")
                .param(campaign.value())
                .query(UUID.class)
                .single();

        var page = signIn("pm", Device.DESKTOP, ColorScheme.LIGHT, "surveys/" + survey + "/design");
        assertThat(page.locator(".version-strip")).containsText("Draft of version 2");
        page.getByLabel("Question (English)").first().fill("How would you divide the budget?");
        page.getByLabel("Item 2 (English)").fill("Parks and playgrounds");
        enter(page.getByLabel("Remove item 1"));
        enter(page.locator("[data-act=add]"));
        assertThat(page.locator(".design-key").getByText("i1")).isVisible();
        page.getByLabel("Item 2 (English)").fill("Paths");
        saved(page);
        assertThat(page.locator(".version-strip")).containsText("4 changes");
        look(page, "design");

        enter(page.getByText("Show changes"));
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Changes and earlier answers")))
                .isVisible();
        assertThat(page.locator(".version-side.before").first()).containsText("Spend 100 points");
        assertThat(page.locator(".version-touched a").first()).containsText("Touches one answer");
        look(page, "changes");
        var confirm =
                page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Confirm and go on to publishing"));
        enter(confirm);
        assertThat(page.locator("[role=status]").getByText("decisions are missing"))
                .isVisible();
        // The keyboard stands on the first decision that is missing.
        page.waitForFunction("document.activeElement.closest('vaadin-radio-group[invalid]') !== null");
        choose(page, "Reworded", "Keep");
        choose(page, "Item reworded", "Keep");
        choose(page, "Item added", "Keep");
        choose(page, "Item removed", "Map");
        var target = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Counts for"))
                .last();
        enter(target);
        enter(page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("Paths")));
        assertThat(page.locator("[role=status]").getByText("Stored")).isVisible();
        enter(confirm);
        page.waitForURL("**/publish");
        assertThat(page.getByText("Version 1 is still being asked")).isVisible();
        look(page, "publish");
        enter(page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Publish").setExact(true)));
        enter(page.getByText("Publish for good"));
        page.waitForURL("**/surveys/" + survey);
        assertThat(page.getByText("Continues question 1 of version 1 (one response)."))
                .isVisible();
        look(page, "results");

        more(page);
        enter(page.getByText("Versions", new Page.GetByTextOptions().setExact(true)));
        enter(page.locator("vaadin-details-summary")
                .filter(new Locator.FilterOptions().setHasText("4 changes against version 1")));
        assertThat(page.getByText("Map: what was said about it counts for another item: Paths"))
                .isVisible();
        look(page, "versions");
        enter(page.getByText("Read version 1 as it was asked"));
        assertThat(page.getByText("Spend 100 points")).isVisible();
        look(page, "as-asked");
    }

    /** Reaches a choice by the arrow keys alone. */
    private static void choose(Page page, String edit, String choice) {
        var group = page.locator(".version-edit")
                .filter(new Locator.FilterOptions()
                        .setHas(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(edit))))
                .first()
                .locator("vaadin-radio-group");
        var wanted = group.getByRole(AriaRole.RADIO, new Locator.GetByRoleOptions().setName(choice));
        group.getByRole(AriaRole.RADIO).first().focus();
        page.keyboard().press("Space");
        for (int step = 0; step < 3 && !wanted.isChecked(); step++) {
            page.keyboard().press("ArrowDown");
        }
        assertThat(wanted).isChecked();
        assertThat(group).not().hasAttribute("has-helper", "");
    }

    private Viewer account(String name, Role role) {
        return jdbc.sql("""
                        select a.id, p.organisation_id from account a join person p on p.id = a.id
                        where a.email = ?""")
                .param(name + "@demo.example")
                .query((row, number) -> {
                    var organisation = row.getObject("organisation_id", UUID.class);
                    return new Viewer(
                            new PersonId(row.getObject("id", UUID.class)),
                            name,
                            Set.of(role),
                            organisation == null ? null : new OrganisationId(organisation),
                            Locale.ENGLISH,
                            ZoneOffset.UTC);
                })
                .single();
    }

    private static void look(Page page, String name) {
        assertAccessible(page);
        screenshot(page, "versions-" + name + "-1440-light");
        page.setViewportSize(390, 844);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        assertAccessible(page);
        assertNoSidewaysScrolling(page);
        screenshot(page, "versions-" + name + "-390-dark");
        page.setViewportSize(1440, 900);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    }
}
