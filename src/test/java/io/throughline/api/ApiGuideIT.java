package io.throughline.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.support.Fixtures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The guide for programs is true: its calls are made one after the other, as they stand there. */
class ApiGuideIT extends ApiCalls {

    private static final Pattern CALL = Pattern.compile("```http\n(GET|POST) (\\S+)\n(.*?)```", Pattern.DOTALL);
    private static final Pattern TYPE = Pattern.compile("\"type\": \"([a-z-]+)\"");

    private final Map<String, String> known = new HashMap<>();

    @Test
    void every_call_of_the_guide_works() throws Exception {
        var token = projectManagersToken();
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
        assertThat(made).isGreaterThan(70);
        assertThat(answered).as("types with a complete call").hasSize(16);
    }

    private void make(String method, String path, String rest, String token) throws IOException, InterruptedException {
        var body = rest.contains("{") ? rest.substring(rest.indexOf("\n{") + 1) : null;
        var key = rest.startsWith("Idempotency-Key:") ? UUID.randomUUID().toString() : null;
        var reply = call(method, path, token, key, body);
        assertThat(reply.statusCode())
                .as(method + " " + path + "\n" + body + "\n" + reply.body())
                .isBetween(200, 201);
        if (path.endsWith("/surveys")) {
            known.put("survey", json(reply).path("id").asString(""));
            if (method.equals("POST")) {
                assertThat(json(reply).path("defects")).isEmpty();
            }
        } else if (path.endsWith("/campaigns")) {
            known.put("campaign", json(reply).path("id").asString());
        } else if (path.contains("/responses")) {
            assertThat(json(reply).path("stored").asInt()).isPositive();
        } else if (path.contains("/results")) {
            assertThat(json(reply).path("answered").asInt()).isPositive();
            assertThat(reply.body()).doesNotContain("NaN", "Infinity");
        }
    }

    private String filled(String text) {
        var filled = text;
        for (var one : known.entrySet()) {
            filled = filled.replace("{" + one.getKey() + "}", one.getValue());
        }
        return filled;
    }
}
