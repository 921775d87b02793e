package io.throughline.survey.ui.question;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import io.throughline.shared.TypedText;
import io.throughline.shared.ui.Kit;
import io.throughline.shared.ui.Labels;
import io.throughline.survey.question.OwnWords;

/** A need as somebody told it: the problem, and whom it concerns, how often and how badly where that was said. */
class NeedSummary extends Composite<Div> {

    NeedSummary(OwnWords.Answer need) {
        if (!TypedText.showsNothing(need.words())) {
            getContent().add(new Paragraph(need.words()));
        }
        var rest = need.circumstances(constant -> Labels.of(this, constant));
        if (!rest.isEmpty()) {
            getContent().add(Kit.dim(rest));
        }
    }
}
