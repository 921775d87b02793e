package io.throughline.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.shared.DomainException;
import io.throughline.shared.Role;
import io.throughline.support.As;
import io.throughline.support.IntegrationTest;
import java.util.ArrayList;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class PersonalTokensIT {

    private static final int AT_ONCE = 4;

    @Autowired
    PersonalTokens tokens;

    @Autowired
    TestAccounts accounts;

    @Test
    void however_many_are_made_at_once_a_person_has_no_more_than_may_be() throws Exception {
        var person = accounts.active(Role.PROJECT_MANAGER).viewer();
        for (int i = 1; i < PersonalTokens.MOST; i++) {
            var name = "Token " + i;
            As.viewer(person, () -> tokens.issue(name, Set.of(TokenScope.RESULTS_READ), 1));
        }
        var start = new CyclicBarrier(AT_ONCE);
        var made = new ArrayList<Future<Boolean>>();
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            for (int i = 0; i < AT_ONCE; i++) {
                made.add(threads.submit(() -> {
                    start.await();
                    return As.viewer(person, this::isMade);
                }));
            }
        }
        int successes = 0;
        for (var one : made) {
            successes += one.get() ? 1 : 0;
        }
        assertThat(successes).isEqualTo(1);
        assertThat(As.viewer(person, tokens::mine)).hasSize(PersonalTokens.MOST);
    }

    private boolean isMade() {
        try {
            tokens.issue("The last one", Set.of(TokenScope.RESULTS_READ), 1);
            return true;
        } catch (DomainException refusal) {
            assertThat(refusal.code()).isEqualTo(PeopleError.TOO_MANY_TOKENS);
            return false;
        }
    }
}
