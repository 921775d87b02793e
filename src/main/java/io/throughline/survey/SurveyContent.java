package io.throughline.survey;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.throughline.shared.DomainException;
import io.throughline.shared.LocalizedText;
import io.throughline.survey.question.Problem;
import io.throughline.survey.question.Question;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/**
 * What a survey asks.
 *
 * @param title as people see it
 * @param why one or two sentences saying what the answers are for
 */
public record SurveyContent(LocalizedText title, LocalizedText why, List<Question> questions) {

    public SurveyContent {
        questions = List.copyOf(questions);
    }

    /** How long answering takes, in whole minutes, at least 1: an estimate. */
    @JsonIgnore
    public int minutes() {
        return Math.max(
                1, Math.ceilDiv(questions.stream().mapToInt(Question::seconds).sum(), 60));
    }

    /** @throws DomainException UNKNOWN_QUESTION */
    public Question question(QuestionId id) {
        return questions.stream()
                .filter(question -> question.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new DomainException(SurveyError.UNKNOWN_QUESTION));
    }

    /** What keeps it from being published; empty if nothing does. */
    public List<Problem> defects() {
        var problems = new ArrayList<Problem>();
        if (title.isBlank()) {
            problems.add(new Problem(SurveyError.SURVEY_WITHOUT_TITLE, List.of()));
        }
        if (why.isBlank()) {
            problems.add(new Problem(SurveyError.SURVEY_WITHOUT_REASON, List.of()));
        }
        if (questions.isEmpty()) {
            problems.add(new Problem(SurveyError.NO_QUESTION, List.of()));
        }
        var ids = new HashSet<QuestionId>();
        for (var question : questions) {
            if (!ids.add(question.id())) {
                problems.add(new Problem(SurveyError.QUESTION_TWICE, List.of()));
            }
            problems.addAll(question.defects());
        }
        return problems;
    }
}
