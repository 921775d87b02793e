package io.throughline.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.people.AccountData;
import io.throughline.people.Accounts;
import io.throughline.people.TokenScope;
import io.throughline.shared.CommonError;
import io.throughline.shared.DomainException;
import io.throughline.shared.Role;
import io.throughline.support.As;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Who comes in at the door for programs, by which token, and what for. */
class TokensIT extends AskedByProgram {

    @Autowired
    Accounts administration;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Test
    void a_token_in_too_much_haste_is_told_when_to_come_back() throws Exception {
        HttpResponse<String> reply;
        int granted = 0;
        do {
            reply = get("/api/v1/surveys/" + UUID.randomUUID(), token);
            granted++;
        } while (reply.statusCode() != 429 && granted < 3_000);

        assertThat(reply.statusCode()).isEqualTo(429);
        assertThat(granted).isGreaterThan(500);
        assertThat(reply.headers().firstValueAsLong("Retry-After")).hasValue(1);
        assertThat(json(reply).path("code").asString()).isEqualTo("TOO_MANY_REQUESTS");
        assertThat(get("/api/v1/surveys", token(pm.viewer(), ALL)).statusCode())
                .as("another token")
                .isEqualTo(200);
    }

    @Test
    void a_token_opens_only_this_door_and_nothing_else_opens_it() throws Exception {
        assertThat(get("/api/v1/surveys", null).statusCode()).isEqualTo(401);
        assertThat(get("/api/v1/surveys", "tl_wrong").statusCode()).isEqualTo(401);
        assertThat(get("/api/v1/surveys", token).statusCode()).isEqualTo(200);
        assertThat(get("/api/v1/surveys", token).headers().allValues("Set-Cookie"))
                .isEmpty();
        assertThat(get("/surveys", token).headers().firstValue("Location"))
                .as("the portal's pages want a session")
                .hasValueSatisfying(to -> assertThat(to).contains("login"));
        assertThat(get("/api/v1/nothing", token).statusCode()).isEqualTo(404);
        assertThat(json(get("/api/v1/nothing", token)).path("code").asString()).isEqualTo("NO_SUCH_PLACE");
        assertThat(call("DELETE", "/api/v1/surveys", token, null, null).statusCode())
                .isEqualTo(404);
        assertThat(get("/api/v1/surveys/x", token).statusCode()).isEqualTo(400);
        assertThat(get("/api/v1/openapi", null).body()).contains("/api/v1/surveys", "NewSurvey");
        assertThat(call("HEAD", "/api/v1/openapi", null, null, null).statusCode())
                .isEqualTo(200);
    }

    @Test
    void what_happens_to_the_token_or_its_owner_acts_at_once() throws Exception {
        var admin = accounts.active(Role.ADMINISTRATOR).viewer();
        var detail =
                As.viewer(admin, () -> administration.detail(pm.viewer().id())).orElseThrow();
        As.viewer(
                admin,
                () -> administration.change(
                        pm.viewer().id(),
                        detail.version(),
                        new AccountData(detail.name(), detail.email(), Set.of(Role.TEAM_MEMBER), null)));
        assertThat(get("/api/v1/surveys", token).statusCode()).isEqualTo(403);
        var changed =
                As.viewer(admin, () -> administration.detail(pm.viewer().id())).orElseThrow();
        As.viewer(admin, () -> administration.disable(pm.viewer().id(), changed.version()));
        assertThat(get("/api/v1/surveys", token).statusCode()).isEqualTo(401);

        var other = accounts.active(Role.PROJECT_MANAGER).viewer();
        var theirs = token(other, ALL);
        assertThat(get("/api/v1/surveys", theirs).statusCode()).isEqualTo(200);
        var id = As.viewer(other, () -> tokens.mine()).getFirst().id();
        As.viewer(other, () -> tokens.revoke(id));
        assertThat(get("/api/v1/surveys", theirs).statusCode()).isEqualTo(401);
        var late = token(other, ALL);
        jdbc.sql("update personal_token set expires_at = '2020-01-01' where account_id = ?")
                .param(other.id().value())
                .update();
        assertThat(get("/api/v1/surveys", late).statusCode()).isEqualTo(401);
        var ended = token(other, ALL);
        jdbc.sql("update account set session_epoch = session_epoch + 1 where id = ?")
                .param(other.id().value())
                .update();
        assertThat(get("/api/v1/surveys", ended).statusCode()).isEqualTo(401);
    }

