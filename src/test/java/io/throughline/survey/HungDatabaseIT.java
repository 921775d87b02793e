package io.throughline.survey;

import static io.throughline.survey.SurveyFixtures.POINTS;
import static io.throughline.survey.SurveyFixtures.points;
import static io.throughline.survey.SurveyFixtures.stamp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.support.As;
import io.throughline.support.IntegrationTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.springframework.beans.factory.annotation.Value;

/** A database that lives but answers nobody for a while: nothing is called saved that isn't, and nothing needs a restart. */
@IntegrationTest
@EnabledOnOs({OS.LINUX, OS.MAC})
class HungDatabaseIT extends AskedCustomer {

    /** More than the pool has connections, so that some wait for the database and some for a connection. */
    private static final int TABS = 24;

    @Value("${throughline.database.folder}")
    Path folder;

    @Test
    void what_is_said_to_be_saved_is_stored_and_everything_goes_on_when_it_answers_again() throws Exception {
        var response = made.started(customer, campaign);
        var saves = new ArrayList<Future<Saved>>();
        try (var tabs = Executors.newFixedThreadPool(TABS)) {
            signal("STOP");
            try {
                for (int tab = 0; tab < TABS; tab++) {
                    int points = tab;
                    saves.add(tabs.submit(() -> As.viewer(
                            customer,
                            () -> answering.save(response, POINTS.id(), points(points, 100 - points), stamp()))));
                }
                assertThatThrownBy(() -> saves.getFirst().get(2, TimeUnit.SECONDS))
                        .as("nobody is told anything while it hangs")
                        .isInstanceOf(TimeoutException.class);
                assertThat(saves).noneMatch(Future::isDone);
            } finally {
                signal("CONT");
            }
        }

        long told = saves.stream().filter(HungDatabaseIT::isSaved).count();
        assertThat(told).isPositive();
        assertThat(count("select revision from answer where response_id = ?", response.value()))
                .as("each save that was acknowledged, and no other, is a revision")
                .isEqualTo(told);
        made.save(customer, response, POINTS.id(), points(1, 99));
        assertThat(count("select revision from answer where response_id = ?", response.value()))
                .as("the pool has connections again")
                .isEqualTo(told + 1);
    }

    private static boolean isSaved(Future<Saved> save) {
        return save.state() == Future.State.SUCCESS;
    }

    /** Where the server stands in this test's data folder. */
    private void signal(String name) throws IOException, InterruptedException {
        var pid = Files.readString(folder.resolve("run").resolve("db.pid")).strip();
        assertThat(new ProcessBuilder(List.of("kill", "-" + name, pid)).start().waitFor())
                .isZero();
    }
}
