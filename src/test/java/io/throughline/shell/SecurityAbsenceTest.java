package io.throughline.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.support.LogBook;
import jakarta.servlet.ServletException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.CannotCreateTransactionException;

class SecurityAbsenceTest {

    /** As it comes from a pool whose server was killed under it. */
    private static final RuntimeException KILLED =
            new CannotCreateTransactionException("secret", new SQLException("Connection is closed"));

    private final SecurityAbsence filter = new SecurityAbsence();
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @Test
    void a_request_that_met_no_database_is_to_be_sent_again_and_costs_one_line() throws Exception {
        try (var log = new LogBook(new StandardEnvironment())) {
            filter.doFilter(new MockHttpServletRequest(), response, (_, _) -> {
                throw KILLED;
            });
            assertThat(log.lines())
                    .filteredOn(line -> line.contains("Incident"))
                    .singleElement()
                    .asString()
                    .doesNotContain("stack_trace");
        }
        assertThat(response.getStatus()).isEqualTo(503);
    }

    @Test
    void any_other_failure_goes_on() {
        var other = new ServletException(new SQLException("a wrong statement", "42000"));
        assertThatThrownBy(() -> filter.doFilter(new MockHttpServletRequest(), response, (_, _) -> {
                    throw other;
                }))
                .isSameAs(other);
    }
}
