package io.throughline.survey.question;

import io.throughline.survey.question.stats.Size;

/** What all answers to one question say together. */
public sealed interface Result
        permits BestWorst.Result,
                Pairwise.Result,
                Ranking.Result,
                Kano.Result,
                ImportanceSatisfaction.Result,
                Points.Result,
                OwnWords.Result {

    /** How many people of how many organisations the figures rest on. */
    Size size();
}
