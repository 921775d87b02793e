package io.throughline.survey.ui.results;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.throughline.people.PersonInfo;
import io.throughline.shared.PersonId;
import io.throughline.shared.ui.Badge;
import io.throughline.shared.ui.Kit;
import io.throughline.shared.ui.Missing;
import io.throughline.shared.ui.Notices;
import io.throughline.shared.ui.Tone;
import io.throughline.survey.SurveyDetail;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Opens who edits a survey; whoever edits it lets other project managers in, and out again. */
class SurveyEditors extends Composite<Button> {

    private final transient SurveyDetail survey;
    private final transient PersonId me;
    private final transient Acts acts;

    /**
     * What is done with people.
     *
     * @param candidates all who could be let in
     */
    record Acts(Supplier<List<PersonInfo>> candidates, Consumer<PersonId> letIn, Consumer<PersonId> takeOut) {}

    SurveyEditors(SurveyDetail survey, PersonId me, Acts acts) {
        this.survey = survey;
        this.me = me;
        this.acts = acts;
        getContent().setText(getTranslation("surveys.editors"));
        getContent().addClickListener(click -> open());
    }

    private void open() {
        var dialog = new Dialog();
        dialog.setHeaderTitle(getTranslation("surveys.editors.title", survey.key()));
        dialog.setWidth("min(560px, 94vw)");
        dialog.add(Kit.stack(
                new Paragraph(getTranslation("surveys.editors.text")),
                people(dialog),
                survey.editor() ? form(dialog) : new Span()));
        dialog.getFooter().add(new Button(getTranslation("action.close"), click -> dialog.close()));
        dialog.open();
    }

    private Component people(Dialog dialog) {
        var list = new UnorderedList();
        list.addClassName("tl-list");
        list.add(new ListItem(Kit.row(
                new Span(survey.owner().name()), new Badge(Tone.INFO, "◆", getTranslation("surveys.editors.owner")))));
        for (var person : survey.coEditors()) {
            var row = Kit.row(new Span(person.name()));
            if (survey.editor() && !person.id().equals(me)) {
                row.add(takeOut(dialog, person));
            }
            list.add(new ListItem(row));
        }
        return list;
    }

    private Button takeOut(Dialog dialog, PersonInfo person) {
        var out = new Button(getTranslation("surveys.editors.remove"), click -> {
            dialog.close();
            acts.takeOut().accept(person.id());
            Notices.undoable(
                    this,
                    getTranslation("surveys.editors.removed", person.name()),
                    () -> acts.letIn().accept(person.id()));
        });
        out.addThemeVariants(ButtonVariant.TERTIARY);
        out.setAriaLabel(getTranslation("surveys.editors.remove.who", person.name()));
        return out;
    }

    private Component form(Dialog dialog) {
        var who = new ComboBox<PersonInfo>(getTranslation("surveys.editors.let-in"));
        who.setItems(acts.candidates().get().stream()
                .filter(one -> !one.id().equals(survey.owner().id()))
                .filter(one -> survey.coEditors().stream()
                        .noneMatch(other -> other.id().equals(one.id())))
                .toList());
        who.setItemLabelGenerator(PersonInfo::name);
        who.setWidthFull();
        return Kit.stack(who, new Button(getTranslation("surveys.editors.add"), click -> {
            var person = who.getValue();
            if (person == null) {
                Missing.say(who);
                return;
            }
            dialog.close();
            acts.letIn().accept(person.id());
            Notices.done(getTranslation("surveys.editors.added", person.name()));
        }));
    }
}
