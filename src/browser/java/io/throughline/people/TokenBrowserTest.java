package io.throughline.people;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.throughline.support.Browser;
import io.throughline.support.Fixtures;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A personal token is made, shown once, and revoked. */
class TokenBrowserTest extends Browser {

    @Test
    void a_token_is_made_shown_once_and_revoked() {
        var page = signIn("pm", Device.DESKTOP, ColorScheme.LIGHT, "profile");
        page.getByText("Tokens for programs").waitFor();
        look(page, "empty");
        var name = Fixtures.unique("Nightly figures");
        button(page, "Make a token").click();
        assertThat(page.getByRole(AriaRole.ALERT).filter(has("!"))).isVisible();
        page.getByLabel("What it is for").fill(name);
        page.getByRole(AriaRole.CHECKBOX).first().check();
        button(page, "Make a token").click();
        assertThat(page.locator(".tl-people-tokens")).containsText(name);
        assertThat(page.locator("#token-secret input")).hasValue(Pattern.compile("tl_[A-Za-z0-9_-]{20,}"));
        look(page, "made");
        page.reload();
        page.getByText("Tokens for programs").waitFor();
        assertThat(page.locator("#token-secret")).hasCount(0);
        page.getByLabel("Revoke " + name).click();
        assertThat(page.getByLabel("Revoke " + name)).isHidden();
        assertThat(page.getByLabel("What it is for")).isFocused();
    }

    private static Locator.FilterOptions has(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static void look(Page page, String name) {
        for (var scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            assertAccessible(page);
            screenshot(page, "token-" + name + "-" + scheme);
        }
        page.setViewportSize(390, 844);
        assertNoSidewaysScrolling(page);
        screenshot(page, "token-" + name + "-phone");
        page.setViewportSize(1440, 900);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    }
}
