package io.throughline.survey.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import java.util.function.Consumer;

/** Whose answers are shown, and whether people are counted one by one as well. */
class ResultsFilter extends Composite<Div> {

    /** @param chosen gets what is looked at next */
    ResultsFilter(ResultsAddress shown, List<String> segments, Consumer<ResultsAddress> chosen) {
        getContent().addClassNames("tl-row", "survey-filter", "tl-no-print");
        if (!segments.isEmpty() || shown.segment() != null) {
            var choice = new Select<String>();
            choice.setLabel(getTranslation("surveys.segment"));
            choice.setItems(segments);
            choice.setEmptySelectionAllowed(true);
            choice.setEmptySelectionCaption(getTranslation("surveys.segment.all"));
            if (shown.segment() != null && segments.contains(shown.segment())) {
                choice.setValue(shown.segment());
            }
            choice.addValueChangeListener(change -> chosen.accept(shown.withSegment(change.getValue())));
            getContent().add(choice);
        }
        var perPerson = new Checkbox(getTranslation("surveys.per-person"), shown.perPerson());
        perPerson.addValueChangeListener(change -> chosen.accept(shown.withPerPerson(change.getValue())));
        getContent().add(perPerson);
    }
}
