package io.throughline.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.shared.CurrentViewer;
import io.throughline.shared.i18n.Texts;
import org.junit.jupiter.api.Test;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DuplicateKeyException;

class ApiProblemsTest {

    private final ApiProblems problems = new ApiProblems(new Texts(), new CurrentViewer(), new ApiJson());

    @Test
    void whoever_was_overtaken_may_try_again_and_is_told_nothing_of_the_insides() {
        for (var failure :
                new Exception[] {new DuplicateKeyException("uq_secret"), new CannotAcquireLockException("table secret")
                }) {
            var answer = problems.overtaken(failure);
            assertThat(answer.getStatusCode().value()).isEqualTo(409);
            assertThat(answer.getBody()).contains("\"code\":\"STALE\"").doesNotContain("secret");
        }
    }
}
