package io.throughline.api;

import io.throughline.people.PersonalTokens;
import io.throughline.people.TestAccounts;
import io.throughline.people.TokenScope;
import io.throughline.shared.Role;
import io.throughline.shared.Viewer;
import io.throughline.support.As;
import io.throughline.support.Fixtures;
import io.throughline.support.IntegrationTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls of a program, over real HTTP. */
@IntegrationTest
abstract class ApiCalls {

    static final JsonMapper JSON = JsonMapper.builder().build();
    static final Set<TokenScope> ALL = EnumSet.allOf(TokenScope.class);

    @LocalServerPort
    int port;

    @Autowired
    TestAccounts accounts;

    @Autowired
    PersonalTokens tokens;

    @Autowired
    Fixtures fixtures;

    private final HttpClient client = HttpClient.newHttpClient();

    String token(Viewer viewer, Set<TokenScope> scopes) {
        return As.viewer(viewer, () -> tokens.issue("test", scopes, 1)).secret();
    }

    String projectManagersToken() {
        return token(accounts.active(Role.PROJECT_MANAGER).viewer(), ALL);
    }

    HttpResponse<String> call(
            String method, String path, @Nullable String token, @Nullable String key, @Nullable String body)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    HttpResponse<String> get(String path, @Nullable String token) throws IOException, InterruptedException {
        return call("GET", path, token, null, null);
    }

    HttpResponse<String> post(String path, String token, String key, String body)
            throws IOException, InterruptedException {
        return call("POST", path, token, key, body);
    }

    static JsonNode json(HttpResponse<String> reply) {
        return JSON.readTree(reply.body());
    }
}
