package io.throughline.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    private static final String WCAG = "[\"wcag2a\", \"wcag2aa\", \"wcag21a\", \"wcag21aa\", \"wcag22aa\"]";
    private static final String AXE = axe();
    private static final double MILLISECONDS_TO_ANSWER = 60_000;
    private static final Playwright PLAYWRIGHT = Playwright.create();
    private static final com.microsoft.playwright.Browser CHROMIUM = launch();

    /**
     * Where an account is signed in, by portal, account and kind of screen. Signing in and filling an empty cache are
     * most of what a test costs, so they are done once; each test still gets a tab of its own.
     */
    private static final Map<String, BrowserContext> SIGNED_IN = new HashMap<>();

    private final List<BrowserContext> contexts = new ArrayList<>();
    private final List<Page> tabs = new ArrayList<>();

    @LocalServerPort
    protected int port;

    private static com.microsoft.playwright.Browser launch() {
        // On a busy machine many seconds pass before a page has answered; to wait costs only a test that fails.
        PlaywrightAssertions.setDefaultAssertionTimeout(MILLISECONDS_TO_ANSWER);
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

    /** A page of a visitor nobody knows, with nothing stored. */
    protected Page open(Device device, ColorScheme scheme) {
        return open(device, scheme, "en-GB");
    }

    /** @param locale of the browser, which decides until somebody signs in */
    protected Page open(Device device, ColorScheme scheme, String locale) {
        var context = context(device, scheme, locale);
        contexts.add(context);
        return context.newPage();
    }

    private static BrowserContext context(Device device, ColorScheme scheme, String locale) {
        var context = CHROMIUM.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(device.width, device.height)
                .setHasTouch(device == Device.PHONE)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setLocale(locale)
                .setTimezoneId("UTC")
                .setColorScheme(scheme));
        context.setDefaultTimeout(MILLISECONDS_TO_ANSWER);
        return context;
    }

    /** The home page of a demo account: "customer", "pm", "manager", "team" or "admin". */
    protected Page signIn(String account, Device device, ColorScheme scheme) {
        return signIn(account, device, scheme, "");
    }

    /** A page opened by a demo account, in a new tab of a browser that is signed in already where one is. */
    protected Page signIn(String account, Device device, ColorScheme scheme, String path) {
        var context = SIGNED_IN.computeIfAbsent(port + account + device, key -> context(device, scheme, "en-GB"));
        context.setOffline(false);
        context.clearPermissions();
        var page = context.newPage();
        tabs.add(page);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        go(page, path);
        page.waitForSelector(".tl-main h1, input[type=password]");
        if (page.url().contains("/login")) {
            signIn(page, account);
            if (!path.isEmpty()) {
                go(page, path);
            }
        }
        return page;
    }

    /** The home page in a browser of its own, for what is settled at signing in. */
    protected Page signInAnew(String account, Device device, ColorScheme scheme) {
        var page = open(device, scheme);
        go(page, "login");
        signIn(page, account);
        return page;
    }

    private static void signIn(Page page, String account) {
        page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("E-mail"))
                .fill(account + "@demo.example");
        page.locator("input[type=password]").fill("one unbroken line");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in"))
                .click();
        page.waitForSelector(".tl-main h1");
    }

    /** Everything on the page is stored, and it says so. */
    protected static void saved(Page page) {
        PlaywrightAssertions.assertThat(page.locator(".tl-save")).hasAttribute("data-state", "saved");
    }

    protected void go(Page page, String path) {
        page.navigate("http://localhost:" + port + "/" + path);
    }

    /** No violation of WCAG 2.2 A and AA, as far as a machine can see. */
    protected static void assertAccessible(Page page) {
        assertThat(violations(page)).isEmpty();
    }

    /** What breaks a rule of WCAG 2.2 A or AA, each with the element at fault. */
    @SuppressWarnings("unchecked")
    protected static List<String> violations(Page page) {
        for (var frame : page.frames()) {
            if (!Boolean.TRUE.equals(frame.evaluate("'axe' in window"))) {
                frame.evaluate(AXE);
            }
        }
        // What lies half under the head of the page would count as a small target.
        page.evaluate("scrollTo({ top: 0, behavior: 'instant' })");
        return (List<String>) page.evaluate(
                "async rules => (await axe.run(document, { runOnly: JSON.parse(rules), resultTypes: ['violations'] }))"
                        + ".violations.flatMap(rule => rule.nodes.map(node => rule.id + ': ' + node.html))",
                WCAG);
    }

    private static String axe() {
        try (var script = Objects.requireNonNull(AxeBuilder.class.getResourceAsStream("/axe.min.js"))) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Presses the Enter key on what can be pressed by then: on what is still disabled it would be lost. */
    protected static void enter(Locator what) {
        PlaywrightAssertions.assertThat(what).isEnabled();
        what.press("Enter");
    }

    /** Opens the menu of what else can be done on a page. */
    protected static void more(Page page) {
        enter(page.locator(".tl-more-button"));
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
    void closePages() {
        tabs.forEach(Page::close);
        tabs.clear();
        contexts.forEach(BrowserContext::close);
        contexts.clear();
    }
}
