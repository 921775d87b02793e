package io.throughline.shell;

import static com.github.mvysny.kaributesting.v10.NotificationsKt.getNotifications;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.server.ErrorEvent;
import io.throughline.shared.DomainException;
import io.throughline.shared.i18n.Texts;
import io.throughline.support.ViewTest;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.access.AccessDeniedException;

class RefusalsTest extends ViewTest {

    @Autowired
    Texts texts;

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(DomainException.notFound(), "doesn’t exist, or you may not see it"),
                Arguments.of(new AccessDeniedException("secret"), "Your role doesn’t allow this"),
                Arguments.of(new CannotAcquireLockException("secret"), "Somebody else has changed this meanwhile"),
                Arguments.of(new DuplicateKeyException("secret"), "Somebody else has changed this meanwhile"),
                Arguments.of(
                        new IllegalStateException("wrapped", DomainException.notFound()),
                        "doesn’t exist, or you may not see it"),
                Arguments.of(new IllegalStateException("secret"), "please quote"));
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
