package io.throughline.backlog;

import static io.throughline.backlog.AnswerStatus.CHANGED;
import static io.throughline.backlog.AnswerStatus.DECLINED;
import static io.throughline.backlog.AnswerStatus.DELIVERED;
import static io.throughline.backlog.AnswerStatus.DONE;
import static io.throughline.backlog.AnswerStatus.JOINED;
import static io.throughline.backlog.AnswerStatus.PARTLY_DONE;
import static io.throughline.backlog.AnswerStatus.PLANNED;
import static io.throughline.backlog.AnswerStatus.RECEIVED;
import static io.throughline.backlog.AnswerStatus.REQUIREMENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.shared.LocalizedText;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class DerivedTest {

    @Test
    void withoutRequirementsTheTriageSpeaks() {
        assertThat(of(RECEIVED)).isEqualTo(RECEIVED);
        assertThat(of(JOINED)).isEqualTo(JOINED);
    }

    @Test
    void oneRequirementSpeaksForItself() {
        for (var status : new AnswerStatus[] {REQUIREMENT, PLANNED, CHANGED, DECLINED, PARTLY_DONE, DELIVERED, DONE}) {
            assertThat(of(JOINED, status)).isEqualTo(status);
        }
    }

    @Test
    void whatWaitsForAConfirmationComesFirst() {
        assertThat(of(JOINED, DONE, DELIVERED, PLANNED)).isEqualTo(DELIVERED);
    }

    @Test
    void doneInPartIsNotDone() {
        assertThat(of(JOINED, DONE, PLANNED)).isEqualTo(PARTLY_DONE);
        assertThat(of(JOINED, DONE, DECLINED)).isEqualTo(PARTLY_DONE);
        assertThat(of(JOINED, PARTLY_DONE, PLANNED)).isEqualTo(PARTLY_DONE);
        assertThat(of(JOINED, DONE, DONE)).isEqualTo(DONE);
    }

    @Test
    void aDeclinedPartDoesNotHideWhatGoesOn() {
        assertThat(of(JOINED, DECLINED, PLANNED)).isEqualTo(PLANNED);
        assertThat(of(JOINED, DECLINED, REQUIREMENT)).isEqualTo(REQUIREMENT);
        assertThat(of(JOINED, CHANGED, PLANNED)).isEqualTo(CHANGED);
    }

    private static AnswerStatus of(AnswerStatus without, AnswerStatus... statuses) {
        return Derived.status(
                Arrays.stream(statuses)
                        .map(s -> new PublishedRequirement(
                                RequirementId.next(), LocalizedText.en("t"), s, null, null, null, null))
                        .toList(),
                without);
    }
}
