package io.throughline.survey.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.throughline.shared.CurrentViewer;
import io.throughline.shared.Ids;
import io.throughline.shared.ui.Badge;
import io.throughline.shared.ui.Kit;
import io.throughline.shared.ui.PageHeader;
import io.throughline.shared.ui.Tone;
import io.throughline.survey.Entry;
import io.throughline.survey.Section;
import io.throughline.survey.SurveyId;
import io.throughline.survey.Surveys;
import io.throughline.survey.logic.Condition;
import io.throughline.survey.logic.Quotes;
import io.throughline.survey.ui.question.AnswerField;
import jakarta.annotation.security.RolesAllowed;
import java.util.Map;

/** A survey as a customer will see it; what is tried here is stored nowhere. */
@Route("surveys/:survey/preview")
@RolesAllowed({"PROJECT_MANAGER", "MANAGER"})
class SurveyPreviewView extends Composite<Div> implements BeforeEnterObserver, HasDynamicTitle {

    private final transient Surveys surveys;
    private final transient CurrentViewer viewer;

    SurveyPreviewView(Surveys surveys, CurrentViewer viewer) {
        this.surveys = surveys;
        this.viewer = viewer;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var id = new SurveyId(Ids.parse(event.getRouteParameters().get("survey").orElse("")));
        var intro = surveys.preview(id);
        getContent().removeAll();
        getContent()
                .add(new PageHeader(intro.title().in(getLocale()))
                        .above(Kit.row(
                                Kit.link(SurveyNavigation.surveyHref(id), getTranslation("surveys.back")),
                                new Badge(Tone.WARN, "◌", getTranslation("surveys.preview.nothing-counts")))));
        var body = Kit.stack(
                new Paragraph(intro.why().in(getLocale())),
                Kit.card(new SurveyFacts(intro, viewer.get().zone())));
        body.addClassName("answer-page");
        var content = surveys.detail(id).content();
        var words = new ConditionWords(this, getLocale(), content);
        for (var section : content.sections()) {
            if (section.isHeaded()) {
                body.add(heading(section, words));
            }
            section.entries().forEach(entry -> body.add(card(entry, id, new Quotes(content, Map.of()), words)));
        }
        getContent().add(body);
    }

    private Component heading(Section section, ConditionWords words) {
        var heading = Kit.div(
                "survey-preview-section",
                new H2(section.title().in(getLocale())),
                new Paragraph(section.help().in(getLocale())));
        heading.add(condition(section.shownIf(), words));
        return heading;
    }

    /** A question as it reads while nothing is answered, and when it is asked. */
    private Component card(Entry entry, SurveyId survey, Quotes quotes, ConditionWords words) {
        var question = quotes.in(entry.question());
        return Kit.card(
                question.title().in(getLocale()),
                Kit.dim(question.help().in(getLocale())),
                condition(entry.shownIf(), words),
                AnswerField.of(question, question.blank(), getLocale(), survey.value()));
    }

    private static Component condition(Condition condition, ConditionWords words) {
        var said = new Paragraph(condition.isAlways() ? "" : words.sentence(condition));
        said.addClassNames("tl-dim", "tl-small");
        said.setVisible(!condition.isAlways());
        return said;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("surveys.preview");
    }
}
