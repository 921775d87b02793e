package io.throughline.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/** A test in a real browser, on the packaged front end and the demo's data. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("browser")
@ContextConfiguration(initializers = FreshDatabase.class)
public abstract class Browser {

    /** Width and height of a desktop and of a phone. */
    public enum Device {
        DESKTOP(1440, 900),
        PHONE(390, 844);

        private final int width;
        private final int height;

        Device(int width, int height) {
            this.width = width;
            this.height = height;
        }
    }

    private static final Playwright PLAYWRIGHT = Playwright.create();
    private static final com.microsoft.playwright.Browser CHROMIUM = launch();

    private final List<BrowserContext> contexts = new ArrayList<>();

    @LocalServerPort
    protected int port;

    private static com.microsoft.playwright.Browser launch() {
        return PLAYWRIGHT
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable())
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    private static Path executable() {
        var named = System.getenv("THROUGHLINE_CHROMIUM");
        return Stream.concat(
                        Stream.ofNullable(named),
                        Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"))
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no Chromium: set THROUGHLINE_CHROMIUM"));
    }

    protected Page open(Device device, ColorScheme scheme) {
        var context = CHROMIUM.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(device.width, device.height)
                .setHasTouch(device == Device.PHONE)
                .setLocale("en-GB")
                .setTimezoneId("UTC")
                .setColorScheme(scheme));
        contexts.add(context);
        return context.newPage();
    }

    /** Signs in with a demo account: "customer", "pm", "manager", "team" or "admin". */
    protected Page signIn(String account, Device device, ColorScheme scheme) {
        var page = open(device, scheme);
        go(page, "login");
        page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("E-mail"))
                .fill(account + "@demo.example");
        page.locator("input[type=password]").fill("one unbroken line");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in"))
                .click();
        page.waitForSelector(".tl-main h1");
        return page;
    }

    protected void go(Page page, String path) {
        page.navigate("http://localhost:" + port + "/" + path);
    }

    /** No violation of WCAG 2.2 A and AA, as far as a machine can see. */
    protected static void assertAccessible(Page page) {
        var result = new AxeBuilder(page)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                .analyze();
        assertThat(result.getViolations())
                .extracting(rule -> rule.getId() + " "
                        + rule.getNodes().stream().map(n -> n.getHtml()).toList())
                .isEmpty();
    }

    protected static void assertNoSidewaysScrolling(Page page) {
        var overflow = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(((Number) overflow).intValue()).as("pixels to the side").isZero();
    }

    /** Kept under target/screenshots, to be looked at. */
    protected static void screenshot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target/screenshots", name + ".png"))
                .setFullPage(true));
    }

    @AfterEach
    void closeContexts() {
        contexts.forEach(BrowserContext::close);
        contexts.clear();
    }
}
