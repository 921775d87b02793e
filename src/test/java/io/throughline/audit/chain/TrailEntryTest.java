package io.throughline.audit.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.shared.act.ObjectRef;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TrailEntryTest {

    @Test
    void the_canonical_form_is_fixed() {
        var entry = new TrailEntry(
                UUID.fromString("00000000-0000-0000-0000-000000000001"),
                "NEED_TOLD",
                UUID.fromString("00000000-0000-0000-0000-000000000002"),
                null,
                List.of(new ObjectRef("ne\"ed", UUID.fromString("00000000-0000-0000-0000-000000000003"))),
                "ab",
                Instant.parse("2026-01-02T03:04:05.6Z"));
        assertThat(entry.canonical())
                .isEqualTo("{\"act\":\"NEED_TOLD\",\"actor\":\"00000000-0000-0000-0000-000000000002\","
                        + "\"at\":\"2026-01-02T03:04:05.600000Z\",\"contentHash\":\"ab\","
                        + "\"id\":\"00000000-0000-0000-0000-000000000001\","
                        + "\"objects\":[{\"id\":\"00000000-0000-0000-0000-000000000003\",\"kind\":\"ne\\\"ed\"}]}");
    }

    @Test
    void a_key_survives_being_written_down() {
        var key = TrailKey.generate();
        var again = TrailKey.parse(key.pem());
        assertThat(again.fingerprint()).isEqualTo(key.fingerprint());
        assertThat(TrailKey.verifies(key.publicKey(), "text", again.sign("text")))
                .isTrue();
        assertThat(TrailKey.verifies(key.publicKey(), "other", again.sign("text")))
                .isFalse();
    }

    @Test
    void halves_of_two_keys_are_refused() {
        var one = TrailKey.generate().pem();
        var other = TrailKey.generate().pem();
        var mixed = one.substring(0, one.indexOf("-----BEGIN PUBLIC"))
                + other.substring(other.indexOf("-----BEGIN PUBLIC"));
        assertThatThrownBy(() -> TrailKey.parse(mixed)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TrailKey.parse("nothing")).isInstanceOf(IllegalArgumentException.class);
    }
}
