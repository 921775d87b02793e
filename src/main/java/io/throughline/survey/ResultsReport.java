package io.throughline.survey;

import io.throughline.shared.LocalizedText;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The results of a campaign, as its readers may see them.
 *
 * @param filter whose answers it is about
 * @param least of fewer people nothing is told
 * @param uncounted people who answered an anonymous campaign and were left uncounted, being too few to be told beside
 *     those counted before; known once it has closed
 * @param weightSet number of the set of weights in force; 0 for those of when the campaign was published
 * @param removedAt when single answers were removed, the figures being those of then; null where they are there
 */
public record ResultsReport(
        CampaignId campaign,
        SurveyVersionId surveyVersion,
        SurveyId survey,
        String key,
        LocalizedText title,
        SurveyState state,
        ResultsFilter filter,
        List<Turnout> turnout,
        int least,
        int uncounted,
        int weightSet,
        @Nullable Instant removedAt,
        List<QuestionReport> questions) {

    /** Whether nothing is told of a question: too few answered it, or nobody did, which looks the same where there is a limit. */
    public boolean isWithheld(QuestionReport question) {
        return least > 1 && question.result().size().people() == 0;
    }

    public int answered() {
        return turnout.stream().mapToInt(Turnout::answered).sum();
    }

    /** Null where nobody can know. */
    public @Nullable Integer inProgress() {
        return Turnout.inProgress(turnout);
    }

    public int invited() {
        return turnout.stream().mapToInt(Turnout::invited).sum();
    }
}
