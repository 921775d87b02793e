package io.throughline.people.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.people.TestAccounts;
import io.throughline.people.settings.PeopleSettings;
import io.throughline.shared.Role;
import io.throughline.support.IntegrationTest;
import java.net.URI;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who can administer an installation. */
@IntegrationTest
class AdministratorsIT {

    @Autowired
    Administrators administrators;

    @Autowired
    TestAccounts testAccounts;

    @Autowired
    JdbcClient jdbc;

    /** Else an installation that began as a demo would have no administrator, and no way to get one. */
    @Test
    void an_administrator_of_the_demo_is_none_where_there_is_no_demo() {
        var own = testAccounts.active(Role.ADMINISTRATOR).viewer().id().value();
        var published = testAccounts.active(Role.ADMINISTRATOR).viewer().id().value();
        jdbc.sql("insert into demo_account (account_id, password) values (?, 'published')")
                .param(published)
                .update();

        assertThat(administrators.locked()).contains(own).doesNotContain(published);
        var inDemo = new PeopleSettings(URI.create("https://portal.example"), true, ZoneOffset.UTC, Locale.ENGLISH);
        assertThat(new Administrators(jdbc, inDemo).locked()).contains(published);
    }
}
