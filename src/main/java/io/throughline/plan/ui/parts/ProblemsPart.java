package io.throughline.plan.ui.parts;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.throughline.plan.content.PlanProblem;
import io.throughline.shared.ui.Badge;
import io.throughline.shared.ui.Kit;
import io.throughline.shared.ui.Tone;
import java.util.List;

/** What is to be known about a plan before it is signed. */
public class ProblemsPart extends Composite<UnorderedList> {

    public ProblemsPart(List<PlanProblem> problems) {
        getContent().addClassName("tl-list");
        for (var problem : problems) {
            var warning = problem.severity() == PlanProblem.Severity.WARNING;
            getContent()
                    .add(new ListItem(Kit.row(
                            new Badge(
                                    warning ? Tone.WARN : Tone.BAD,
                                    "!",
                                    getTranslation("plan.problem." + problem.kind())),
                            new Span(problem.item()))));
        }
    }
}
