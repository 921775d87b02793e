package io.throughline.survey.ui.design;

import io.throughline.survey.SurveyContent;
import io.throughline.survey.SurveyId;
import io.throughline.survey.Surveys;

/** The draft of a survey. */
record SurveyDraftStore(Surveys surveys, SurveyId id) implements DesignStore {

    @Override
    public State state() {
        var detail = surveys.detail(id);
        return new State(detail.asked(), detail.content(), detail.version());
    }

    @Override
    public void edit(long version, SurveyContent content) {
        surveys.edit(id, version, content);
    }
}
