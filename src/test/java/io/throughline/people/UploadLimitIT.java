package io.throughline.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.shared.Role;
import io.throughline.support.FlowClient;
import io.throughline.support.IntegrationTest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A file comes as large as whoever sends it likes, and says of itself what they like. */
@IntegrationTest
class UploadLimitIT {

    private static final int MOST = 1_000_000;

    @Autowired
    TestAccounts accounts;

    @LocalServerPort
    int port;

    private FlowClient browser;
    private String target;

    @BeforeEach
    void atTheImport() throws Exception {
        browser = new FlowClient(port);
        browser.signIn(accounts.active(Role.ADMINISTRATOR).email(), TestAccounts.PASSWORD);
        browser.open("people/import");
        var upload = browser.page().last("vaadin-upload");
        target = browser.page().given(upload, "target").orElseThrow();
    }

    @Test
    void as_much_as_may_come_is_read() throws Exception {
        var people = "name,email,roles,organisation\nAda,no address,KING,\n".getBytes(StandardCharsets.UTF_8);
        var most = Arrays.copyOf(people, MOST);
        Arrays.fill(most, people.length, MOST, (byte) '\n');

        assertThat(browser.upload(target, most).statusCode()).isEqualTo(200);
        browser.say("{\"type\":\"event\",\"node\":1,\"event\":\"ui-poll\",\"data\":{}}");
        assertThat(browser.heard()).contains("no address");
    }

    @Test
    void one_byte_more_is_refused_although_nobody_said_how_many_come() throws Exception {
        var answer = browser.upload(target, new byte[MOST + 1]);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("1 MB");
    }

    @Test
    void nobody_else_sends_a_file_there() throws Exception {
        var other = new FlowClient(port);
        other.signIn(accounts.active(Role.ADMINISTRATOR).email(), TestAccounts.PASSWORD);
        other.open("people/import");

        assertThat(other.upload(target, new byte[10]).statusCode()).isEqualTo(404);
        assertThat(new FlowClient(port).upload(target, new byte[10]).statusCode())
                .isNotEqualTo(200);
    }
}
