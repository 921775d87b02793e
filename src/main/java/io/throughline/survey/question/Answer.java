package io.throughline.survey.question;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What one person answered to one question. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = SingleChoice.Answer.class, name = "single-choice"),
    @JsonSubTypes.Type(value = MultipleChoice.Answer.class, name = "multiple-choice"),
    @JsonSubTypes.Type(value = ChoiceOfK.Answer.class, name = "choice-of-k"),
    @JsonSubTypes.Type(value = Kano.Answer.class, name = "kano"),
    @JsonSubTypes.Type(value = Ranking.Answer.class, name = "ranking"),
    @JsonSubTypes.Type(value = Pairwise.Answer.class, name = "pairwise"),
    @JsonSubTypes.Type(value = BestWorst.Answer.class, name = "best-worst"),
    @JsonSubTypes.Type(value = ImportanceSatisfaction.Answer.class, name = "importance-satisfaction"),
    @JsonSubTypes.Type(value = Points.Answer.class, name = "points"),
    @JsonSubTypes.Type(value = OwnWords.Answer.class, name = "own-words"),
    @JsonSubTypes.Type(value = ImportanceSatisfactionByRating.Answer.class, name = "importance-satisfaction-by-rating"),
    @JsonSubTypes.Type(value = Scale.Answer.class, name = "scale"),
    @JsonSubTypes.Type(value = Nps.Answer.class, name = "nps"),
    @JsonSubTypes.Type(value = NumberQuestion.Answer.class, name = "number"),
    @JsonSubTypes.Type(value = DateQuestion.Answer.class, name = "date"),
    @JsonSubTypes.Type(value = Text.Answer.class, name = "text"),
    @JsonSubTypes.Type(value = FileQuestion.Answer.class, name = "file")
})
public sealed interface Answer
        permits ChoiceOfK.Answer,
                BestWorst.Answer,
                Pairwise.Answer,
                Ranking.Answer,
                Kano.Answer,
                ImportanceSatisfaction.Answer,
                Points.Answer,
                ImportanceSatisfactionByRating.Answer,
                Scale.Answer,
                Nps.Answer,
                NumberQuestion.Answer,
                DateQuestion.Answer,
                FileQuestion.Answer,
                Worded {

    /** Whether nothing was said at all: such an answer counts as not given. */
    @JsonIgnore
    boolean isEmpty();
}
