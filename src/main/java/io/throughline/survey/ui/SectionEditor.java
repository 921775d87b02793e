package io.throughline.survey.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import io.throughline.shared.ui.Kit;
import io.throughline.survey.Section;
import io.throughline.survey.SurveyContent;
import io.throughline.survey.ui.DesignPart.Kind;

/** The heading of a section of a draft; its questions stand under it. */
class SectionEditor extends Composite<Div> {

    private final Button up = new Button("↑");
    private final Button down = new Button("↓");

    /** @param number of the section, from 1 */
    SectionEditor(int number, Section section, SurveyContent content, DesignActs acts) {
        var languages = content.locales();
        var card = Kit.card(
                head(number, section, acts),
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
                        content.before(section.id()),
                        content,
                        shownIf -> acts.edit(section.id(), one -> one.with(shownIf))));
        card.addClassName("survey-section");
        card.setId("s-" + section.id().value());
        getContent().add(card);
    }

    /** The button that moved it keeps the focus where it went. */
    void focusMove(boolean upwards) {
        (upwards ? up : down).focus();
    }

    /** Brought into sight, with the focus in its first field. */
    void begin() {
        getElement()
                .executeJs("requestAnimationFrame(() => { this.scrollIntoView({ block: 'nearest' });"
                        + " this.querySelector('input')?.focus(); })");
    }

    private Component head(int number, Section section, DesignActs acts) {
        var handle = new Span("⠿");
        handle.addClassName("tl-handle");
        handle.setTitle(getTranslation("surveys.design.drag"));
        handle.getElement().setAttribute("aria-hidden", "true");
        var heading = new H2(getTranslation("surveys.section", number));
        heading.addClassName("tl-grow");
        up.addClickListener(click -> acts.step(section.id(), true));
        up.setAriaLabel(getTranslation("surveys.section.up", number));
        down.addClickListener(click -> acts.step(section.id(), false));
        down.setAriaLabel(getTranslation("surveys.section.down", number));
        var remove = new Button(getTranslation("surveys.design.remove"), click -> acts.remove(section.id()));
        remove.setAriaLabel(getTranslation("surveys.section.remove", number));
        remove.addThemeVariants(ButtonVariant.TERTIARY);
        return Kit.div("survey-question-head", handle, heading, up, down, remove);
    }
}
