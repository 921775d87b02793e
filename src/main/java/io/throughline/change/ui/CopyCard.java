package io.throughline.change.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import io.throughline.plan.DraftDetail;
import io.throughline.plan.content.PlanProblem;
import io.throughline.plan.ui.PlanNavigation;
import io.throughline.plan.ui.parts.ProblemsPart;
import io.throughline.shared.ui.Badge;
import io.throughline.shared.ui.Kit;
import io.throughline.shared.ui.Tone;

/** What a project manager does with a change that is not handed in: edit the copy, hand it in, see what hinders that. */
class CopyCard extends Composite<Section> {

    /** @param changed whether the copy differs from its baseline at all */
    CopyCard(DraftDetail draft, boolean changed, boolean stale, Runnable handIn) {
        var blockers = draft.problems().stream()
                .filter(problem -> problem.severity() != PlanProblem.Severity.WARNING)
                .toList();
        getContent().addClassName("tl-card");
        getContent()
                .add(
                        new H2(getTranslation("change.copy")),
                        new Paragraph(getTranslation(stale ? "change.copy.stale" : "change.copy.text")));
        if (!changed) {
            getContent().add(new Badge(Tone.WARN, "!", getTranslation("change.copy.same")));
        }
        if (!blockers.isEmpty()) {
            getContent().add(new ProblemsPart(blockers));
        }
        var edit = Kit.link(PlanNavigation.draftHref(draft.id()), getTranslation("change.copy.edit"));
        edit.addClassName("change-edit");
        var submit = new Button(getTranslation("change.submit"), click -> handIn.run());
        submit.addThemeVariants(ButtonVariant.PRIMARY);
        submit.setEnabled(changed && blockers.isEmpty() && !stale);
        getContent().add(Kit.row(submit, edit));
    }
}
