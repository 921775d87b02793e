package io.throughline.shell;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import io.throughline.support.Browser;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The frame of every page and the way in, by keyboard and on a phone; nothing typed is lost with a session. */
class ShellBrowserTest extends Browser {

    private static final String PASSWORD = "one unbroken line";
    private static final String PEOPLE = """
            name,email,roles,organisation
            Eva Muster,eva.muster@example.org,CUSTOMER,District 2
            Bad Row,not-an-address,KING,
            """;

    @Test
    void signing_in_the_palette_and_the_colours_need_no_mouse() {
        var page = open(Device.DESKTOP, ColorScheme.LIGHT);
        go(page, "login");
        assertThat(page.locator("#email input")).isFocused();
        page.keyboard().type("pm@demo.example");
        page.keyboard().press("Tab");
        page.keyboard().type(PASSWORD);
        page.keyboard().press("Enter");
        assertThat(heading(page)).containsText("Robin Okafor");
        assertThat(page.locator(".tl-nav [aria-current=page]")).containsText("Home");

        page.keyboard().press("Control+k");
        var query = page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Find pages and objects"));
        assertThat(query).isFocused();
        page.keyboard().type("report");
        assertThat(page.getByRole(AriaRole.OPTION).first()).containsText("REQ-");
        page.keyboard().press("ArrowDown");
        assertThat(query).hasAttribute("aria-activedescendant", "palette-results-1");
        assertAccessible(page);
        screenshot(page, "palette");
        page.keyboard().press("Escape");
        assertThat(query).isHidden();

        // Faster than the list: what was typed counts, not what was shown.
        page.keyboard().press("Control+k");
        assertThat(query).isFocused();
        page.keyboard().type("profile");
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile(".*/profile"));

        page.locator(".tl-user > button").focus();
        page.keyboard().press("Enter");
        enter(page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Dark").setExact(true)));
        page.waitForFunction("getComputedStyle(document.documentElement).colorScheme === 'dark'");
        page.reload();
        assertThat(heading(page)).isVisible();
        assertThat(page.evaluate("getComputedStyle(document.documentElement).colorScheme"))
                .isEqualTo("dark");
        assertAccessible(page);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(page.evaluate("getComputedStyle(document.documentElement).colorScheme"))
                .as("on paper, which is white")
                .isEqualTo("light");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
        page.locator(".tl-user > button").click();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("As the device"))
                .click();
        page.waitForFunction("getComputedStyle(document.documentElement).colorScheme === 'light dark'");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Sign out"))
                .or(page.locator("a[href=logout]"))
                .first()
                .evaluate("link => link.click()");
        assertThat(page).hasURL(Pattern.compile(".*/login\\?bye.*"));
    }

    @Test
    void on_a_phone_the_rooms_are_a_drawer() {
        var page = signIn("manager", Device.PHONE, ColorScheme.DARK);
        assertThat(page.locator(".tl-head").boundingBox().height).isLessThan(60);
        var button = page.locator(".tl-menu-button");
        button.click();
        assertThat(page.locator(".tl-nav [aria-current=page]")).isFocused();
        assertAccessible(page);
        screenshot(page, "drawer-phone");
        page.keyboard().press("Escape");
        assertThat(button).isFocused();
        assertThat(button).hasAttribute("aria-expanded", "false");

        button.click();
        page.locator(".tl-nav").getByText("Audit").click();
        assertThat(heading(page)).hasText("Audit trail");
        assertThat(heading(page)).isFocused();
        assertThat(page.locator(".audit-lines")).containsText("Robin Okafor");
        assertNoSidewaysScrolling(page);
        assertAccessible(page);
        screenshot(page, "audit-phone");
    }

    @Test
    void what_is_told_on_a_phone_hides_neither_what_was_pressed_nor_the_end_of_the_page() {
        var page = signIn("manager", Device.PHONE, ColorScheme.LIGHT);
        page.evaluate("""
                () => {
                  const rows = Array.from({ length: 40 }, (_, at) => {
                    const row = document.createElement('button');
                    row.textContent = `Row ${at}`;
                    row.style.cssText = 'display: block; height: 44px';
                    return row;
                  });
                  document.getElementById('main').append(...rows);
                  const pressed = rows[25];
                  const top = pressed.getBoundingClientRect().bottom + scrollY - innerHeight + 8;
                  scrollTo({ top, behavior: 'instant' });
                  pressed.focus({ preventScroll: true });
                  const words = 'What it says takes many lines. '.repeat(12);
                  customElements.get('vaadin-notification').show(words, { duration: 0 });
                }""");

        assertThat(page.locator("vaadin-notification-card")).isVisible();
        page.waitForFunction("""
                () => document.activeElement.getBoundingClientRect().bottom
                  <= document.querySelector('vaadin-notification-card').getBoundingClientRect().top""");
        page.evaluate("scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' })");
        page.waitForFunction("""
                () => document.querySelector('#main > button:last-of-type').getBoundingClientRect().bottom
                  <= document.querySelector('vaadin-notification-card').getBoundingClientRect().top""");
    }

    @Test
    void what_was_typed_outlives_the_session_and_an_import_names_its_bad_rows() {
        var page = signIn("admin", Device.DESKTOP, ColorScheme.LIGHT, "people/import");
        var csv = page.locator("#csv textarea");
        csv.fill(PEOPLE);
        page.context().clearCookies();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Show what would happen"))
                .click();
        assertThat(page.locator(".v-system-error")).isVisible();
        page.keyboard().press("Escape");
        page.locator("#email input").fill("admin@demo.example");
        page.locator("#password input").fill(PASSWORD);
        enter(page.locator("#password input"));

        assertThat(csv).hasValue(PEOPLE);
        assertThat(page.locator(".tl-kept")).containsText("is back");
        assertAccessible(page);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Show what would happen"))
                .click();
        assertThat(page.getByText("1 good row, 1 bad")).isVisible();
        assertThat(row(page, "Bad Row")).containsText("Unknown role");
        assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Create")))
                .hasCount(0);
        assertAccessible(page);
        screenshot(page, "import-dry-run");

        csv.fill(PEOPLE.replace("Bad Row,not-an-address,KING,\n", ""));
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Show what would happen"))
                .click();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Create one account"))
                .click();
        assertThat(page.getByLabel("Name, address, link"))
                .hasValue(Pattern.compile("Eva Muster\teva.muster@example.org\t.+/link/.+"));
        // Stored, so there is nothing to give back any more.
        page.reload();
        assertThat(csv).hasValue("");
        assertThat(page.locator(".tl-kept span")).hasCount(0);
    }

    @Test
    void what_does_not_exist_is_said_inside_the_house() {
        var page = signIn("team", Device.DESKTOP, ColorScheme.DARK);
        for (var address : new String[] {"no/such/page", "people", "projects/PRJ-999"}) {
            go(page, address);
            assertThat(heading(page)).hasText("Nothing here");
            assertThat(page.locator(".tl-nav")).isVisible();
        }
        assertAccessible(page);
    }

    private static Locator heading(Page page) {
        return page.locator("main h1");
    }

    private static Locator row(Page page, String text) {
        return page.locator(".tl-table tr", new Page.LocatorOptions().setHasText(text));
    }
}
