package io.throughline.people.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.people.credentials.PasswordPolicy.Verdict;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordPolicyTest {

    private final PasswordPolicy policy = new PasswordPolicy();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password12345678",
                "P4ssw0rd12345678",
                "passwordpassword",
                "123456789012345",
                "aaaaaaaaaaaaaaaaaaaa",
                "abcabcabcabcabcabc",
                "qwertyuiopasdfghjkl",
                "qwertzuiop123456",
                "iloveyouforever1",
                "Ich-liebe-dich-2019",
                "administrator2024",
                "correcthorsebatterystaple",
                "Willkommen2024!!",
                "               ",
                "11111111112222222222"
            })
    void refuses_what_everybody_tries(String password) {
        assertThat(policy.judge(password, List.of("Ada Byron", "ada@example.org")))
                .isEqualTo(Verdict.COMMON);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gravel tulip oboe sextant",
                "vK3#pQ9z!mT7&xB2",
                "kräftige Möwen stricken Nebel",
                "zwölf blaue Elefanten trinken Tee",
                "follow the line 2026 gladly"
            })
    void takes_what_nobody_guesses(String password) {
        assertThat(policy.judge(password, List.of("Ada Byron", "ada@example.org")))
                .isEqualTo(Verdict.GOOD);
    }

    @Test
    void refuses_a_person_s_own_name_and_address() {
        var person = List.of("Kunigunde Hasenclever", "k.hasenclever@weltfirma.example");

        assertThat(policy.judge("KunigundeHasenclever", person)).isEqualTo(Verdict.PERSONAL);
        assertThat(policy.judge("hasenclever@weltfirma", person)).isEqualTo(Verdict.PERSONAL);
        assertThat(policy.judge("K.Hasenclever@Weltfirma.example", person)).isEqualTo(Verdict.PERSONAL);
        assertThat(policy.judge("k.hasenclever@weltfirma.example2026", person)).isEqualTo(Verdict.PERSONAL);
        assertThat(policy.judge("KunigundeHasenclever", List.of("Ada Byron", "ada@example.org")))
                .isEqualTo(Verdict.GOOD);
    }

    /** One such character is eighteen when it is normalised: what looks at every part of them must not take minutes. */
    @Test
    @Timeout(20)
    void characters_that_unfold_are_judged_as_fast_as_others() {
        var unfolding = IntStream.range(0, 64)
                .mapToObj(i -> "\uFDFA" + Character.toString(0x4E00 + 7 * i))
                .collect(Collectors.joining());
        assertThat(policy.judge(unfolding, List.of("Ada Byron", "ada@example.org")))
                .isEqualTo(Verdict.GOOD);
    }

    @Test
    void counts_characters_not_bytes() {
        assertThat(policy.judge("xK9#vQ2!mT7&pB", List.of())).isEqualTo(Verdict.TOO_SHORT);
        assertThat(policy.judge("xK9#vQ2!mT7&pBz", List.of())).isEqualTo(Verdict.GOOD);
        assertThat(policy.judge("🦉🐙🌵🎷🧭🪁🛶🧩🪗🦔🪐🧶🥨🪴🦩", List.of())).isEqualTo(Verdict.GOOD);
        var longest = "xK9#vQ2!".repeat(15) + "mT7&pBzW";
        assertThat(longest).hasSize(128);
        assertThat(policy.judge(longest, List.of())).isEqualTo(Verdict.GOOD);
        assertThat(policy.judge(longest + "x", List.of())).isEqualTo(Verdict.TOO_LONG);
    }
}
