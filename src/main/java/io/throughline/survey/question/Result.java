package io.throughline.survey.question;

import io.throughline.survey.question.stats.Size;

/** What all answers to one question say together. */
public sealed interface Result
        permits SingleChoice.Result,
                MultipleChoice.Result,
                ChoiceOfK.Result,
                BestWorst.Result,
                Pairwise.Result,
                Ranking.Result,
                Kano.Result,
                ImportanceSatisfaction.Result,
                Points.Result,
                ImportanceSatisfactionByRating.Result,
                Scale.Result,
                Nps.Result,
                NumberQuestion.Result,
                DateQuestion.Result,
                FileQuestion.Result,
                Text.Result,
                OwnWords.Result {

    /** How many people of how many organisations the figures rest on. */
    Size size();
}