    @Test
    void only_editors_bring_responses_in() throws Exception {
        var reader = projectManagersToken();
        var reply = post("/api/v1/campaigns/" + campaign + "/responses", reader, "k", response("1", 60, 40));
        assertThat(reply.statusCode()).isEqualTo(403);
        assertThat(json(reply).path("code").asString()).isEqualTo("NOT_ALLOWED");
        assertThat(stored()).isZero();
        assertThat(get("/api/v1/campaigns/" + campaign + "/results", reader).statusCode())
                .as("results of a published survey are read by every project manager")
                .isEqualTo(200);
    }

    @Test
    void a_token_is_its_owner_s_alone() {
        var other = accounts.active(Role.PROJECT_MANAGER).viewer();
        var mine = As.viewer(pm.viewer(), () -> tokens.mine()).getFirst();
        assertThat(As.viewer(other, () -> tokens.mine())).isEmpty();
        assertThatThrownBy(() -> As.viewer(other, () -> tokens.revoke(mine.id())))
                .isInstanceOfSatisfying(
                        DomainException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(CommonError.NOT_FOUND));
        assertThat(As.viewer(pm.viewer(), () -> tokens.mine())).containsExactly(mine);
        assertThat(jdbc.sql("select count(*) from personal_token where token_hash = ? or name = ?")
                        .params(token, token)
                        .query(Integer.class)
                        .single())
                .as("the secret itself stands nowhere")
                .isZero();
    }

    @Test
    void every_call_is_open_to_exactly_the_scope_and_the_roles_of_its_row() throws Exception {
        var rows = rows();
        var calls = mappings.getHandlerMethods().keySet().stream()
                .flatMap(info -> info.getMethodsCondition().getMethods().stream()
                        .flatMap(method -> info.getPatternValues().stream().map(path -> method + " " + path)))
                .filter(call -> call.contains(" /api/v1/") && !call.contains("openapi"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(rows.stream().map(row -> row.get("call"))).containsExactlyInAnyOrderElementsOf(calls);
        for (var role : Role.values()) {
            var viewer = accounts.active(role == Role.CUSTOMER ? fixtures.organisation() : null, role)
                    .viewer();
            var full = token(viewer, ALL);
            for (var row : rows) {
                var scope = TokenScope.valueOf(row.get("scope"));
                int status = tried(row.get("call"), full);
                assertThat(status == 403 ? "deny" : "allow")
                        .as(role + " " + row.get("call") + " " + status)
                        .isEqualTo(row.get(role.name()));
                assertThat(tried(row.get("call"), token(viewer, EnumSet.complementOf(EnumSet.of(scope)))))
                        .isEqualTo(403);
                As.viewer(viewer, () -> tokens.mine().stream().skip(1).forEach(one -> tokens.revoke(one.id())));
                full = token(viewer, ALL);
            }
        }
    }

    /** With ids that are none and a body that is refused, so that nothing is changed. */
    private int tried(String call, String token) throws Exception {
        var parts = call.split(" ", 2);
        var path = parts[1].replaceAll("\\{\\w+}", UUID.randomUUID().toString());
        var body = !parts[0].equals("GET")
                ? path.endsWith("/surveys") ? "{\"title\": \"x\", \"questions\": []}" : valid(path)
                : null;
        return call(parts[0], path, token, UUID.randomUUID().toString(), body).statusCode();
    }

    private String valid(String path) {
        if (path.endsWith("/draft")) {
            return "{\"version\": 1, \"content\": {\"title\": \"x\"}}";
        }
        if (path.endsWith("/decisions")) {
            return "{\"decisions\": []}";
        }
        if (path.endsWith("/versions")) {
            return "{\"version\": 1, \"audience\": [], \"opensAt\": \"2027-01-01T00:00:00Z\", \"closesAt\": \"2027-02-01T00:00:00Z\"}";
        }
        if (path.endsWith("/campaigns")) {
            return "{\"audience\": [], \"opensAt\": \"2027-01-01T00:00:00Z\", \"closesAt\": \"2027-02-01T00:00:00Z\"}";
        }
        return path.endsWith("/bulk") ? "{\"responses\": [" + response("1", 60, 40) + "]}" : response("1", 60, 40);
    }

    private List<org.apache.commons.csv.CSVRecord> rows() throws Exception {
        try (var in =
                new InputStreamReader(getClass().getResourceAsStream("/golden/api.csv"), StandardCharsets.UTF_8)) {
            return CSVFormat.DEFAULT
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .get()
                    .parse(in)
                    .getRecords();
        }
    }
}
