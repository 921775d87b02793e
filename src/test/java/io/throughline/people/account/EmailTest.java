package io.throughline.people.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.throughline.people.PeopleError;
import io.throughline.shared.DomainException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada@example.org\u200b",
                "a\u00adda@example.org",
                "\ufeffada@example.org",
                "ada\u202egro.elpmaxe@example.org",
                "ada\u2066@example.org",
                "ada@example\u2028.org",
                "ada@exam\u3000ple.org",
                "ada\ud800@example.org",
                "ada\u0000@example.org"
            })
    void what_nobody_sees_is_in_no_address(String typed) {
        refused(typed, PeopleError.EMAIL_INVALID);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0430da@example.org", // Cyrillic a
                "ada@ex\u0430mple.org",
                "ad\u03b1@example.org", // Greek alpha
                "\uff41da@example.org", // as wide as a Chinese sign
                "ada@\ufb01rst.example" // fi in one sign
            })
    void what_looks_like_another_address_is_none(String typed) {
        refused(typed, PeopleError.EMAIL_LOOKS_LIKE_ANOTHER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada.o'neil+survey@example.org",
                "j\u00fcrgen@m\u00fcller.example",
                "\u0430\u0434\u0430@\u043f\u0440\u0438\u043c\u0435\u0440.example",
                "\u7528\u6237@example.org"
            })
    void addresses_of_all_the_world_are_taken(String typed) {
        assertThat(Email.of(" " + typed + "\n").typed()).isEqualTo(typed);
    }

    /** The same umlaut, in one sign or in two. */
    @Test
    void one_address_is_the_same_from_every_keyboard() {
        assertThat(Email.of("ju\u0308rgen@example.org").key())
                .isEqualTo(Email.of("J\u00dcRGEN@example.org").key())
                .isEqualTo(Email.keyOf(" j\u00fcrgen@example.org"));
    }

    @Test
    void a_key_that_would_grow_beyond_its_place_is_refused() {
        refused("a@" + "\u0130".repeat(200), PeopleError.EMAIL_INVALID);
    }

    private static void refused(String typed, PeopleError code) {
        assertThatExceptionOfType(DomainException.class)
                .isThrownBy(() -> Email.of(typed))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
