package io.throughline.survey.ui.question;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.IntegerField;
import io.throughline.shared.ui.Kit;
import io.throughline.survey.question.Points;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** 100 points over a list; what is left is shown and announced. */
class PointsField extends Composite<Div> {

    private final Map<String, Integer> points;
    private final Span left = new Span();

    PointsField(Points question, Points.Answer answer, Locale locale, Consumer<Points.Answer> given) {
        points = new LinkedHashMap<>(answer.points());
        left.getElement().setAttribute("role", "status");
        getContent().addClassName("tl-stack");
        getContent().add(left);
        for (var item : question.items()) {
            var field = new IntegerField(item.text().in(locale));
            field.setMin(0);
            field.setMax(Points.TOTAL);
            field.setStep(5);
            field.setStepButtonsVisible(true);
            field.setValue(points.getOrDefault(item.key(), 0));
            field.setWidth("min(100%, 320px)");
            field.addValueChangeListener(change -> {
                if (!field.isInvalid()) {
                    points.put(item.key(), change.getValue() == null ? 0 : change.getValue());
                    showLeft();
                    given.accept(new Points.Answer(points));
                }
            });
            getContent().add(Kit.div("survey-item", field));
        }
        showLeft();
    }

    private void showLeft() {
        left.setText(getTranslation(
                "answer.points.left",
                Points.TOTAL
                        - points.values().stream().mapToInt(Integer::intValue).sum()));
    }
}
