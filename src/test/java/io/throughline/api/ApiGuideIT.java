package io.throughline.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.shared.Role;
import io.throughline.shared.Viewer;
import io.throughline.support.As;
import io.throughline.support.Fixtures;
import io.throughline.survey.CampaignId;
import io.throughline.survey.ResultsFilter;
import io.throughline.survey.SurveyResults;
import io.throughline.survey.question.stats.Weighting;
import io.throughline.survey.results.Figure;
import io.throughline.survey.results.ResultFigures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** The guide for programs is true: its calls are made one after the other, as they stand there. */
class ApiGuideIT extends ApiCalls {

    private static final Pattern CALL = Pattern.compile("```http\n(GET|POST|PUT) (\\S+)\n(.*?)```", Pattern.DOTALL);
    private static final Pattern TYPE = Pattern.compile("\"type\": \"([a-z-]+)\"");

    @Autowired
    SurveyResults results;

    private Viewer pm;
    private final Map<String, String> known = new HashMap<>();

    @Test
    void every_call_of_the_guide_works() throws Exception {
        pm = accounts.active(Role.PROJECT_MANAGER).viewer();
        var token = token(pm, ALL);
        var name = Fixtures.unique("Guide");
        known.put("organisation name", name);
        known.put(
                "organisation", fixtures.organisation(name, "standard").value().toString());
        known.put("now", Instant.now().minusSeconds(60).toString());
        known.put("later", Instant.now().plus(1, ChronoUnit.DAYS).toString());
        var guide = Files.readString(Path.of("docs/api.md"));
        var calls = CALL.matcher(guide);
        var answered = new HashSet<String>();
        int made = 0;
        while (calls.find()) {
            made++;
            make(calls.group(1), filled(calls.group(2)), filled(calls.group(3)), token);
            if (calls.group(2).contains("/responses")) {
                TYPE.matcher(calls.group(3)).results().forEach(type -> answered.add(type.group(1)));
            }
        }
        assertThat(made).isGreaterThan(79);
        assertThat(answered).as("types with a complete call").hasSize(16);
    }

    private void make(String method, String path, String rest, String token) throws IOException, InterruptedException {
        var body = rest.contains("{") ? rest.substring(rest.indexOf("\n{") + 1) : null;
        var key = rest.startsWith("Idempotency-Key:") ? UUID.randomUUID().toString() : null;
        var reply = call(method, path, token, key, body);
        assertThat(reply.statusCode())
                .as(method + " " + path + "\n" + body + "\n" + reply.body())
                .isBetween(200, 201);
        remember(json(reply));
        if (path.endsWith("/surveys")) {
            known.put("survey", json(reply).path("id").asString(""));
            if (method.equals("POST")) {
                assertThat(json(reply).path("defects")).isEmpty();
            }
        } else if (path.endsWith("/campaigns") || path.endsWith("/versions")) {
            known.put("earlier campaign", known.getOrDefault("campaign", ""));
            known.put("campaign", json(reply).path("id").asString());
        } else if (path.contains("/responses")) {
            assertThat(json(reply).path("stored").asInt()).isPositive();
        } else if (path.contains("/changes/")) {
            assertThat(json(reply).at("/questions/0/asked").asString()).isEqualTo("SAME");
            assertThat(json(reply).at("/questions/0/before/people").asInt()).isEqualTo(1);
        } else if (path.contains("/results")) {
            assertThat(json(reply).path("answered").asInt()).isPositive();
            assertThat(reply.body()).doesNotContain("NaN", "Infinity");
            holdsWhatTheScreenShows(json(reply), path.contains("segment=standard"));
        }
    }

    /** What later calls send back: versions, and by what an edit is known. */
    private void remember(JsonNode reply) {
        if (reply.has("version")) {
            known.put("version", reply.path("version").asString());
        }
        if (reply.path("campaigns").has(0)) {
            known.put("campaign version", reply.at("/campaigns/0/version").asString());
        }
        reply.path("edits")
                .forEach(one -> known.put(
                        "fingerprint of " + one.path("edit").asString(),
                        one.path("fingerprint").asString()));
    }

    /** Every figure of the screen, of the export and of the report stands in the reply. */
    private void holdsWhatTheScreenShows(JsonNode reply, boolean narrowed) {
        var filter = ResultsFilter.read(name -> narrowed && name.equals("segment") ? List.of("standard") : List.of());
        var report = As.viewer(
                pm, () -> results.report(new CampaignId(UUID.fromString(known.getOrDefault("campaign", ""))), filter));
        assertThat(reply.path("questions").size()).isEqualTo(report.questions().size());
        for (int at = 0; at < report.questions().size(); at++) {
            var said = new HashSet<Object>();
            gather(reply.path("questions").path(at).path("result"), said);
            for (var figure : ResultFigures.of(report.questions().get(at).result())) {
                values(figure).forEach(value -> assertThat(said).as(figure + "").contains(value));
            }
        }
    }

    private static void gather(JsonNode node, Set<Object> said) {
        if (node.isNumber()) {
            said.add(node.asDouble());
        } else if (node.isValueNode()) {
            said.add(node.isNull() ? "NULL" : node.asString().toUpperCase(Locale.ROOT));
        }
        node.forEach(inner -> gather(inner, said));
    }

    private static Stream<Object> values(Figure figure) {
        return switch (figure) {
            case Figure.Estimated one ->
                Stream.of(Weighting.values())
                        .map(one.values()::by)
                        .filter(Objects::nonNull)
                        .flatMap(estimate ->
                                Stream.of(estimate.value(), estimate.low(), estimate.high(), estimate.effectiveN()))
                        .filter(Double::isFinite)
                        .map(value -> value);
            case Figure.Weighed one -> one.values().values().stream().flatMap(ApiGuideIT::said);
            // Which item wins is told once, by its key.
            case Figure.Counted one
            when one.value() instanceof Boolean wins ->
                wins ? Stream.of(one.item().toUpperCase(Locale.ROOT)) : Stream.of();
            case Figure.Counted one -> said(one.value());
        };
    }

    /** Several names stand with bars between. */
    private static Stream<Object> said(Object value) {
        return switch (value) {
            case Number number -> Stream.of(number.doubleValue());
            case Object other when other.equals(ResultFigures.UNDEFINED) -> Stream.of("NULL");
            default ->
                Stream.of((Object[]) value.toString().toUpperCase(Locale.ROOT).split("\\|"));
        };
    }

    private String filled(String text) {
        var filled = text;
        for (var one : known.entrySet()) {
            filled = filled.replace("{" + one.getKey() + "}", one.getValue());
        }
        return filled;
    }
}
