package io.throughline.survey.logic;

import io.throughline.survey.question.BestWorst;
import io.throughline.survey.question.ChoiceOfK;
import io.throughline.survey.question.DateQuestion;
import io.throughline.survey.question.FileQuestion;
import io.throughline.survey.question.ImportanceSatisfaction;
import io.throughline.survey.question.ImportanceSatisfactionByRating;
import io.throughline.survey.question.Kano;
import io.throughline.survey.question.MultipleChoice;
import io.throughline.survey.question.Nps;
import io.throughline.survey.question.NumberQuestion;
import io.throughline.survey.question.OwnWords;
import io.throughline.survey.question.Pairwise;
import io.throughline.survey.question.Points;
import io.throughline.survey.question.Question;
import io.throughline.survey.question.Ranking;
import io.throughline.survey.question.Scale;
import io.throughline.survey.question.SingleChoice;
import io.throughline.survey.question.Text;

/** How many items a method is good for. */
final class UsefulItems {

    private UsefulItems() {}

    /** From so many items on the method says more than a plainer one would. */
    static int few(Question question) {
        return switch (question) {
            case BestWorst _ -> 8;
            case Pairwise _, Points _, Ranking _, ImportanceSatisfaction _ -> 3;
            case SingleChoice _, MultipleChoice _, ChoiceOfK _, Kano _, ImportanceSatisfactionByRating _ -> 0;
            case Scale _, Nps _, NumberQuestion _, DateQuestion _, FileQuestion _, Text _, OwnWords _ -> 0;
        };
    }

    /** Up to so many items people can compare by the method. */
    static int many(Question question) {
        return switch (question) {
            case BestWorst _ -> 30;
            case Pairwise _ -> 7;
            case Points _, Ranking _ -> 10;
            case Kano _ -> 20;
            case ImportanceSatisfactionByRating _ -> 15;
            case SingleChoice _, MultipleChoice _, ChoiceOfK _ -> 20;
            case ImportanceSatisfaction _ -> 30;
            case Scale _, Nps _, NumberQuestion _, DateQuestion _, FileQuestion _, Text _, OwnWords _ ->
                Integer.MAX_VALUE;
        };
    }
}
