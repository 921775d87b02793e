package io.throughline.survey;

import io.throughline.survey.logic.Course;
import io.throughline.survey.logic.Quotes;
import io.throughline.survey.question.Answer;
import io.throughline.survey.question.Question;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A response on the screen.
 *
 * @param open whether answers are still taken
 * @param submittedRevision 0 if never submitted
 * @param answers by question, those given so far; also to questions that are not asked any more
 */
public record AnswerSheet(
        ResponseId id,
        CampaignId campaign,
        SurveyIntro intro,
        SurveyContent content,
        Map<QuestionId, HeldAnswer> answers,
        ResponseState state,
        boolean open,
        int submittedRevision,
        @Nullable Instant submittedAt,
        Instant loadedAt) {

    /** All questions of the survey, asked of this person or not. */
    public List<Question> questions() {
        return content.questions();
    }

    /** What is asked of this person after these answers, page by page. */
    public Course course() {
        return Course.of(content, given());
    }

    /** Earlier answers, as texts quote them. */
    public Quotes quotes() {
        return new Quotes(content, course().counted(given()));
    }

    /** The answers alone. */
    public Map<QuestionId, Answer> given() {
        return answers.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().answer()));
    }
}
