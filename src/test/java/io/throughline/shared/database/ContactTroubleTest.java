package io.throughline.shared.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import java.sql.SQLException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ContactTroubleTest {

    private static final ContactTrouble.Attempt ATTEMPT =
            new ContactTrouble.Attempt("db.example.org:3306", "portal", "owner", "OWNER");

    @ParameterizedTest
    @CsvSource({
        "1045, 28000, LOGIN",
        "1698, 28000, LOGIN",
        "1130, HY000, HOST",
        "1129, HY000, BLOCKED",
        "1049, 42000, NO_DATABASE",
        "1044, 42000, NO_RIGHTS",
        "1040, 08004, FULL",
        "0, 08000, NO_ANSWER",
        "1862, HY000, OTHER"
    })
    void what_the_server_says_is_known_by_its_number(int code, String state, ContactTrouble trouble) {
        assertThat(ContactTrouble.of(new SQLException("no", state, code))).isEqualTo(trouble);
    }

    @Test
    void a_certificate_that_isn_t_trusted_is_told_from_a_silent_server() {
        var silent = new SQLException("no", "08000", new ConnectException("Connection refused"));
        var untrusted = new SQLException("no", "08000", new SSLHandshakeException("unable to find a path"));
        assertThat(ContactTrouble.of(silent)).isEqualTo(ContactTrouble.NO_ANSWER);
        assertThat(ContactTrouble.of(untrusted)).isEqualTo(ContactTrouble.NOT_ENCRYPTED);
    }

    @Test
    void the_innermost_words_are_told_in_one_line() {
        var refused = new SQLException(
                "(conn=3) Socket fail to connect to host\nand so on",
                "08000",
                new ConnectException("Connection\n  refused"));
        assertThat(ContactTrouble.words(refused)).isEqualTo("Connection refused");
        assertThat(ContactTrouble.words(new SQLException())).isEqualTo("SQLException");
    }

    @ParameterizedTest
    @EnumSource
    void every_trouble_is_told_in_one_line_without_a_gap(ContactTrouble trouble) {
        assertThat(trouble.told(ATTEMPT))
                .doesNotContain("\n", "%1", "%2", "%3", "%4", "%%", "null")
                .matches(".*(owner|db.example.org|machine|more).*");
    }

    @Test
    void the_settings_to_look_at_are_named() {
        assertThat(ContactTrouble.LOGIN.told(ATTEMPT))
                .contains("'owner'", "THROUGHLINE_DATABASE_OWNER_USER", "THROUGHLINE_DATABASE_OWNER_PASSWORD");
        assertThat(ContactTrouble.NO_DATABASE.told(ATTEMPT)).contains("CREATE DATABASE `portal`");
    }
}
