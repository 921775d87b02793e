package io.throughline.survey.ui.question;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import io.throughline.shared.ui.Kit;
import io.throughline.shared.ui.Labels;
import io.throughline.survey.question.OwnWords;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A need as somebody told it: the problem, and whom it concerns, how often and how badly where that was said. */
class NeedSummary extends Composite<Div> {

    NeedSummary(OwnWords.Answer need) {
        if (!need.words().isBlank()) {
            getContent().add(new Paragraph(need.words()));
        }
        var rest = circumstances(need);
        if (!rest.isEmpty()) {
            getContent().add(Kit.dim(rest));
        }
    }

    /** All but the problem, in one line; empty where nothing of it was said. */
    private String circumstances(OwnWords.Answer need) {
        return Stream.of(
                        need.who().strip(),
                        need.often() == null ? "" : Labels.of(this, need.often()),
                        need.badly() == null ? "" : Labels.of(this, need.badly()))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }
}
