package io.throughline.survey;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A round of asking, as those who ask see it.
 *
 * @param version passed back with every command
 * @param number within the survey, from 1
 * @param surveyVersion what is asked
 * @param versionNumber of what is asked, from 1
 * @param closesAt when answers stop being taken: the announced time, or earlier where it was closed by hand
 * @param answered responses submitted
 * @param confidentiality who gets to know who gave which answer
 * @param sharing whether those asked see the results
 * @param removedAt when its single answers were removed; null where they are there
 */
public record CampaignInfo(
        CampaignId id,
        long version,
        int number,
        SurveyVersionId surveyVersion,
        int versionNumber,
        SurveyState state,
        Instant opensAt,
        Instant closesAt,
        List<Locale> languages,
        int answered,
        Confidentiality confidentiality,
        Sharing sharing,
        @Nullable Instant removedAt) {

    public CampaignInfo {
        languages = List.copyOf(languages);
    }

    /** Whether a reader of its results may know who answered. @param editor whether they edit the survey */
    public boolean isNamedTo(boolean editor) {
        return confidentiality == Confidentiality.NAMED || confidentiality == Confidentiality.CONFIDENTIAL && editor;
    }

    /** Whether it takes answers, or will. */
    public boolean isRunning() {
        return state == SurveyState.OPEN || state == SurveyState.SCHEDULED;
    }
}
