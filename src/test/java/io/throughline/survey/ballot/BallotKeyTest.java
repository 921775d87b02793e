package io.throughline.survey.ballot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.throughline.shared.DomainException;
import io.throughline.shared.PersonId;
import io.throughline.survey.SurveyError;
import java.security.SecureRandom;
import java.util.Locale;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class BallotKeyTest {

    private static final PersonId OWNER = PersonId.next();

    private final BallotKey key = BallotKey.fresh(new SecureRandom());

    @RepeatedTest(20)
    void a_code_is_read_back_however_it_is_typed() {
        assertThat(key.code()).matches("([0-9A-HJKMNP-TV-Z]{4} ){13}[0-9A-HJKMNP-TV-Z]{4}");
        var typed = key.code()
                .toLowerCase(Locale.ROOT)
                .replace(" ", "-")
                .replace('0', 'o')
                .replace('1', 'l');
        assertThat(BallotKey.parse(typed).hash(OWNER)).isEqualTo(key.hash(OWNER));
        assertThat(BallotKey.parse(typed).lock()).isEqualTo(key.lock());
    }

    @RepeatedTest(20)
    void a_mistyped_code_is_noticed() {
        var signs = key.code().toCharArray();
        for (int at = 0; at < signs.length; at++) {
            if (signs[at] != ' ') {
                var wrong = signs.clone();
                wrong[at] = wrong[at] == 'A' ? 'B' : 'A';
                refused(new String(wrong));
            }
        }
    }

    @Test
    void something_else_is_no_code() {
        refused("");
        refused(key.code().substring(5));
        refused(key.code() + " 0000");
        refused("ABCD".repeat(14));
    }

    @Test
    void neither_hash_nor_lock_tells_the_other_one() {
        assertThat(key.hash(OWNER)).hasSize(64);
        assertThat(key.lock().getEncoded()).hasSize(32);
        assertThat(key.hash(OWNER))
                .isNotEqualTo(java.util.HexFormat.of().formatHex(key.lock().getEncoded()));
        assertThat(BallotKey.fresh(new SecureRandom()).hash(OWNER)).isNotEqualTo(key.hash(OWNER));
        assertThat(key.hash(PersonId.next())).isNotEqualTo(key.hash(OWNER));
    }

    private static void refused(String code) {
        assertThatExceptionOfType(DomainException.class)
                .isThrownBy(() -> BallotKey.parse(code))
                .matches(refusal -> refusal.code() == SurveyError.BALLOT_CODE_MISTYPED);
    }
}
