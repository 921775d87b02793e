package io.throughline.survey.ui.figure;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.throughline.survey.question.Scale;
import io.throughline.survey.question.Steps;
import java.util.List;
import java.util.stream.IntStream;

/** How answers lie on a scale, and their mean. */
class StepsResult extends Composite<Div> {

    StepsResult(Scale question, Steps steps, QuestionResult shown) {
        var figures = shown.figures();
        var rows = IntStream.range(0, steps.counts().size()).boxed().toList();
        var names = rows.stream().map(at -> name(question, steps.least() + at)).toList();
        getContent()
                .add(shown.pictured(
                        shown.chart(getTranslation("surveys.share"), names, steps.shares()),
                        shown.overall(
                                getTranslation("surveys.caption.scale", question.least(), question.greatest()),
                                getTranslation("surveys.mean"),
                                by -> figures.scaled(steps.mean().by(by), List.of())),
                        shown.shared(
                                getTranslation("surveys.caption.steps"),
                                getTranslation("surveys.step"),
                                rows,
                                at -> new Span(names.get(at)),
                                steps.counts()::get,
                                steps.shares()::get),
                        shown.disagreement(steps.organisations(), steps.disagreement(), figures::decimal)));
    }

    private String name(Scale question, int step) {
        var end = step == question.least()
                ? question.low().in(getLocale())
                : step == question.greatest() ? question.high().in(getLocale()) : "";
        return end.isEmpty() ? String.valueOf(step) : step + " · " + end;
    }
}
