package io.throughline.shell;

import static com.github.mvysny.kaributesting.v10.NotificationsKt.getNotifications;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.communication.ServerRpcHandler;
import io.throughline.shared.DomainException;
import io.throughline.shared.i18n.Texts;
import io.throughline.support.LogBook;
import io.throughline.support.ViewTest;
import java.sql.SQLTransientConnectionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.CannotCreateTransactionException;

class RefusalsTest extends ViewTest {

    @Autowired
    Texts texts;

    private static final RuntimeException LOST = new CannotCreateTransactionException(
            "secret", new SQLTransientConnectionException("secret, request timed out after 30000ms"));

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(DomainException.notFound(), "doesn’t exist, or you may not see it"),
                Arguments.of(new AccessDeniedException("secret"), "Your role doesn’t allow this"),
                Arguments.of(new CannotAcquireLockException("secret"), "Somebody else has changed this meanwhile"),
                Arguments.of(new DuplicateKeyException("secret"), "Somebody else has changed this meanwhile"),
                Arguments.of(
                        new IllegalStateException("wrapped", DomainException.notFound()),
                        "doesn’t exist, or you may not see it"),
                Arguments.of(LOST, "The database can’t be reached just now"),
                Arguments.of(new IllegalStateException("secret"), "please quote"));
    }

    @Test
    void a_database_that_is_away_costs_a_click_one_line_with_the_number_its_person_was_told() {
        signIn(fixtures.manager());
        try (var log = new LogBook(new StandardEnvironment())) {
            new Refusals(texts).error(new ErrorEvent(LOST));
            new Refusals(texts).error(new ErrorEvent(new IllegalStateException("anything else")));
            var incidents = log.lines().stream()
                    .filter(line -> line.contains("Incident"))
                    .toList();
            assertThat(incidents).hasSize(2);
            assertThat(incidents.getFirst())
                    .contains("the database can't be reached")
                    .doesNotContain("stack_trace");
            assertThat(incidents.getLast()).contains("stack_trace");
            var number = incidents.getFirst().replaceFirst("(?s).*Incident ([0-9A-Z]+):.*", "$1");
            assertThat(getNotifications().getFirst().getElement().getProperty("text", "")
                            + getNotifications().getFirst().getElement().getTextRecursively())
                    .contains(number);
        }
    }

    /** Anybody may send one, also who isn't signed in. */
    @Test
    void a_message_no_page_sends_forges_no_line_of_the_log_and_fills_no_disk() {
        signIn(fixtures.manager());
        var hostile = new IllegalArgumentException("Unsupported event type: x\n2026 INFO forged" + "x".repeat(100_000));
        hostile.setStackTrace(new StackTraceElement[] {
            new StackTraceElement(ServerRpcHandler.class.getName(), "handleRpc", "ServerRpcHandler.java", 1),
            new StackTraceElement(RefusalsTest.class.getName(), "test", "RefusalsTest.java", 1)
        });
        var ours = new IllegalArgumentException("wrapped by what called it", new IllegalStateException("ours"));
        ours.setStackTrace(hostile.getStackTrace());
        try (var log = new LogBook(new StandardEnvironment())) {
            new Refusals(texts).error(new ErrorEvent(hostile));
            new Refusals(texts).error(new ErrorEvent(ours));
            var incidents = log.lines().stream()
                    .filter(line -> line.contains("Incident"))
                    .toList();
            assertThat(incidents).hasSize(2);
            assertThat(incidents.getFirst())
                    .contains("Unsupported event type: x 2026 INFO forged")
                    .doesNotContain("stack_trace")
                    .hasSizeLessThan(2_000);
            assertThat(incidents.getLast()).contains("stack_trace");
        }
    }

    @ParameterizedTest
    @MethodSource("failures")
    void whatever_goes_wrong_is_told_in_words_that_betray_nothing(Throwable failure, String words) {
        signIn(fixtures.manager());
        new Refusals(texts).error(new ErrorEvent(failure));
        assertThat(getNotifications())
                .singleElement()
                .satisfies(notification -> assertThat(notification.getElement().getProperty("text", "")
                                + notification.getElement().getTextRecursively())
                        .containsIgnoringCase(words)
                        .doesNotContain("secret"));
    }
}
