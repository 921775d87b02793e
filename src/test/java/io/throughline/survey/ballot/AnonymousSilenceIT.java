package io.throughline.survey.ballot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.throughline.people.PersonalTokens;
import io.throughline.people.TestAccounts;
import io.throughline.people.TestAccounts.TestAccount;
import io.throughline.people.TokenScope;
import io.throughline.shared.Role;
import io.throughline.support.As;
import io.throughline.support.Fixtures;
import io.throughline.support.FlowClient;
import io.throughline.support.IntegrationTest;
import io.throughline.survey.CampaignId;
import io.throughline.survey.Campaigns;
import io.throughline.survey.SharedFrom;
import io.throughline.survey.SharedWith;
import io.throughline.survey.Sharing;
import io.throughline.survey.SurveyFixtures;
import io.throughline.survey.SurveyId;
import io.throughline.survey.Surveys;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whoever waits at a door of an anonymous survey doesn't hear a single answer arrive: by no header of a reply (a tag, a date, a
 * length), by no word of a page that is opened again, and by nothing that a page which stays open is told.
 */
@IntegrationTest
class AnonymousSilenceIT {

    /** What tells when a request was made, and which it was. */
    private static final Set<String> OF_THE_REQUEST = Set.of("date", "x-request-id");

    /** Drawn for every page. */
    private static final String NONCE = "'nonce-[^']*'";

    private static final JsonMapper JSON = new JsonMapper();

    @Autowired
    BallotFixtures made;

    @Autowired
    BallotCount count;

    @Autowired
    Surveys surveys;

    @Autowired
    Campaigns campaigns;

    @Autowired
    PersonalTokens tokens;

    @Autowired
    TestAccounts accounts;

    @Autowired
    Fixtures fixtures;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<Watch> watches = new ArrayList<>();
    private final List<BallotVisit> visits = new ArrayList<>();
    private CampaignId campaign;
    private SurveyId survey;
    private String token;

    /** Somebody signed in who looks at some pages, one of which stays open all the time. */
    private final class Watch {

        private final FlowClient comes = new FlowClient(port);
        private final FlowClient stays = new FlowClient(port);
        private final List<String> pages;

        Watch(TestAccount who, String... pages) throws IOException, InterruptedException {
            this.pages = List.of(pages);
            comes.signIn(who.email(), TestAccounts.PASSWORD);
            stays.signIn(who.email(), TestAccounts.PASSWORD);
            stays.open(pages[0]);
        }

        Map<String, Object> sees() throws IOException, InterruptedException {
            var seen = new LinkedHashMap<String, Object>();
            for (var page : pages) {
                seen.put(page + " headers", withoutLength(headers(comes.get(page))));
                seen.put(page + " reply's headers", withoutLength(headers(comes.open(page))));
                seen.put(page, comes.page().texts().toList());
            }
            seen.put("what the open page is told", told());
            return seen;
        }

        /** A page's length follows numbers that grow with every page; its words are compared themselves. */
        private static Map<String, List<String>> withoutLength(Map<String, List<String>> headers) {
            headers.remove("content-length");
            return headers;
        }

        /** What has come up for it since it was last asked. */
        private List<String> told() throws IOException, InterruptedException {
            var body = stays.say("{\"type\":\"event\",\"node\":1,\"event\":\"ui-poll\",\"data\":{}}")
                    .body();
            var said = JSON.readTree(FlowClient.stripped(body));
            var reply = said.isArray() ? said.path(0) : said;
            assertThat(reply.path("syncId").asInt(-1))
                    .as("still in conversation: " + body)
                    .isNotNegative();
            var told = new ArrayList<String>();
            for (var part : List.of("changes", "execute", "constants", "LAZY", "EAGER")) {
                reply.path(part).forEach(one -> told.add(one.toString()));
            }
            return told;
        }
    }

