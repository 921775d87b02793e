package io.throughline.shared.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.throughline.support.IntegrationTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@IntegrationTest
class OperationsIT {

    @Autowired
    MockMvc http;

    @Test
    void readiness_and_liveness_answer_anybody() throws Exception {
        http.perform(get("/actuator/health/readiness")).andExpect(status().isOk());
        http.perform(get("/actuator/health/liveness")).andExpect(status().isOk());
    }

    @Test
    void metrics_are_closed_without_the_token() throws Exception {
        assertThat(http.perform(get("/actuator/prometheus"))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isIn(401, 403);
    }

    @Test
    void a_request_s_id_is_kept_or_given_and_never_taken_raw() throws Exception {
        http.perform(get("/actuator/health").header("X-Request-Id", "proxy-0123456789"))
                .andExpect(header().string("X-Request-Id", "proxy-0123456789"));
        var forged = http.perform(get("/actuator/health").header("X-Request-Id", "a b\"c{}<script>"))
                .andReturn()
                .getResponse()
                .getHeader("X-Request-Id");
        assertThat(forged).matches("[0-9a-f-]{36}");
    }
}
