package io.throughline.survey;

import io.throughline.shared.LocalizedText;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The facts of a survey's first page.
 *
 * @param askedBy name of who asks
 * @param minutes how long it takes, an estimate
 * @param opensAt null in a preview
 * @param closesAt until when; null in a preview
 * @param confidentiality who gets to know who gave which answer
 * @param groupSize of an anonymous survey: fewer people are never told apart from the others
 * @param counting of an anonymous survey: when its answers are counted
 * @param sharing whether those asked see the results; null where no round of asking is looked at
 * @param keepUntil the last day (UTC) single answers are kept; null for no end
 * @param removedAt when they were removed; null while they are kept
 * @param organisation whose voice this person is part of; empty in a preview
 * @param weight how much that voice counts, shared by its people who answer; null in a preview
 */
public record SurveyIntro(
        LocalizedText title,
        LocalizedText why,
        String askedBy,
        int minutes,
        @Nullable Instant opensAt,
        @Nullable Instant closesAt,
        List<Locale> languages,
        Confidentiality confidentiality,
        int groupSize,
        Counting counting,
        @Nullable Sharing sharing,
        @Nullable LocalDate keepUntil,
        @Nullable Instant removedAt,
        String organisation,
        @Nullable BigDecimal weight) {

    /** Of what was never asked. */
    public static SurveyIntro preview(SurveyContent content, String askedBy) {
        return new SurveyIntro(
                content.title(),
                content.why(),
                askedBy,
                content.minutes(),
                null,
                null,
                content.locales(),
                content.confidentiality(),
                content.groupSize(),
                content.counting(),
                Sharing.USUAL,
                null,
                null,
                "",
                null);
    }
}
