package io.throughline.survey.ui.intake;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.throughline.support.Browser;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Imported answers are linked with an account by keyboard; what is told of it hides no row, not even the last one. */
class RespondentsBrowserTest extends Browser {

    @ParameterizedTest
    @CsvSource({"DESKTOP,LIGHT", "PHONE,DARK"})
    void the_last_row_is_linked_and_stays_in_sight(Device device, ColorScheme scheme) {
        var page = signIn("admin", device, scheme, "people/imported");
        var rows = page.locator("tl-long-table tbody tr");
        assertThat(rows).hasCount(100);
        assertAccessible(page);
        assertNoSidewaysScrolling(page);

        rows.last().getByRole(AriaRole.BUTTON).focus();
        page.keyboard().press("Enter");
        var account = page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Account"));
        assertThat(account).isFocused();
        page.keyboard().type("demo");
        assertThat(page.getByRole(AriaRole.OPTION).first()).isVisible();
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");
        assertAccessible(page);
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Link").setExact(true))
                .press("Enter");

        var told = page.locator("vaadin-notification-card");
        var act = rows.last().getByRole(AriaRole.BUTTON);
        assertThat(told).hasCount(1);
        assertThat(act).hasText("Take the link back");
        assertThat(act).isFocused();
        assertApart(told, act);
        act.press("Enter");
        assertThat(told).containsText("not linked any more");
        assertThat(told).hasCount(1);
        assertThat(act).hasText("Link…");
        assertThat(act).isFocused();
        page.evaluate("scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' })");
        assertApart(told, page.locator(device == Device.PHONE ? "tl-long-table .tl-more" : "#main"));
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of(
                        "target/screenshots", "notice-" + (device + "-" + scheme).toLowerCase(Locale.ROOT) + ".png")));
    }

    private static void assertApart(Locator one, Locator other) {
        var a = one.boundingBox();
        var b = other.boundingBox();
        assertThat(a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y)
                .as("at %s,%s %s×%s and at %s,%s %s×%s", a.x, a.y, a.width, a.height, b.x, b.y, b.width, b.height)
                .isTrue();
    }
}
