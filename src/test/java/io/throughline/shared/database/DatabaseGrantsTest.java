package io.throughline.shared.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DatabaseGrantsTest {

    @Test
    void all_rights_that_can_be_passed_on_are_what_an_owner_needs() {
        var owner = grants(
                "GRANT USAGE ON *.* TO `o`@`%` IDENTIFIED BY PASSWORD '*0'",
                "GRANT ALL PRIVILEGES ON `portal`.* TO `o`@`%` WITH GRANT OPTION");
        assertThat(owner.has("TRIGGER")).isTrue();
        assertThat(owner.passedOn()).isTrue();
    }

    @Test
    void an_owner_without_the_grant_option_or_a_right_is_found() {
        var owner = grants("GRANT SELECT, INSERT, CREATE ON `portal`.* TO `o`@`%`");
        assertThat(owner.has("CREATE")).isTrue();
        assertThat(owner.has("TRIGGER")).isFalse();
        assertThat(owner.passedOn()).isFalse();
    }

    @Test
    void rights_on_other_databases_or_on_single_tables_don_t_count() {
        var owner = grants(
                "GRANT ALL PRIVILEGES ON `other`.* TO `o`@`%` WITH GRANT OPTION",
                "GRANT SELECT ON `portal`.`person` TO `o`@`%` WITH GRANT OPTION");
        assertThat(owner.privileges()).isEmpty();
        assertThat(owner.passedOn()).isFalse();
    }

    @Test
    void a_database_may_be_named_by_a_pattern() {
        assertThat(grants("GRANT ALTER ON `por%`.* TO `o`@`%`").has("ALTER")).isTrue();
        assertThat(grants("GRANT ALTER ON `port_l`.* TO `o`@`%`").has("ALTER")).isTrue();
        assertThat(grants("GRANT ALTER ON `port\\_l`.* TO `o`@`%`").has("ALTER"))
                .isFalse();
        assertThat(grants("GRANT ALTER ON *.* TO `o`@`%`").has("ALTER")).isTrue();
    }

    @Test
    void the_portal_s_own_account_may_look_at_views_and_nothing_else() {
        assertThat(ServerCheck.rights(
                        grants("GRANT USAGE ON *.* TO `a`@`%`", "GRANT SHOW VIEW ON `portal`.* TO `a`@`%`")))
                .isEmpty();
        assertThat(ServerCheck.rights(grants("GRANT SELECT, DROP, SHOW VIEW ON `portal`.* TO `a`@`%`")))
                .hasSize(2)
                .allMatch(complaint -> complaint.contains("revoke it"));
    }

    private static DatabaseGrants grants(String... lines) {
        return DatabaseGrants.of(List.of(lines), "portal");
    }
}
