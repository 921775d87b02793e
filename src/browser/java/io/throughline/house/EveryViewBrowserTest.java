package io.throughline.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import io.throughline.support.Browser;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Every route of the golden matrix, opened by every role that may, in the demo: it draws, without an error in the
 * browser, accessibly in light and dark, on a desktop and a phone. A new view is covered by its row there; a parameter
 * nothing here can fill fails the test.
 */
class EveryViewBrowserTest extends Browser {

    private static final Map<String, String> ACCOUNTS = Map.of(
            "CUSTOMER", "customer",
            "PROJECT_MANAGER", "pm",
            "MANAGER", "manager",
            "TEAM_MEMBER", "team",
            "ADMINISTRATOR", "admin");

    private static final String RESULTS = "select survey_id from survey_version order by published_at limit 1";

    /** A route's first segment and a parameter, and where the demo has one: a query, or the value itself. */
    private static final Map<String, String> VALUES = Map.ofEntries(
            Map.entry(
                    "answer:campaign",
                    "select c.id from campaign c where c.closed_at is null and c.closes_at > utc_timestamp()"
                            + " order by c.opens_at desc limit 1"),
            Map.entry("answer:step", "1"),
            Map.entry("backlog:area", "select area_id from requirement where req_key = 'REQ-1'"),
            Map.entry("backlog:requirement", "select id from requirement where req_key = 'REQ-1'"),
            Map.entry("backlog:need", "select id from need where need_key = 'NEED-1'"),
            Map.entry("backlog:survey", "select id from survey_version order by published_at limit 1"),
            Map.entry("surveys:survey", RESULTS),
            Map.entry(
                    "surveys:question",
                    "select json_value(content, '$.questions[0].id') from survey_version where survey_id = (" + RESULTS
                            + ") order by number limit 1"),
            Map.entry("link:token", "a-token-nobody-was-given"),
            Map.entry("people:person", "select id from account where email = 'pm@demo.example'"),
            Map.entry("organisations:organisation", "select id from organisation order by name limit 1"),
            Map.entry("projects:key", "select project_key from project order by project_key limit 1"),
            Map.entry("projects:number", "1"),
            Map.entry("projects:submission", "select id from submission order by id limit 1"),
            Map.entry("drafts:draft", "select id from draft order by id desc limit 1"),
            Map.entry("drafts:section", "scope"),
            Map.entry("changes:key", "select change_key from change_request order by change_key limit 1"),
            Map.entry("changes:project", "select project_key from project order by project_key limit 1"),
            Map.entry("deliverables:handover", "select id from handover order by id limit 1"),
            Map.entry("trace:kind", "baseline"),
            Map.entry("trace:id", "select baseline_id from project order by project_key limit 1"));

    private static final Pattern PARAMETER = Pattern.compile(":(\\w+)(\\?)?(\\([^)]*\\))?");
    private static final String WCAG = "[\"wcag2a\", \"wcag2aa\", \"wcag21a\", \"wcag21aa\", \"wcag22aa\"]";
    private static final String COLOURS = "[\"color-contrast\"]";
    private static final String AXE = axe();

    @Autowired
    JdbcClient jdbc;

    private final List<String> faults = new ArrayList<>();

    @Test
    void every_view_draws_accessibly_for_every_role_that_may_open_it() throws IOException {
        var rows = rows();
        for (var role : ACCOUNTS.keySet()) {
            var page = signIn(ACCOUNTS.get(role), Device.DESKTOP, ColorScheme.LIGHT);
            page.onPageError(error -> faults.add(role + " " + page.url() + ": " + error));
            rows.stream()
                    .filter(row -> row.get(role).equals("allow"))
                    .map(row -> row.get("route"))
                    .flatMap(route -> addresses(route).stream())
                    // Somebody signed in is sent on from there.
                    .filter(address -> !address.equals("login"))
                    .forEach(address -> look(role, page, address));
        }
        var anybody = open(Device.DESKTOP, ColorScheme.LIGHT);
        rows.stream()
                .filter(row -> row.get("anonymous").equals("allow"))
                .flatMap(row -> addresses(row.get("route")).stream())
                .forEach(address -> look("anonymous", anybody, address));
        assertThat(faults).isEmpty();
    }

    /** Full rules once in each theme and at each width; the other two pairs differ in nothing but colours. */
    private void look(String role, Page page, String address) {
        var where = role + " /" + address;
        show(page, 1440, ColorScheme.LIGHT);
        go(page, address);
        page.waitForSelector("main h1");
        page.waitForFunction("!document.querySelector('.v-loading-indicator')?.offsetParent");
        if (page.locator(".tl-dead-end").count() > 0) {
            faults.add(where + " shows an error page");
            return;
        }
        page.evaluate(AXE);
        scan(where + " light 1440", page, WCAG);
        show(page, 1440, ColorScheme.DARK);
        scan(where + " dark 1440", page, COLOURS);
        show(page, 390, ColorScheme.DARK);
        fits(where, page);
        scan(where + " dark 390", page, WCAG);
        show(page, 320, ColorScheme.LIGHT);
        fits(where, page);
        scan(where + " light 320", page, COLOURS);
    }

    private static void show(Page page, int width, ColorScheme scheme) {
        page.setViewportSize(width, 900);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme).setReducedMotion(ReducedMotion.REDUCE));
    }

    private void fits(String where, Page page) {
        var overflow = ((Number) page.evaluate("document.documentElement.scrollWidth - innerWidth")).intValue();
        if (overflow > 0) {
            faults.add(where + " scrolls sideways by " + overflow + " at " + page.viewportSize().width);
        }
    }

    @SuppressWarnings("unchecked")
    private void scan(String where, Page page, String rules) {
        var found = (List<String>) page.evaluate(
                "async rules => (await axe.run(document, { runOnly: JSON.parse(rules), resultTypes: ['violations'] }))"
                        + ".violations.flatMap(rule => rule.nodes.map(node => rule.id + ': ' + node.html))",
                rules);
        found.forEach(fault -> faults.add(where + " " + fault));
    }

    /** With its optional parameters, and without. */
    private Set<String> addresses(String route) {
        var bare = route.replaceAll("/?:\\w+\\?(\\([^)]*\\))?", "");
        return new LinkedHashSet<>(Stream.of(bare, route).map(this::filled).toList());
    }

    private String filled(String route) {
        var room = route.split("/")[0];
        return PARAMETER.matcher(route).replaceAll(match -> value(room + ":" + match.group(1)));
    }

    private String value(String parameter) {
        var source = VALUES.get(parameter);
        assertThat(source).as("where the demo has a value for %s", parameter).isNotNull();
        if (!source.startsWith("select ")) {
            return source;
        }
        return jdbc.sql(source)
                .query(String.class)
                .optional()
                .orElseThrow(() -> new AssertionError("the demo has nothing for " + parameter));
    }

    private static String axe() {
        try (var script = Objects.requireNonNull(AxeBuilder.class.getResourceAsStream("/axe.min.js"))) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<CSVRecord> rows() throws IOException {
        var format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .setTrim(true)
                .get();
        var rows = new ArrayList<CSVRecord>();
        for (var file : new PathMatchingResourcePatternResolver().getResources("classpath:golden/*-routes.csv")) {
            try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8);
                    var parser = format.parse(reader)) {
                rows.addAll(parser.getRecords());
            }
        }
        assertThat(rows).isNotEmpty();
        return rows;
    }
}
