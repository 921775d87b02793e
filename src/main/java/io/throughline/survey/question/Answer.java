package io.throughline.survey.question;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What one person answered to one question. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Kano.Answer.class, name = "kano"),
    @JsonSubTypes.Type(value = Ranking.Answer.class, name = "ranking"),
    @JsonSubTypes.Type(value = Pairwise.Answer.class, name = "pairwise"),
    @JsonSubTypes.Type(value = BestWorst.Answer.class, name = "best-worst"),
    @JsonSubTypes.Type(value = ImportanceSatisfaction.Answer.class, name = "importance-satisfaction"),
    @JsonSubTypes.Type(value = Points.Answer.class, name = "points"),
    @JsonSubTypes.Type(value = OwnWords.Answer.class, name = "own-words")
})
public sealed interface Answer
        permits BestWorst.Answer,
                Pairwise.Answer,
                Ranking.Answer,
                Kano.Answer,
                ImportanceSatisfaction.Answer,
                Points.Answer,
                OwnWords.Answer {

    /** Whether nothing was said at all: such an answer counts as not given. */
    @JsonIgnore
    boolean isEmpty();
}
