package io.throughline.storm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Nothing a customer was told is saved or submitted gets lost or doubled, whichever process dies. */
class StormIT {

    private static final int KILLS = 5;

    @Test
    void what_was_acknowledged_outlives_the_portal_and_the_database() throws Exception {
        long seed = System.nanoTime();
        var storm = new Storm(
                Path.of("target", "storm-data"),
                List.of("--enable-native-access=ALL-UNNAMED", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"),
                100,
                seed);
        var outcome = storm.rage(KILLS, 3);
        assertThat(outcome.faults()).as("seed %d", seed).isEmpty();
        assertThat(outcome.lost()).isZero();
        assertThat(outcome.duplicated()).isZero();
        assertThat(outcome.acknowledged()).isGreaterThanOrEqualTo(KILLS * 100);
    }
}