    @BeforeEach
    void asked() throws Exception {
        var pm = accounts.active(Role.PROJECT_MANAGER);
        var manager = accounts.active(Role.MANAGER);
        var home = fixtures.organisation(Fixtures.unique("Home"), "few");
        var silent = accounts.active(home, Role.CUSTOMER);
        var people = Stream.generate(() -> accounts.active(home, Role.CUSTOMER))
                .limit(BallotFixtures.GROUP)
                .toList();
        campaign = made.mailed(pm.viewer(), home);
        survey = As.viewer(pm.viewer(), () -> surveys.detail(campaign)).id();
        token = As.viewer(pm.viewer(), () -> tokens.issue("test", Set.of(TokenScope.values()), 1))
                .secret();
        As.viewer(pm.viewer(), () -> {
            var detail = surveys.detail(survey);
            campaigns.share(
                    campaign,
                    detail.campaigns().getFirst().version(),
                    new Sharing(SharedWith.INVITED, SharedFrom.SUBMITTING));
            surveys.edit(
                    survey,
                    surveys.detail(survey).version(),
                    detail.content()
                            .with(
                                    SurveyFixtures.text("Once more"),
                                    detail.content().why()));
        });
        for (var person : people) {
            visits.add(BallotVisit.signedIn(port, person, campaign));
        }
        watches.add(new Watch(
                pm,
                "surveys/" + survey.value(),
                "surveys/" + survey.value() + "/campaign/" + campaign.value(),
                "surveys/" + survey.value() + "/answers/"
                        + SurveyFixtures.WORDS.id().value(),
                "surveys/" + survey.value() + "/changes",
                "backlog/triage"));
        watches.add(new Watch(manager, "surveys/" + survey.value(), "backlog/triage"));
        watches.add(new Watch(silent, "answer/" + campaign.value() + "/results", "my-needs"));
        // What other tests left to be heard would be heard here, too.
        await().atMost(Duration.ofSeconds(30))
                .until(() -> jdbc.sql("select count(*) from EVENT_PUBLICATION where STATUS = 'PROCESSING'")
                                .query(Integer.class)
                                .single()
                        == 0);
    }

    @Test
    void a_single_answer_is_heard_at_no_door_and_a_step_of_them_is() throws Exception {
        look();
        var silence = look();
        var first = visits.getFirst();
        first.begin();
        assertThat(look()).as("begun").isEqualTo(silence);
        give(first);
        assertThat(look()).as("answered").isEqualTo(silence);
        first.submit();
        assertThat(look()).as("submitted").isEqualTo(silence);
        for (var visit : visits.subList(1, visits.size())) {
            count.count(campaign);
            assertThat(look()).as("when counting came by").isEqualTo(silence);
            visit.begin();
            give(visit);
            visit.submit();
        }
        assertThat(look()).as("all submitted").isEqualTo(silence);
        count.count(campaign);

        var figures = look();
        assertThat(differing(figures, silence))
                .as("enough of them are told, at every door that tells figures")
                .contains("programs: " + results(), "0 surveys/" + survey.value(), "1 surveys/" + survey.value());
    }

    private static void give(BallotVisit visit) throws IOException, InterruptedException {
        visit.give(60, "canary" + UUID.randomUUID());
    }

    private String results() {
        return "campaigns/" + campaign.value() + "/results";
    }

    private static List<String> differing(Map<String, Object> one, Map<String, Object> other) {
        return one.keySet().stream()
                .filter(door -> !one.get(door).equals(other.get(door)))
                .toList();
    }

    /** All that is to be had at every door, by the door. */
    private Map<String, Object> look() throws IOException, InterruptedException {
        var seen = new LinkedHashMap<String, Object>();
        for (int at = 0; at < watches.size(); at++) {
            var who = at;
            watches.get(at).sees().forEach((door, what) -> seen.put(who + " " + door, what));
        }
        var path = "surveys/" + survey.value();
        for (var address : List.of(results(), path, path + "/draft/impact", "surveys?query=&limit=5")) {
            var answer = http.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/" + address))
                            .header("Authorization", "Bearer " + token)
                            .build(),
                    BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(address).isEqualTo(200);
            seen.put("programs: " + address + " headers", headers(answer));
            seen.put("programs: " + address, answer.body());
        }
        return seen;
    }

    private static Map<String, List<String>> headers(HttpResponse<?> answer) {
        var headers = new TreeMap<>(answer.headers().map());
        headers.keySet().removeIf(name -> OF_THE_REQUEST.contains(name.toLowerCase(Locale.ROOT)));
        headers.replaceAll((_, values) ->
                values.stream().map(value -> value.replaceAll(NONCE, "")).toList());
        headers.put("status", List.of(String.valueOf(answer.statusCode())));
        return headers;
    }
}
