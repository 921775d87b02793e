package io.throughline.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import io.throughline.shared.Role;
import io.throughline.support.As;
import io.throughline.support.Browser;
import io.throughline.support.Fixtures;
import io.throughline.survey.SurveyId;
import io.throughline.survey.start.SurveyTemplates;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
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
 * browser, and fits a desktop and a phone. Each view is scanned once in each theme: in light for the first of its
 * roles, in dark for the last. A new view is covered by its row there; a parameter nothing here can fill fails the
 * test.
 */
class EveryViewBrowserTest extends Browser {

    static final Map<String, String> ACCOUNTS = Map.of(
            "CUSTOMER", "customer",
            "PROJECT_MANAGER", "pm",
            "MANAGER", "manager",
            "TEAM_MEMBER", "team",
            "ADMINISTRATOR", "admin");

    static final String ANYBODY = "anonymous";
    static final List<String> ROLES =
            List.of("CUSTOMER", "PROJECT_MANAGER", "MANAGER", "TEAM_MEMBER", "ADMINISTRATOR", ANYBODY);

    private static final String RESULTS = "select survey_id from survey_version order by published_at limit 1";

    /**
     * A route's first segment and a parameter, or the whole of a route that is true of few objects, and where the demo has
     * one: a query, or the value itself.
     */
    private static final Map<String, String> VALUES = Map.ofEntries(
            Map.entry(
                    "answer:campaign",
                    "select c.id from campaign c where c.closed_at is null and c.closes_at > utc_timestamp()"
                            + " order by c.opens_at desc limit 1"),
            Map.entry("answer:step", "1"),
            // Those asked see results once a survey has closed.
            Map.entry(
                    "answer/:campaign/results",
                    "select id from campaign where closed_at is not null order by number limit 1"),
            Map.entry("backlog:area", "select area_id from requirement where req_key = 'REQ-1'"),
            Map.entry("backlog:requirement", "select id from requirement where req_key = 'REQ-1'"),
            Map.entry("backlog:need", "select id from need where need_key = 'NEED-1'"),
            Map.entry("backlog:survey", "select id from survey_version order by published_at limit 1"),
            Map.entry("surveys:survey", RESULTS),
            Map.entry(
                    "surveys:question",
                    "select json_value(content, '$.sections[0].entries[0].question.id') from survey_version where survey_id = ("
                            + RESULTS + ") order by number limit 1"),
            Map.entry("link:token", "a-token-nobody-was-given"),
            Map.entry("a:token", "a-token-nobody-was-given"),
            Map.entry("outbox:mail", "select id from mail order by ordered_at, id limit 1"),
            Map.entry(
                    "surveys:campaign",
                    "select id from campaign where survey_id = (" + RESULTS + ") order by number limit 1"),
            Map.entry(
                    "surveys:template",
                    "select t.id from survey_template t join account a on a.id = t.owner_id"
                            + " where a.email = 'pm@demo.example' order by t.changed_at limit 1"),
            Map.entry("people:person", "select id from account where email = 'pm@demo.example'"),
            Map.entry("organisations:organisation", "select id from organisation order by name limit 1"),
            Map.entry("projects:key", "select project_key from project order by project_key limit 1"),
            Map.entry("projects:number", "1"),
            Map.entry("projects:submission", "select id from submission order by id limit 1"),
            Map.entry(
                    "drafts:draft",
                    "select d.id from draft d join project p on p.id = d.project_id order by p.project_key, d.id desc"
                            + " limit 1"),
            Map.entry("drafts:section", "scope"),
            Map.entry("changes:key", "select change_key from change_request order by change_key limit 1"),
            Map.entry("changes:project", "select project_key from project order by project_key limit 1"),
            Map.entry("deliverables:handover", "select id from handover order by id limit 1"),
            Map.entry("project", "select id from project order by project_key limit 1"),
            Map.entry("trace:kind", "baseline"),
            Map.entry("trace:id", "select baseline_id from project order by project_key limit 1"));

    private static final Pattern PARAMETER = Pattern.compile(":(\\w+)(\\?)?(\\([^)]*\\))?");

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Fixtures fixtures;

    @Autowired
    SurveyTemplates templates;

    final List<String> faults = new ArrayList<>();

    @Test
    void every_view_draws_accessibly_for_every_role_that_may_open_it() throws IOException {
        var visits = visits();
        for (var role : ROLES) {
            var page = role.equals(ANYBODY)
                    ? open(Device.DESKTOP, ColorScheme.LIGHT)
                    : signIn(ACCOUNTS.get(role), Device.DESKTOP, ColorScheme.LIGHT);
            page.onPageError(error -> faults.add(role + " " + page.url() + ": " + error));
            visits.forEach((address, roles) -> {
                if (roles.contains(role)) {
                    look(role, page, address, role.equals(roles.getFirst()), role.equals(roles.getLast()));
                }
            });
        }
        assertThat(faults).isEmpty();
    }

