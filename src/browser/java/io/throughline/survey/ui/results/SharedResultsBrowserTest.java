package io.throughline.survey.ui.results;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.throughline.shared.OrganisationId;
import io.throughline.shared.Role;
import io.throughline.shared.Viewer;
import io.throughline.support.As;
import io.throughline.support.Browser;
import io.throughline.support.Fixtures;
import io.throughline.survey.CampaignId;
import io.throughline.survey.Campaigns;
import io.throughline.survey.Round;
import io.throughline.survey.SurveyFixtures;
import io.throughline.survey.SurveyId;
import io.throughline.survey.Surveys;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What became of a round: those asked see it where they are let, and two rounds are laid beside each other. */
class SharedResultsBrowserTest extends Browser {

    private static final int PEOPLE = 6;

    @Autowired
    SurveyFixtures made;

    @Autowired
    Surveys surveys;

    @Autowired
    Campaigns campaigns;

    @Autowired
    Fixtures fixtures;

    private Viewer pm;
    private OrganisationId home;
    private CampaignId campaign;
    private SurveyId survey;

    @BeforeEach
    void answered() {
        pm = fixtures.demo("pm", Role.PROJECT_MANAGER);
        var customer = fixtures.demo("customer", Role.CUSTOMER);
        home = Objects.requireNonNull(customer.organisation());
        campaign = made.published(pm, home);
        survey = As.viewer(pm, () -> surveys.detail(campaign)).id();
        made.submitted(customer, campaign, SurveyFixtures.points(60, 40), "Only for whoever asked");
        answer(campaign, 10);
    }

    @Test
    void whoever_asks_lets_those_asked_see_results_says_how_long_answers_are_kept_and_they_look_on_a_phone() {
        var phone = signIn("customer", Device.PHONE, ColorScheme.DARK);
        go(phone, "answer/" + campaign.value() + "/results");
        assertThat(phone.locator(".tl-dead-end")).isVisible();

        var desk = signIn("pm", Device.DESKTOP, ColorScheme.LIGHT);
        go(desk, "surveys/" + survey.value() + "/campaign/" + campaign.value());
        enter(button(desk, "Change who sees the results"));
        radio(desk, "Everybody who was asked").press("Space");
        radio(desk, "As soon as they have submitted").press("Space");
        assertAccessible(desk);
        screenshot(desk, "sharing-dialog-1440-light");
        enter(button(desk, "Save"));
        assertThat(desk.getByText("As soon as you have submitted, you can see")).isVisible();
        keep(desk, LocalDate.now(ZoneOffset.UTC).plusYears(1));
        assertThat(desk.getByText("Saved: that is what everybody asked reads from now on."))
                .isVisible();
        keep(desk, LocalDate.now(ZoneOffset.UTC).plusYears(2));
        // It is read out, too, from another place.
        assertThat(desk.getByText("It can be earlier, not later.").first()).isVisible();
        assertAccessible(desk);
        screenshot(desk, "campaign-kept-1440-light");
        desk.setViewportSize(390, 844);
        desk.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        assertNoSidewaysScrolling(desk);
        assertAccessible(desk);
        screenshot(desk, "campaign-kept-390-dark");

        go(phone, "answer/" + campaign.value());
        enter(phone.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("See what all have said together")));
        assertThat(phone.getByText((PEOPLE + 1) + " people have said together so far"))
                .isVisible();
        assertThat(phone.getByText("Fewer than 5 people answered this")).isVisible();
        assertThat(phone.getByText("Only for whoever asked")).hasCount(0);
        assertAccessible(phone);
        assertNoSidewaysScrolling(phone);
        screenshot(phone, "shared-results-390-dark");
    }

    @Test
    void two_rounds_are_compared_in_a_table_at_both_widths() {
        var opens = Instant.now().minusSeconds(60);
        var later = As.viewer(
                pm, () -> campaigns.again(survey, 2, new Round(Set.of(home), opens, opens.plus(Duration.ofHours(1)))));
        answer(later, 60);

        var page = signIn("pm", Device.DESKTOP, ColorScheme.LIGHT);
        go(page, "surveys/" + survey.value() + "/waves");
        assertThat(page.getByRole(AriaRole.ROW)
                        .filter(new Locator.FilterOptions().setHasText("Item roads"))
                        .first())
                .isVisible();
        assertAccessible(page);
        screenshot(page, "waves-compared-1440-light");
        page.setViewportSize(390, 844);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        assertNoSidewaysScrolling(page);
        assertAccessible(page);
        screenshot(page, "waves-compared-390-dark");
    }

    private void answer(CampaignId round, int least) {
        for (int one = 0; one < PEOPLE; one++) {
            int roads = least + 5 * one;
            made.submitted(fixtures.customer(home), round, SurveyFixtures.points(roads, 100 - roads), "");
        }
    }

    private static void keep(Page page, LocalDate day) {
        var field = page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Keep answers until"));
        field.fill(DateTimeFormatter.ofPattern("dd/MM/yyyy").format(day));
        enter(field);
        enter(button(page, "Save this day"));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator radio(Page page, String name) {
        return page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName(name));
    }
}
