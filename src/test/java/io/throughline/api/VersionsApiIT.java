package io.throughline.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.people.TokenScope;
import io.throughline.shared.Role;
import io.throughline.support.Fixtures;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The next version of a published survey by program: drafted, looked at, decided and published as on the screen. */
class VersionsApiIT extends ApiCalls {

    private static final String WAYS = "019ab000-0000-7000-8000-000000000701";
    private static final String STREET = "019ab000-0000-7000-8000-000000000702";

    private final Map<String, String> sent = new ConcurrentHashMap<>();

    private String token;
    private String organisation;
    private String home;
    private String survey;
    private String campaign;

    @BeforeEach
    void answered() throws Exception {
        token = projectManagersToken();
        organisation = Fixtures.unique("Organisation");
        home = fixtures.organisation(organisation, "standard").value().toString();
        survey = json(post("/api/v1/surveys", token, null, """
                        {"title": "Ways", "why": "To plan.", "sections": [
                          {"title": "You", "entries": [{"code": "how", "question": %s}]},
                          {"title": "Home", "entries": [{"code": "street", "question":
                            {"type": "text", "id": "%s", "title": "Which street?"}}]}]}""".formatted(ways("bus", "bike"), STREET)))
                .path("id")
                .asString();
        campaign = json(call("POST", path("/campaigns"), token, null, round("")))
                .path("id")
                .asString();
        var given = post("/api/v1/campaigns/" + campaign + "/responses", token, "r", """
                        {"respondent": "1", "organisation": "%s", "answers": {
                          "%s": {"type": "single-choice", "chosen": "bus"}}}""".formatted(organisation, WAYS));
        assertThat(given.statusCode()).as(given.body()).isEqualTo(201);
    }

    private static String ways(String... keys) {
        return """
                {"type": "single-choice", "id": "%s", "title": "How do you come?", "items": [%s]}""".formatted(
                        WAYS,
                        List.of(keys).stream()
                                .map(key -> "{\"key\": \"%s\", \"text\": \"By %s\"}".formatted(key, key))
                                .collect(Collectors.joining(", ")));
    }

    private String path(String rest) {
        return "/api/v1/surveys/" + survey + rest;
    }

    /** @param more properties before those of every round */
    private String round(String more) {
        return "{%s \"audience\": [\"%s\"], \"opensAt\": \"%s\", \"closesAt\": \"%s\"}"
                .formatted(
                        more,
                        home,
                        Instant.now().minusSeconds(60),
                        Instant.now().plusSeconds(600));
    }

    private JsonNode shown() throws Exception {
        return json(get(path(""), token));
    }

    private HttpResponse<String> put(long version, JsonNode content) throws Exception {
        return call(
                "PUT", path("/draft"), token, null, "{\"version\": %d, \"content\": %s}".formatted(version, content));
    }

    /** The bus is replaced by the tram. */
    private HttpResponse<String> draft() throws Exception {
        var now = shown();
        var content = now.path("content");
        ((ObjectNode) content.at("/sections/0/entries/0")).set("question", JSON.readTree(ways("tram", "bike")));
        return put(now.path("version").asLong(), content);
    }

    private JsonNode impact() throws Exception {
        var reply = get(path("/draft/impact"), token);
        assertThat(reply.statusCode()).as(reply.body()).isEqualTo(200);
        return json(reply);
    }

