package io.throughline.survey.count;

import io.throughline.survey.QuestionId;
import io.throughline.survey.ResultsFilter;
import io.throughline.survey.SurveyContent;
import io.throughline.survey.question.Question;
import io.throughline.survey.question.stats.Measure;
import java.util.Map;

/** Where it shows in what a response adds to the figures whether its author chose an option of a question. */
record SaidColumn(Question question, int column) {

    static SaidColumn of(ResultsFilter.Said said, SurveyContent content) {
        var question = content.question(said.question());
        return new SaidColumn(question, question.column(said.option()));
    }

    boolean isIn(Map<QuestionId, Measure> said) {
        var measure = said.get(question.id());
        return measure != null && measure.amount(column) != 0;
    }
}
