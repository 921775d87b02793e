package io.throughline.survey;

import io.throughline.survey.question.stats.ByWeighting;
import io.throughline.survey.question.stats.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a survey says about one item, small enough to be frozen as JSON beside a decision.
 *
 * @param method name of the method ("importance-satisfaction-by-choice", "hundred-points"), with the version of its
 *     formula
 * @param importance share naming it, or part of the 100 points or of the importance, or share rating it 4–5: 0–1; Kano: Better, the satisfaction gained by having it;
 *     ranking: Borda points as a part of the most possible; pairwise: its weight
 * @param satisfaction share of 4–5 among those who rated it, 0–1; null where the method doesn't ask
 * @param rating importance × (1 − satisfaction), by rating the opportunity as a part of the most possible: 0–1; null where
 *     the method doesn't ask
 * @param named people naming it, or giving it points; best–worst: times chosen as mattering most; Kano: people to whom
 *     it is attractive, one-dimensional or must-be; ranking: people who put it first;
 *     pairwise: people who judged every pair
 * @param computedAt when these figures were so
 */
public record ItemFigures(
        SurveyVersionId surveyVersion,
        QuestionId question,
        String item,
        String method,
        int methodVersion,
        Size size,
        int named,
        ByWeighting importance,
        @Nullable ByWeighting satisfaction,
        @Nullable ByWeighting rating,
        Instant computedAt) {}
