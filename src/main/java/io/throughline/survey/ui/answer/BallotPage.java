package io.throughline.survey.ui.answer;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import io.throughline.survey.SurveyIntro;

/** What is said of a ballot that can't be gone on with. */
class BallotPage extends Composite<Div> {

    /** @param keys of the sentences, which may name the size of the groups */
    BallotPage(SurveyIntro intro, String... keys) {
        getContent().add(StepButtons.heading(intro.title().in(getLocale())));
        for (var key : keys) {
            getContent().add(new Paragraph(getTranslation(key, intro.groupSize(), intro.groupSize() - 1)));
        }
    }

    /** For who has submitted. @param open whether others still may, so that what is submitted may wait to be counted */
    static BallotPage submitted(SurveyIntro intro, boolean open) {
        return new BallotPage(intro, "ballot.done", "ballot.done." + (open ? "open." : "closed.") + intro.counting());
    }
}
