package io.throughline.survey.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.throughline.shared.DomainException;
import io.throughline.shared.i18n.Texts;
import io.throughline.shared.ui.Badge;
import io.throughline.shared.ui.Kit;
import io.throughline.shared.ui.Tone;
import io.throughline.survey.Entry;
import io.throughline.survey.QuestionId;
import io.throughline.survey.SurveyContent;
import io.throughline.survey.SurveyId;
import io.throughline.survey.logic.Finding;
import java.util.List;
import java.util.stream.Collectors;

/** What a look over a draft found, each linked to where it is, and how long answering takes. */
class CheckPanel extends Composite<Div> {

    private final SurveyId survey;
    private final transient Texts texts;

    CheckPanel(SurveyId survey, Texts texts) {
        this.survey = survey;
        this.texts = texts;
        getContent().addClassName("survey-check");
    }

    void show(SurveyContent content, List<Finding> findings) {
        getContent().removeAll();
        var list = new UnorderedList();
        list.addClassName("survey-findings");
        var codes = content.entries().stream().collect(Collectors.toMap(Entry::id, Entry::code, (a, _) -> a));
        for (var finding : findings) {
            var question = finding.question();
            var name = question == null ? "" : codes.getOrDefault(question, "");
            list.add(new ListItem(badge(finding), new Span(words(finding)), where(finding, name)));
        }
        long errors = findings.stream().filter(Finding::error).count();
        var sum = Kit.dim(getTranslation("surveys.check.sum", errors, findings.size() - errors, content.minutes()));
        getContent().add(Kit.card(getTranslation("surveys.check"), sum, list));
    }

    private Component badge(Finding finding) {
        return finding.error()
                ? new Badge(Tone.BAD, "✕", getTranslation("surveys.check.error"))
                : new Badge(Tone.WARN, "!", getTranslation("surveys.check.advice"));
    }

    private String words(Finding finding) {
        return texts.of(new DomainException(finding.code(), finding.arguments().toArray()), getLocale());
    }

    private Component where(Finding finding, String code) {
        var question = finding.question();
        var section = finding.section();
        if (question != null) {
            return Kit.link(
                    SurveyNavigation.designHref(survey) + "?at=" + anchor(question),
                    getTranslation("surveys.check.go", code));
        }
        return section == null
                ? new Span()
                : Kit.link(
                        SurveyNavigation.designHref(survey) + "?at=s-" + section.value(),
                        getTranslation("surveys.check.section"));
    }

    /** Of a question's card in the designer. */
    static String anchor(QuestionId question) {
        return "q-" + question.value();
    }
}