    /** Every address with the roles that may open it, at least one. */
    Map<String, List<String>> visits() throws IOException {
        keepATemplate();
        var visits = new LinkedHashMap<String, List<String>>();
        for (var row : rows()) {
            for (var address : addresses(row.get("route"))) {
                var roles = ROLES.stream()
                        .filter(role -> row.get(role).equals("allow"))
                        // Somebody signed in is sent on from there.
                        .filter(role -> !address.equals("login") || role.equals(ANYBODY))
                        .toList();
                if (!roles.isEmpty()) {
                    visits.put(address, roles);
                }
            }
        }
        return visits;
    }

    /** The demo has none, and only its owner opens one. */
    private void keepATemplate() {
        var survey = new SurveyId(UUID.fromString(value("surveys:survey")));
        As.viewer(
                fixtures.demo("pm", Role.PROJECT_MANAGER),
                () -> templates.save(survey, Fixtures.unique("What residents need"), ""));
    }

    /** A stop of the line that its reader can't open would be a dead end on the way from answers to acceptance. */
    @Test
    void every_stop_of_the_line_opens_for_whoever_sees_it() {
        var project = value("project");
        for (var role : List.of("PROJECT_MANAGER", "MANAGER", "TEAM_MEMBER")) {
            var page = signIn(ACCOUNTS.get(role), Device.DESKTOP, ColorScheme.LIGHT, "trace/project/" + project);
            page.waitForSelector(".tl-strip");
            var stops = page.locator(".tl-strip a, .tr-stages a").all().stream()
                    .map(stop -> stop.getAttribute("href"))
                    .distinct()
                    .toList();
            assertThat(stops).as("stops %s sees", role).isNotEmpty();
            for (var stop : stops) {
                walk(page, stop.replaceFirst("^/", ""));
                if (page.locator(".tl-dead-end").count() > 0) {
                    faults.add(role + " sees a stop that doesn't open: " + stop);
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    private void look(String role, Page page, String address, boolean light, boolean dark) {
        var where = role + " /" + address;
        show(page, 1440, ColorScheme.LIGHT);
        walk(page, address);
        if (page.locator(".tl-dead-end").count() > 0) {
            faults.add(where + " shows an error page");
            return;
        }
        if (light) {
            scan(where + " light 1440", page);
        }
        show(page, 320, ColorScheme.DARK);
        fits(where, page);
        if (dark) {
            show(page, 390, ColorScheme.DARK);
            scan(where + " dark 390", page);
        }
    }

    /** By a link of the open page: without loading the client anew for each view. */
    void walk(Page page, String address) {
        if (page.url().startsWith("about:")) {
            go(page, address);
        } else {
            // The server has answered before anything is looked at: else it could be the view left behind.
            page.waitForResponse(EveryViewBrowserTest::isWayThere, () -> page.evaluate("""
                    address => {
                        const link = document.createElement('a');
                        link.setAttribute('router-link', '');
                        link.href = '/' + address;
                        document.body.append(link);
                        link.click();
                        link.remove();
                    }""", address));
        }
        page.waitForSelector("main h1");
        page.waitForFunction("Object.values(Vaadin.Flow.clients).every(client => !client.isActive?.())");
        var path = page.url().replaceFirst("^https?://[^/]+/", "");
        assertThat(path.split("[/?]")[0]).as("opened for /" + address).isEqualTo(address.split("[/?]")[0]);
    }

    /** The view left behind may still be told something else. */
    private static boolean isWayThere(Response answer) {
        var asked = answer.request().postData();
        return asked != null && asked.contains("ui-navigate");
    }

    static void show(Page page, int width, ColorScheme scheme) {
        page.setViewportSize(width, 900);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
    }

    void fits(String where, Page page) {
        var overflow = ((Number) page.evaluate("document.documentElement.scrollWidth - innerWidth")).intValue();
        if (overflow > 0) {
            faults.add(where + " scrolls sideways by " + overflow + " at " + page.viewportSize().width);
        }
    }

    void scan(String where, Page page) {
        violations(page).forEach(fault -> faults.add(where + " " + fault));
    }

    /** With its optional parameters, and without. */
    private Set<String> addresses(String route) {
        var bare = route.replaceAll("/?:\\w+\\?(\\([^)]*\\))?", "");
        return new LinkedHashSet<>(Stream.of(bare, route).map(this::filled).toList());
    }

    private String filled(String route) {
        var room = route.split("/")[0];
        return PARAMETER
                .matcher(route)
                .replaceAll(match -> value(VALUES.containsKey(route) ? route : room + ":" + match.group(1)));
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
