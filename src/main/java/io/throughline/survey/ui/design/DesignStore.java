package io.throughline.survey.ui.design;

import io.throughline.shared.DomainException;
import io.throughline.survey.SurveyContent;

/** Where a draft is kept while it is designed. */
interface DesignStore {

    /**
     * @param asked what was published last; the draft itself, as it was opened, where nothing was
     * @param version passed back with an edit, and one more after it
     */
    record State(SurveyContent asked, SurveyContent content, long version) {}

    State state();

    /** @throws DomainException STALE where somebody else edited it since, or why it can't be stored */
    void edit(long version, SurveyContent content);
}
