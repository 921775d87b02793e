package io.throughline.survey.ui.preview;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import io.throughline.shared.ui.Kit;
import io.throughline.survey.Entry;
import io.throughline.survey.Section;
import io.throughline.survey.SurveyContent;
import io.throughline.survey.logic.Condition;
import io.throughline.survey.logic.Quotes;
import io.throughline.survey.ui.condition.ConditionWords;
import io.throughline.survey.ui.question.AnswerField;
import java.util.Map;
import java.util.UUID;

/** All a survey asks under one another, as it reads while nothing is answered, each with when it is asked. */
public class ContentPreview extends Composite<Div> {

    private final ConditionWords words;

    /** @param respondent decides what is shown in a random order */
    public ContentPreview(SurveyContent content, UUID respondent) {
        words = new ConditionWords(this, getLocale(), content);
        getContent().addClassName("tl-stack");
        var quotes = new Quotes(content, Map.of());
        for (var section : content.sections()) {
            if (section.isHeaded()) {
                getContent().add(heading(section, quotes));
            }
            section.entries().forEach(entry -> getContent().add(card(entry, respondent, quotes)));
        }
    }

    private Component heading(Section section, Quotes quotes) {
        return Kit.div(
                "survey-preview-section",
                new H2(quotes.in(section.title()).in(getLocale())),
                new Paragraph(quotes.in(section.help()).in(getLocale())),
                condition(section.shownIf()));
    }

    private Component card(Entry entry, UUID respondent, Quotes quotes) {
        var question = quotes.in(entry.question());
        return Kit.card(
                question.title().in(getLocale()),
                Kit.dim(question.help().in(getLocale())),
                condition(entry.shownIf()),
                AnswerField.of(question, question.blank(), getLocale(), respondent));
    }

    private Component condition(Condition condition) {
        var said = new Paragraph(condition.isAlways() ? "" : words.sentence(condition));
        said.addClassNames("tl-dim", "tl-small");
        said.setVisible(!condition.isAlways());
        return said;
    }
}
