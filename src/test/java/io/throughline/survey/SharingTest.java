package io.throughline.survey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SharingTest {

    /** Of an open campaign, then of a closed one: who was invited only, and who answered. */
    @ParameterizedTest
    @CsvSource({
        "NOBODY,CLOSING,false,false,false,false",
        "NOBODY,SUBMITTING,false,false,false,false",
        "ANSWERED,CLOSING,false,false,false,true",
        "ANSWERED,SUBMITTING,false,true,false,true",
        "INVITED,CLOSING,false,false,true,true",
        "INVITED,SUBMITTING,false,true,true,true",
    })
    void nobody_sees_more_or_earlier_than_was_chosen(
            SharedWith with,
            SharedFrom from,
            boolean invitedEarly,
            boolean answeredEarly,
            boolean invitedLate,
            boolean answeredLate) {
        var sharing = new Sharing(with, from);
        assertThat(sharing.includes(true, false, false)).isEqualTo(invitedEarly);
        assertThat(sharing.includes(true, true, false)).isEqualTo(answeredEarly);
        assertThat(sharing.includes(true, false, true)).isEqualTo(invitedLate);
        assertThat(sharing.includes(true, true, true)).isEqualTo(answeredLate);
        assertThat(sharing.includes(false, true, true)).as("imported answers").isEqualTo(answeredLate);
        assertThat(sharing.includes(false, false, true)).as("a stranger").isFalse();
    }
}
