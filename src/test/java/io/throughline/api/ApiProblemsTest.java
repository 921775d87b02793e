package io.throughline.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.shared.CurrentViewer;
import io.throughline.shared.i18n.Texts;
import io.throughline.support.LogBook;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.method.annotation.ExceptionHandlerMethodResolver;
import tools.jackson.databind.json.JsonMapper;

class ApiProblemsTest {

    private final ApiProblems problems = new ApiProblems(new Texts(), new CurrentViewer(), new ApiJson());

    @Test
    void whoever_was_overtaken_may_try_again_and_is_told_nothing_of_the_insides() {
        var answer = problems.overtaken(new CannotAcquireLockException("table secret"));
        assertThat(answer.getStatusCode().value()).isEqualTo(409);
        assertThat(answer.getBody()).contains("\"code\":\"STALE\"").doesNotContain("secret");
    }

    /** Told that somebody else had changed it, a program would send the same again and again. */
    @Test
    void a_doubled_key_nobody_foresaw_is_a_failure_in_the_log_and_nobodys_change() {
        var doubled = new DuplicateKeyException("uq_secret");
        var handler = new ExceptionHandlerMethodResolver(ApiProblems.class).resolveMethod(doubled);
        assertThat(handler).isNotNull().extracting(Method::getName).isEqualTo("failed");
        try (var log = new LogBook(new StandardEnvironment())) {
            var answer = problems.failed(doubled);
            assertThat(answer.getStatusCode().value()).isEqualTo(500);
            assertThat(answer.getBody()).contains("\"code\":\"FAILED\"").doesNotContain("secret");
            assertThat(log.lines()).singleElement().asString().contains("uq_secret");
        }
    }

    @Test
    void while_the_database_is_away_a_program_is_told_to_come_again() {
        var lost = new CannotCreateTransactionException("secret", new SQLTransientConnectionException("secret"));
        try (var log = new LogBook(new StandardEnvironment())) {
            var answer = problems.failed(lost);
            assertThat(answer.getStatusCode().value()).isEqualTo(503);
            assertThat(answer.getBody()).contains("\"code\":\"TRY_AGAIN\"").doesNotContain("secret");
            assertThat(log.lines()).singleElement().asString().doesNotContain("stack_trace");
        }
    }

    private record Known(int known) {}

    /** By RFC 6901: what a key holds can't be taken for the way to another place. */
    @Test
    void a_place_is_found_again_whatever_its_keys_hold() {
        var json = new ApiJson();
        for (var key : List.of("a/b", "c~d", "~1/0")) {
            var sent = "{\"%s\": {\"list\": [1, null]}}".formatted(key).getBytes(StandardCharsets.UTF_8);
            assertThatThrownBy(() -> json.tree(sent))
                    .isInstanceOfSatisfying(
                            ApiProblem.class,
                            refusal -> assertThat(JsonMapper.shared()
                                            .readTree(sent)
                                            .at(refusal.path())
                                            .isNull())
                                    .as(refusal.path())
                                    .isTrue());
            var unknown = json.tree("{\"%s\": 1}".formatted(key).getBytes(StandardCharsets.UTF_8));
            assertThatThrownBy(() -> json.read(unknown, Known.class))
                    .isInstanceOfSatisfying(
                            ApiProblem.class,
                            refusal -> assertThat(unknown.at(refusal.path()).asInt(0))
                                    .as(refusal.path())
                                    .isEqualTo(1));
        }
    }

    /** Stored, it would be another. */
    @Test
    void a_text_with_half_a_sign_or_a_control_is_refused_with_its_place() {
        var json = new ApiJson();
        for (var sign : List.of("\\ud800", "\\udc00x", "\\u0000", "\\u001b", "\\u009d")) {
            var sent = "{\"questions\": [{\"title\": \"a%s\"}]}".formatted(sign);
            malformed(json, sent, "/questions/0/title");
            // Half a sign in a name ends the reading where it stands, before the place is known.
            assertThatThrownBy(() -> json.tree(
                            "{\"questions\": {\"a%s\": 1}}".formatted(sign).getBytes(StandardCharsets.UTF_8)))
                    .isInstanceOfSatisfying(
                            ApiProblem.class,
                            refusal -> assertThat(refusal.code()).isEqualTo(ApiError.MALFORMED));
        }
        var kept = json.tree("{\"title\": \"a\\tb\\r\\n\\ud83d\\ude00\"}".getBytes(StandardCharsets.UTF_8));
        assertThat(kept.path("title").asString()).isEqualTo("a\tb\r\n\uD83D\uDE00");
    }

    private static void malformed(ApiJson json, String sent, String place) {
        assertThatThrownBy(() -> json.tree(sent.getBytes(StandardCharsets.UTF_8)))
                .as(sent)
                .isInstanceOfSatisfying(ApiProblem.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo(ApiError.MALFORMED);
                    assertThat(refusal.path()).isEqualTo(place);
                });
    }

    /** Its letters would be others. */
    @Test
    void what_is_written_in_another_encoding_is_refused() {
        var latin = "{\"title\": \"Wärme\"}".getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> new ApiJson().tree(latin))
                .isInstanceOfSatisfying(
                        ApiProblem.class, refusal -> assertThat(refusal.code()).isEqualTo(ApiError.MALFORMED));
    }
}
