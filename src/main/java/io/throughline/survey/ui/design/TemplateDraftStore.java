package io.throughline.survey.ui.design;

import io.throughline.survey.SurveyContent;
import io.throughline.survey.start.SurveyTemplates;
import io.throughline.survey.start.TemplateId;

/** The draft of a template. Nobody has answered it, so that no item is spoken for. */
record TemplateDraftStore(SurveyTemplates templates, TemplateId id) implements DesignStore {

    @Override
    public State state() {
        var editing = templates.editing(id);
        return new State(editing.draft(), editing.draft(), editing.version());
    }

    @Override
    public void edit(long version, SurveyContent content) {
        templates.edit(id, version, content);
    }
}
