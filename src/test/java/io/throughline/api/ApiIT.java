package io.throughline.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.support.Fixtures;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** What programs send: stored once or not at all, and what hostile input does: nothing. */
class ApiIT extends AskedByProgram {

    private HttpResponse<String> give(String key, String body) throws Exception {
        return post("/api/v1/campaigns/" + campaign + "/responses", token, key, body);
    }

    private HttpResponse<String> giveMany(String key, String... responses) throws Exception {
        return post(
                "/api/v1/campaigns/" + campaign + "/responses/bulk",
                token,
                key,
                "{\"responses\": [" + String.join(",", responses) + "]}");
    }

    @Test
    void a_request_sent_again_is_carried_out_once() throws Exception {
        assertThat(json(give("one", response("1", 60, 40))).path("stored").asInt())
                .isEqualTo(1);
        var again = json(give("one", response("1", 60, 40)));
        assertThat(again.path("stored").asInt()).isEqualTo(1);
        assertThat(again.path("already").asBoolean()).isTrue();
        var other = give("one", response("2", 60, 40));
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(json(other).path("code").asString()).isEqualTo("IDEMPOTENCY_KEY_USED");
        assertThat(json(give("two", response("1", 0, 100))).path("known").asInt())
                .isEqualTo(1);
        assertThat(give(null, response("3", 1, 99)).statusCode()).isEqualTo(400);
        assertThat(stored()).isEqualTo(1);
    }

    @Test
    void publishing_with_a_key_is_done_once_also_side_by_side() throws Exception {
        var survey = json(post("/api/v1/surveys", token, null, divided("a", "")))
                .path("id")
                .asString();
        var home = fixtures.organisation(Fixtures.unique("Organisation"), "standard");
        var round = "{\"audience\": [\"%s\"], \"opensAt\": \"%s\", \"closesAt\": \"%s\"}"
                .formatted(
                        home.value(),
                        Instant.now().minusSeconds(60),
                        Instant.now().plusSeconds(600));
        var path = "/api/v1/surveys/" + survey + "/campaigns";
        assertThat(sideBySide(() -> post(path, token, "publish", round))).hasSize(1);
        assertThat(json(get("/api/v1/surveys/" + survey, token)).path("campaigns"))
                .hasSize(1);

        var other = post(path, token, "publish", round + " ");
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(json(other).path("code").asString()).isEqualTo("IDEMPOTENCY_KEY_USED");
        assertThat(sideBySide(() -> post(path, token, "again", round)))
                .as("who asks once more at the same moment is told what came of it, and not of somebody else")
                .hasSize(1);
        assertThat(json(get("/api/v1/surveys/" + survey, token)).path("campaigns"))
                .hasSize(2);
    }

