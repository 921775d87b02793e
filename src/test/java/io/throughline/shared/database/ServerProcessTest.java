package io.throughline.shared.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerProcessTest {

    /** In MiB. */
    @ParameterizedTest
    @CsvSource({"512, 128", "4096, 512", "8192, 1024", "24576, 1024"})
    void a_server_keeps_an_eighth_of_the_memory_at_hand_within_limits(long memory, long atHand) {
        assertThat(ServerProcess.atHand(memory << 20)).isEqualTo(atHand << 20);
    }
}
