package io.throughline.survey.ui.design;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import io.throughline.shared.ui.Kit;
import io.throughline.survey.Entry;
import io.throughline.survey.Section;
import io.throughline.survey.SurveyContent;
import io.throughline.survey.question.ItemOrder;
import io.throughline.survey.question.Question;
import io.throughline.survey.question.Rewording;
import io.throughline.survey.ui.condition.ConditionEditor;

/** Whether a question must be answered, in which order its items stand, in which section it does, and when it is asked. */
class PlaceEditor extends Composite<Div> {

    PlaceEditor(Entry entry, SurveyContent content, DesignActs acts) {
        var choices = Kit.row(required(entry, acts));
        choices.addClassName("survey-place");
        if (ItemOrder.isFree(entry.question())) {
            choices.add(shuffled(entry, acts));
        }
        if (content.sections().size() > 1) {
            choices.add(section(entry, content, acts));
        }
        var condition = new ConditionEditor(
                entry.code(),
                entry.shownIf(),
                acts::content,
                now -> now.before(entry.id()),
                shownIf -> acts.place(entry.id(), Entry::shownIf, one -> one.with(shownIf)));
        getContent().add(choices, condition);
    }

    private Checkbox required(Entry entry, DesignActs acts) {
        var required = new Checkbox(
                getTranslation("surveys.design.required"), entry.question().required());
        required.addValueChangeListener(change -> acts.edit(
                entry.id(),
                Question::required,
                one -> Rewording.of(one, one.title(), one.help(), change.getValue(), one.items())));
        return required;
    }

    private Checkbox shuffled(Entry entry, DesignActs acts) {
        var shuffled = new Checkbox(getTranslation("surveys.design.shuffled"), entry.shuffled());
        shuffled.addValueChangeListener(
                change -> acts.place(entry.id(), Entry::shuffled, one -> one.with(change.getValue())));
        return shuffled;
    }

    private Select<Section> section(Entry entry, SurveyContent content, DesignActs acts) {
        var sections = content.sections();
        var section = new Select<Section>();
        section.setLabel(getTranslation("surveys.section.of"));
        section.setWidth("min(320px, 100%)");
        section.setItems(sections);
        section.setItemLabelGenerator(one -> {
            var number = getTranslation("surveys.section", sections.indexOf(one) + 1);
            return one.title().isBlank() ? number : number + ": " + one.title().in(getLocale());
        });
        sections.stream()
                .filter(one -> one.entries().contains(entry))
                .findFirst()
                .ifPresent(section::setValue);
        section.addValueChangeListener(
                change -> acts.move(entry.id(), change.getValue().id()));
        return section;
    }
}
