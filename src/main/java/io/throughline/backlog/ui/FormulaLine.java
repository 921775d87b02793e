package io.throughline.backlog.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.throughline.backlog.AreaRow;
import io.throughline.shared.ui.Kit;

/** How many there are, by what they are ranked, and what still waits to become one. */
class FormulaLine extends Composite<Div> {

    FormulaLine(AreaRow area, int waiting, Runnable formula) {
        var method = area.method();
        var button = new Button(getTranslation("backlog.method.change"), click -> formula.run());
        button.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        getContent().addClassNames("tl-row", "bl-formula");
        getContent()
                .add(
                        new Span(getTranslation("backlog.ranked", area.open())),
                        new Span(getTranslation(
                                "backlog.method",
                                getTranslation("backlog.method." + method.name()),
                                method.version(),
                                method.formula())),
                        button);
        if (waiting > 0) {
            getContent().add(Kit.link(BacklogNavigation.TRIAGE, getTranslation("backlog.triage.waiting", waiting)));
        }
    }
}
