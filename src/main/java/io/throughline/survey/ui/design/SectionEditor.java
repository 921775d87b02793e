package io.throughline.survey.ui.design;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import io.throughline.shared.ui.Kit;
import io.throughline.survey.Section;
import io.throughline.survey.SurveyContent;
import io.throughline.survey.ui.condition.ConditionEditor;
import io.throughline.survey.ui.design.DesignPart.Kind;

/** The heading of a section of a draft; its questions stand under it. */
class SectionEditor extends Composite<Div> {

    private final MoveHead head;

    /** @param number of the section, from 1 */
    SectionEditor(int number, Section section, SurveyContent content, DesignActs acts) {
        head = head(number, section, acts);
        var languages = content.locales();
        var card = Kit.card(
                head,
                new DesignField.Text(
                        DesignPart.of(section.id(), Kind.TITLE),
                        getTranslation("surveys.section.title"),
                        section.title(),
                        languages,
                        false),
                new DesignField.Text(
                        DesignPart.of(section.id(), Kind.HELP),
                        getTranslation("surveys.section.help"),
                        section.help(),
                        languages,
                        true,
                        QuestionEditor.quotable(content.before(section.id()))),
                new ConditionEditor(
                        getTranslation("surveys.section", number),
                        section.shownIf(),
                        acts::content,
                        now -> now.before(section.id()),
                        shownIf -> acts.edit(section.id(), Section::shownIf, one -> one.with(shownIf))));
        card.addClassName("survey-section");
        card.setId(CheckPanel.anchor(section.id()));
        getContent().add(card);
    }

    /** The button that moved it keeps the focus where it went. */
    void focusMove(boolean upwards) {
        head.focus(upwards);
    }

    void begin() {
        MoveHead.begin(this);
    }

    private MoveHead head(int number, Section section, DesignActs acts) {
        return new MoveHead(
                getTranslation("surveys.section", number),
                new MoveHead.Names(
                        getTranslation("surveys.section.up", number),
                        getTranslation("surveys.section.down", number),
                        getTranslation("surveys.section.remove", number)),
                up -> acts.step(section.id(), up),
                () -> acts.remove(section.id()));
    }
}
