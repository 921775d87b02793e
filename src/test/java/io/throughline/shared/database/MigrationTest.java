package io.throughline.shared.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import liquibase.exception.DatabaseException;
import liquibase.exception.LiquibaseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MigrationTest {

    private static final String SAID = """
            liquibase.exception.LiquibaseException: liquibase.exception.MigrationFailedException: Migration failed for \
            changeset people.sql::3::people:
                 Reason: liquibase.exception.DatabaseException: and a page more""";

    @ParameterizedTest
    @ValueSource(ints = {1050, 1060, 1091})
    void a_change_that_was_cut_off_in_the_middle_is_told_from_one_the_server_refuses(int code) {
        assertThat(failed(code))
                .startsWith(
                        "the database could not be migrated. Migration failed for changeset people.sql::3::people: no")
                .contains("cut off in the middle", "backup")
                .doesNotContain("liquibase", "page more");
    }

    @Test
    void a_change_the_server_refuses_can_be_tried_again() {
        assertThat(failed(1114)).contains("Mend what the server says").doesNotContain("backup");
    }

    @Test
    void what_is_wrong_with_the_changes_themselves_is_told_whole() {
        var changed = new LiquibaseException(
                "liquibase.exception.ValidationFailedException: Validation failed:\n  1 checksum");
        assertThat(Migration.failed(changed))
                .hasMessage("the database could not be migrated. Validation failed:\n  1 checksum");
    }

    private static String failed(int code) {
        return Migration.failed(
                        new LiquibaseException(SAID, new DatabaseException(new SQLException("no", "HY000", code))))
                .getMessage();
    }
}