    private static JsonNode edit(JsonNode impact, String kind) {
        return impact.path("edits")
                .valueStream()
                .filter(one -> one.path("kind").asString().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private HttpResponse<String> decide(JsonNode edit, String choice) throws Exception {
        return call("POST", path("/draft/decisions"), token, null, """
                {"decisions": [{"edit": "%s", "fingerprint": "%s", %s}]}""".formatted(
                        edit.path("edit").asString(), edit.path("fingerprint").asString(), choice));
    }

    private static void refused(HttpResponse<String> reply, int status, String code) {
        assertThat(reply.statusCode()).as(reply.body()).isEqualTo(status);
        assertThat(json(reply).path("code").asString()).isEqualTo(code);
    }

    @Test
    void a_draft_is_made_looked_at_decided_and_published_and_answers_go_on_as_was_decided() throws Exception {
        assertThat(json(draft())
                        .at("/published/sections/0/entries/0/question/items/0/key")
                        .asString())
                .as("what was asked stays as it is")
                .isEqualTo("bus");
        var impact = impact();
        assertThat(impact.path("next").asInt()).isEqualTo(2);
        assertThat(impact.path("edits")
                        .valueStream()
                        .map(one -> one.path("kind").asString()))
                .as("nothing else differs: sections and questions kept their ids")
                .containsExactlyInAnyOrder("ITEM_REMOVED", "ITEM_ADDED");
        var removed = edit(impact, "ITEM_REMOVED");
        assertThat(removed.at("/touched/naming").asInt()).isEqualTo(1);
        assertThat(removed.path("item").asString()).isEqualTo("bus");
        assertThat(removed.path("targets").valueStream().map(JsonNode::asString))
                .contains("tram");
        assertThat(removed.at("/before/texts/0/en").asString()).isEqualTo("By bus");

        var version = impact.path("version").asLong();
        refused(publish("early", version), 422, "UNDECIDED");
        assertThat(json(decide(removed, "\"choice\": \"MAP\", \"target\": \"tram\""))
                        .path("undecided")
                        .asInt())
                .isEqualTo(1);
        var decided = json(decide(edit(impact, "ITEM_ADDED"), "\"choice\": \"KEEP\""));
        assertThat(decided.path("undecided").asInt()).isZero();
        assertThat(edit(decided, "ITEM_REMOVED").at("/decided/choice").asString())
                .isEqualTo("MAP");

        var calls = new ArrayList<Callable<HttpResponse<String>>>();
        for (int i = 0; i < 3; i++) {
            calls.add(() -> publish("publish", version));
        }
        var made = new TreeSet<String>();
        try (var threads = Executors.newFixedThreadPool(3)) {
            for (var reply : threads.invokeAll(calls)) {
                assertThat(reply.get().statusCode()).as(reply.get().body()).isEqualTo(201);
                made.add(json(reply.get()).path("id").asString());
            }
        }
        assertThat(made).as("sent again, it is done once").hasSize(1);
        var after = shown();
        assertThat(after.path("published").isNull()).isTrue();
        assertThat(after.path("campaigns")
                        .valueStream()
                        .map(one -> one.path("surveyVersion").asInt() + " "
                                + one.path("state").asString()))
                .containsExactly("2 OPEN", "1 CLOSED");
        assertThat(json(get("/api/v1/campaigns/" + campaign + "/results", token))
                        .path("answered")
                        .asInt())
                .as("what was answered stays readable as it was asked")
                .isEqualTo(1);
    }

    /** The rounds before are closed. The same request each time. */
    private HttpResponse<String> publish(String key, long version) throws Exception {
        var seen = shown().path("campaigns")
                .valueStream()
                .filter(one -> one.path("id").asString().equals(campaign))
                .findFirst()
                .orElseThrow()
                .path("version")
                .asLong();
        var body = sent.computeIfAbsent(key, _ -> round("""
                "version": %d, "reason": "A better question.", "leaveOut": true,
                "closing": [{"campaign": "%s", "version": %d}],""".formatted(version, campaign, seen)));
        return post(path("/versions"), token, key, body);
    }

    @Test
    void what_is_not_as_it_was_seen_is_refused_and_changes_nothing() throws Exception {
        var before = shown();
        draft();
        refused(put(before.path("version").asLong(), before.path("content")), 409, "STALE");
        var impact = impact();
        var removed = edit(impact, "ITEM_REMOVED");
        refused(decide(removed, "\"choice\": \"MAP\", \"target\": \"nowhere\""), 422, "DECISION_IMPOSSIBLE");
        refused(decide(removed, "\"choice\": \"LATER\""), 400, "MALFORMED");
        refused(decide(removed, "\"target\": \"tram\""), 400, "MALFORMED");
        ((ObjectNode) removed).put("fingerprint", "other");
        refused(decide(removed, "\"choice\": \"SET_ASIDE\""), 409, "STALE");
        refused(publish("stale", impact.path("version").asLong() - 1), 409, "STALE");
        refused(call("PUT", path("/draft"), token, null, "{\"version\": 1}"), 400, "MALFORMED");
        assertThat(impact().path("undecided").asInt()).isEqualTo(2);

        assertThat(put(shown().path("version").asLong(), shown().path("published"))
                        .statusCode())
                .as("the draft is taken back by sending what was published")
                .isEqualTo(200);
        assertThat(impact().path("edits")).isEmpty();
        refused(publish("nothing", shown().path("version").asLong()), 422, "NOTHING_CHANGED");
    }

    @Test
    void it_is_for_editors_with_the_scope_alone() throws Exception {
        draft();
        var version = impact().path("version").asLong();
        var stranger = projectManagersToken();
        var removed = edit(impact(), "ITEM_REMOVED");
        var own = token;
        for (var other : List.of(stranger, reading())) {
            token = other;
            assertThat(put(version, JSON.readTree("{\"title\": \"x\"}")).statusCode())
                    .isEqualTo(403);
            assertThat(decide(removed, "\"choice\": \"SET_ASIDE\"").statusCode())
                    .isEqualTo(403);
            assertThat(post(path("/versions"), token, "k", round("\"version\": " + version + ","))
                            .statusCode())
                    .isEqualTo(403);
        }
        assertThat(get(path("/draft/impact"), stranger).statusCode()).isEqualTo(403);
        token = own;
        assertThat(edit(impact(), "ITEM_REMOVED").path("decided").isNull()).isTrue();
    }

    /** Another project manager's, who may read only. */
    private String reading() {
        return token(accounts.active(Role.PROJECT_MANAGER).viewer(), EnumSet.of(TokenScope.SURVEYS_READ));
    }
}