    /** The ids of what four calls at once made. */
    private static Set<String> sideBySide(Callable<HttpResponse<String>> call) throws Exception {
        var made = new TreeSet<String>();
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (var reply : threads.invokeAll(Collections.nCopies(4, call))) {
                assertThat(reply.get().statusCode()).as(reply.get().body()).isEqualTo(201);
                made.add(json(reply.get()).path("id").asString());
            }
        }
        return made;
    }

    /** Two sections, the second asked of who chose an item. */
    private static String divided(String item, String more) {
        return """
                {"title": "Streets", "why": "To plan.", "paging": "SECTION", "languages": ["en"], "sections": [
                  {"title": "You", "entries": [{"code": "how", "shuffled": true, "question":
                    {"type": "single-choice", "id": "%s", "title": "How?", "items": [
                      {"key": "a", "text": "A"}, {"key": "b", "text": "B"}]}}]},
                  {"title": "More", "shownIf": {"comparisons": [
                     {"question": "%s", "claim": {"type": "chosen", "item": "%s", "so": true}}]}, "entries": [
                    {"question": {"type": "text", "title": "Why {{how|so}}?"}}]}%s]}""".formatted(QUESTION, QUESTION, item, more);
    }

    @Test
    void a_survey_is_created_with_sections_conditions_and_random_order_and_shown_as_it_was_written() throws Exception {
        var reply = json(post("/api/v1/surveys", token, null, divided("a", "")));
        var content = reply.path("content");

        assertThat(reply.path("defects")).isEmpty();
        assertThat(content.path("paging").asString()).isEqualTo("SECTION");
        assertThat(content.at("/sections/0/entries/0/shuffled").asBoolean()).isTrue();
        assertThat(content.at("/sections/0/entries/0/code").asString()).isEqualTo("how");
        assertThat(content.at("/sections/1/shownIf/comparisons/0/claim/item").asString())
                .isEqualTo("a");
        assertThat(content.at("/sections/1/entries/0/code").asString()).isEqualTo("q2");

        var again = json(post(
                "/api/v1/surveys",
                token,
                null,
                "{\"title\": \"Copy\", \"why\": \"To plan.\", \"sections\": %s}".formatted(content.path("sections"))));
        assertThat(again.path("defects")).isEmpty();
        assertThat(again.at("/content/sections/1/shownIf")).isEqualTo(content.at("/sections/1/shownIf"));
    }

    @Test
    void what_is_wrong_with_sections_is_named_by_its_place() throws Exception {
        var never = json(post("/api/v1/surveys", token, null, divided("c", "")));
        assertThat(never.at("/defects/0/code").asString()).isEqualTo("CONDITION_ITEM_GONE");
        assertThat(never.at("/defects/0/path").asString()).isEqualTo("/sections/1");
        assertThat(never.at("/defects/1/code").asString()).isEqualTo("NEVER_ASKED");
        assertThat(never.at("/defects/1/path").asString()).isEqualTo("/sections/1/entries/0/question");

        for (var wrong : List.of(
                ", {\"entries\": [{\"code\": \"how\", \"question\": {\"type\": \"text\", \"title\": \"Why?\"}}]}",
                ", {\"entries\": [{\"code\": \"H!\", \"question\": {\"type\": \"text\", \"title\": \"Why?\"}}]}",
                ", {\"entries\": [{\"code\": \"x\"}]}",
                ", {\"shownIf\": {\"comparisons\": [{\"question\": \"" + QUESTION
                        + "\", \"claim\": {\"type\": \"amount\"}}]}, \"entries\": []}",
                ", {\"shownIf\": {\"comparisons\": [{\"question\": \"" + QUESTION
                        + "\", \"claim\": {\"type\": \"amount\", \"order\": \"AT_LEAST\", \"item\": \"\","
                        + " \"amount\": 1e999999999}}]}, \"entries\": []}")) {
            var reply = post("/api/v1/surveys", token, null, divided("a", wrong));
            assertThat(reply.statusCode()).as(wrong).isEqualTo(400);
            assertThat(json(reply).path("path").asString()).as(wrong).startsWith("/sections/2");
        }
        assertThat(post(
                                "/api/v1/surveys",
                                token,
                                null,
                                divided("a", "")
                                        .replace("\"paging\"", "\"questions\": [{\"type\": \"text\"}], \"paging\""))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void requests_sent_side_by_side_are_stored_once() throws Exception {
        var calls = new ArrayList<Callable<HttpResponse<String>>>();
        for (int i = 0; i < 8; i++) {
            calls.add(() -> giveMany("storm", response("a", 60, 40), response("b", 50, 50)));
        }
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (var reply : threads.invokeAll(calls)) {
                assertThat(reply.get().statusCode()).as(reply.get().body()).isEqualTo(201);
                assertThat(json(reply.get()).path("stored").asInt()).isEqualTo(2);
            }
        }
        assertThat(stored()).isEqualTo(2);
    }

    @Test
    void of_a_request_with_anything_wrong_nothing_is_stored_and_each_is_named_by_its_place() throws Exception {
        var reply = giveMany(
                "bad",
                response("1", 60, 40),
                response("2", 60, 41),
                response("1", 50, 50),
                response("4", 60, 40).replace(organisation, "Nowhere"),
                response("5", 60, 40).replace(QUESTION, UUID.randomUUID().toString()));
        assertThat(reply.statusCode()).isEqualTo(422);
        assertThat(reply.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        var wrong = json(reply).path("errors");
        assertThat(wrong.valueStream()
                        .map(one -> one.path("path").asString() + " "
                                + one.path("code").asString()))
                .contains(
                        "/responses/1/answers/" + QUESTION + " POINTS_SUM",
                        "/responses/2/respondent IMPORT_RESPONDENT_TWICE",
                        "/responses/3/organisation IMPORT_ORGANISATION_UNKNOWN")
                .anySatisfy(one ->
                        assertThat(one).startsWith("/responses/4/answers/").endsWith("UNKNOWN_QUESTION"));
        assertThat(stored()).isZero();
        assertThat(giveMany("bad", response("1", 60, 40)).statusCode())
                .as("what was refused may be sent again, corrected, under its key")
                .isEqualTo(201);
    }

    @Test
    void what_an_entry_lacks_is_told_with_its_place() throws Exception {
        var reply =
                giveMany("lacking", response("1", 60, 40), response("2", 60, 40).replace("respondent", "name"));
        assertThat(reply.statusCode()).isEqualTo(400);
        assertThat(json(reply).path("path").asString()).isEqualTo("/responses/1");
        var hole = giveMany("hole", response("1", 60, 40), "null", response("2", 60, 41));
        assertThat(hole.statusCode()).isEqualTo(400);
        assertThat(json(hole).path("path").asString())
                .as("not left out, which would move the places of those after it")
                .isEqualTo("/responses/1");
        assertThat(stored()).isZero();
    }

    @Test
    void a_segment_whose_name_has_a_comma_is_one() throws Exception {
        var large = fixtures.organisation(Fixtures.unique("Organisation"), "Retail, large");
        fixtures.customer(large);
        var survey = json(post("/api/v1/surveys", token, null, divided("a", "")))
                .path("id")
                .asString();
        var asked = json(post(
                        "/api/v1/surveys/" + survey + "/campaigns",
                        token,
                        null,
                        "{\"audience\": [\"%s\"], \"opensAt\": \"%s\", \"closesAt\": \"%s\"}"
                                .formatted(
                                        large.value(),
                                        Instant.now().minusSeconds(60),
                                        Instant.now().plusSeconds(600))))
                .path("id")
                .asString();
        var report = json(get("/api/v1/campaigns/" + asked + "/results?segment=Retail,%20large", token));
        assertThat(report.at("/filter/segment/0").asString()).isEqualTo("Retail, large");
        assertThat(report.path("invited").asInt()).isEqualTo(1);
    }

    /** Passed over, it would be answered with everybody's figures. */
    @Test
    void a_misspelt_filter_or_one_that_cant_be_read_is_refused() throws Exception {
        var results = "/api/v1/campaigns/" + campaign + "/results";
        assertThat(get(results + "?segment=&from=2026-01-01", token).statusCode())
                .isEqualTo(200);
        var misspelt = get(results + "?segmnt=standard", token);
        assertThat(misspelt.statusCode()).isEqualTo(400);
        assertThat(json(misspelt).path("code").asString()).isEqualTo("NO_SUCH_PARAMETER");
        assertThat(json(misspelt).path("detail").asString())
                .contains("segmnt", "from, organisation, said, segment, to");
        assertThat(get("/api/v1/surveys?offset=0&page=2", token).statusCode()).isEqualTo(400);
        assertThat(get("/api/v1/surveys?offset=0&limit=2&query=a", token).statusCode())
                .isEqualTo(200);
        for (var unreadable : List.of("from=yesterday", "organisation=roads", "said=5")) {
            var reply = get(results + "?" + unreadable, token);
            assertThat(reply.statusCode()).as(unreadable).isEqualTo(400);
            assertThat(json(reply).path("code").asString()).isEqualTo("MALFORMED");
        }
    }

    /** Taken for one nobody is of, it would be answered with the figures of nobody. */
    @Test
    void a_filter_that_names_what_is_not_there_or_says_two_things_at_once_is_refused() throws Exception {
        for (var address : List.of(
                "/api/v1/campaigns/" + campaign + "/results",
                "/api/v1/campaigns/" + campaign + "/changes/" + campaign)) {
            for (var unknown : List.of(
                    "organisation=" + UUID.randomUUID(),
                    "segment=Nowhere",
                    "said=" + UUID.randomUUID() + ":a",
                    "said=" + QUESTION + ":nothing")) {
                var reply = get(address + "?" + unknown, token);
                assertThat(reply.statusCode()).as(address + "?" + unknown).isEqualTo(404);
                assertThat(json(reply).path("code").asString()).isEqualTo("NOT_FOUND");
            }
            for (var twice : List.of("segment=standard&segment=other", "from=2026-01-01&from=2026-02-01")) {
                var reply = get(address + "?" + twice, token);
                assertThat(reply.statusCode()).as(address + "?" + twice).isEqualTo(400);
                assertThat(json(reply).path("code").asString()).isEqualTo("MALFORMED");
            }
        }
        assertThat(get("/api/v1/campaigns/" + campaign + "/results?segment=standard", token)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void hostile_input_is_refused_with_its_place_and_tells_nothing() throws Exception {
        for (var body : List.of(
                "",
                "{",
                "[]",
                "null",
                "\"text\"",
                "{\"title\": 1e999999999}",
                "{\"questions\": [null]}",
                "{\"questions\": {\"a\": 1}}",
                "{\"questions\": [{\"type\": \"java.lang.Runtime\"}]}",
                "{\"questions\": [{\"type\": \"points\", \"items\": [1, null, {\"key\": 5}]}]}",
                "{\"questions\": [{\"type\": \"points\", \"items\": \"x\"}]}",
                "{\"questions\": [{\"type\": \"scale\", \"least\": \"many\"}]}",
                "{\"title\": {\"en\": {\"deep\": 1}}}",
                "{\"unknown\": 1}",
                "{\"title\": \"a\", \"title\": \"b\"}",
                "{\"a\":".repeat(1_000) + "1" + "}".repeat(1_000),
                "{\"title\": \"" + "x".repeat(50_000) + "\"}")) {
            var reply = post("/api/v1/surveys", token, null, body);
            assertThat(reply.statusCode()).as(body + "\n" + reply.body()).isBetween(200, 422);
            assertThat(reply.body()).doesNotContain("Exception", "throughline", "jackson", "\tat ");
            var answer = give(
                    UUID.randomUUID().toString(),
                    "{\"respondent\": \"1\", \"organisation\": \"%s\", \"answers\": %s}".formatted(organisation, body));
            assertThat(answer.statusCode()).as(body + "\n" + answer.body()).isBetween(400, 422);
            assertThat(answer.body()).doesNotContain("Exception", "throughline", "jackson", "\tat ");
        }
        for (var answer : List.of(
                "{\"type\": \"text\"}",
                "{\"type\": \"points\"}",
                "{\"type\": \"points\", \"points\": {\"roads\": null, \"parks\": 2.5}}",
                "{\"type\": \"points\", \"points\": {\"roads\": 99999999999}}",
                "{\"type\": \"points\", \"points\": [1]}",
                "{\"type\": \"points\", \"points\": {\"roads\": 60, \"parks\": \"\"}}",
                "{\"type\": \"points\", \"points\": {\"roads\": 60, \"parks\": \"40\"}}",
                "{\"type\": \"file\", \"files\": [\"x\"]}",
                "null",
                "5")) {
            var reply = give(
                    UUID.randomUUID().toString(),
                    "{\"respondent\": \"1\", \"organisation\": \"%s\", \"answers\": {\"%s\": %s}}"
                            .formatted(organisation, QUESTION, answer));
            assertThat(reply.statusCode()).as(answer + "\n" + reply.body()).isBetween(400, 422);
            assertThat(reply.body()).doesNotContain("Exception", "throughline", "jackson", "\tat ");
        }
        assertThat(post("/api/v1/surveys", token, null, " ".repeat(10_000_001)).statusCode())
                .isEqualTo(413);
        assertThat(stored()).isZero();
    }

    @Test
    void what_is_of_another_kind_is_told_and_not_made_to_fit() throws Exception {
        for (var wrong : Map.of(
                        "groupSize", "3.7",
                        "paging", "1",
                        "counting", "\"\"")
                .entrySet()) {
            var reply =
                    post("/api/v1/surveys", token, null, "{\"%s\": %s}".formatted(wrong.getKey(), wrong.getValue()));
            assertThat(reply.statusCode()).as(wrong + reply.body()).isEqualTo(400);
            assertThat(json(reply).path("path").asString()).isEqualTo("/" + wrong.getKey());
        }
        assertThat(get("/api/v1/surveys?query=%FF", token).statusCode()).isEqualTo(400);
    }

    @Test
    void days_no_database_keeps_are_refused() throws Exception {
        var survey = json(post("/api/v1/surveys", token, null, divided("a", "")))
                .path("id")
                .asString();
        var path = "/api/v1/surveys/" + survey + "/campaigns";
        var home = fixtures.organisation(Fixtures.unique("Organisation"), "standard")
                .value();
        var round = "{\"audience\": [\"%s\"], \"opensAt\": \"%s\", \"closesAt\": \"%s\"}";
        var late = post(path, token, null, round.formatted(home, "2026-01-01T00:00:00Z", "+10000-01-01T00:00:00Z"));
        assertThat(late.statusCode()).as(late.body()).isEqualTo(422);
        assertThat(json(late).path("code").asString()).isEqualTo("CLOSES_TOO_LATE");
        var early =
                post(path, token, null, round.formatted(home, "-999999999-01-01T00:00:00Z", "2999-01-01T00:00:00Z"));
        assertThat(early.statusCode()).as(early.body()).isEqualTo(422);
        assertThat(json(early).path("code").asString()).isEqualTo("OPENS_TOO_EARLY");
    }
}
