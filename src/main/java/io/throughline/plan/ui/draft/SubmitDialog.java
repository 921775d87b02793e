package io.throughline.plan.ui.draft;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import io.throughline.people.PersonInfo;
import io.throughline.plan.DraftDetail;
import io.throughline.plan.content.PlanCheck;
import io.throughline.plan.ui.EditForm;
import io.throughline.plan.ui.FormDialog;
import io.throughline.shared.Role;
import io.throughline.shared.ui.Kit;
import io.throughline.shared.ui.Notices;
import io.throughline.shared.ui.Written;
import java.util.stream.Collectors;

/** Hands a first plan in: what is handed in, what still stands in the way, and who could decide. */
class SubmitDialog extends FormDialog {

    SubmitDialog(DraftDesk desk) {
        super(
                "",
                new EditForm(
                        desk.services().texts(),
                        desk.services().viewer().get().id(),
                        desk.id().value() + " submit"));
        setHeaderTitle(getTranslation("draft.submit"));
        var view = desk.view();
        var problems = new UnorderedList();
        problems.addClassName("draft-problems");
        var lines = new ProblemList(desk.id());
        view.problems().stream().map(lines::line).forEach(line -> {
            line.getElement().addEventListener("click", click -> close());
            problems.add(line);
        });
        boolean complete = PlanCheck.complete(view.problems());
        form().addComponentAsFirst(Kit.stack(
                new Paragraph(complete ? facts(view) : getTranslation("draft.submit.blocked")),
                problems,
                new Paragraph(deciders(desk, view))));
        problems.setVisible(!view.problems().isEmpty());
        if (complete) {
            saving(getTranslation("draft.submit.go"), () -> {
                desk.submit();
                Notices.done(getTranslation("draft.submitted"));
            });
        }
    }

    private String facts(DraftDetail view) {
        var header = view.content().header();
        return getTranslation(
                "draft.submit.facts",
                Written.date(view.figures().finish(), getLocale()),
                Written.money(view.figures().cost(), header.currency(), getLocale()),
                Written.number(view.figures().effort().days(), getLocale()),
                view.content().requirementsInScope().size());
    }

    /** Those who had no part in it; where there are none, who could change that. */
    private String deciders(DraftDesk desk, DraftDetail view) {
        var managers = desk.services().people().withRole(Role.MANAGER).stream()
                .filter(manager -> !view.contributors().contains(manager.id()))
                .map(PersonInfo::name)
                .collect(Collectors.joining(", "));
        return managers.isEmpty()
                ? getTranslation("draft.submit.nobody")
                : getTranslation("draft.submit.deciders", managers);
    }
}
