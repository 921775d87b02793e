package io.throughline.survey.ui.results;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.throughline.shared.ui.Kit;
import io.throughline.shared.ui.LongWork;
import io.throughline.shared.ui.PageHeader;
import io.throughline.survey.CampaignId;
import io.throughline.survey.RespondentPrincipal;
import io.throughline.survey.SharedResults;
import io.throughline.survey.SharedResults.Overall;
import io.throughline.survey.ui.SurveyNavigation;
import io.throughline.survey.ui.figure.QuestionResult;
import jakarta.annotation.security.RolesAllowed;

/** What all who were asked have said together, for those of them who may see it. */
@Route("answer/:campaign/" + SurveyNavigation.SHARED)
@RolesAllowed({"CUSTOMER", RespondentPrincipal.ROLE})
class SharedResultsView extends Composite<Div> implements BeforeEnterObserver, HasDynamicTitle {

    private final transient SharedResults results;
    private String title = "";

    SharedResultsView(SharedResults results) {
        this.results = results;
        getContent().addClassNames("answer-page", "survey-shared");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var campaign =
                CampaignId.parse(event.getRouteParameters().get("campaign").orElse(""));
        var shared = results.shared(campaign);
        title = getTranslation("sharing.title", shared.title().in(getLocale()));
        getContent().removeAll();
        getContent()
                .add(
                        new PageHeader(title)
                                .above(Kit.link(
                                        SurveyNavigation.answerHref(campaign),
                                        shared.title().in(getLocale())))
                                .below(Kit.dim(shared.why().in(getLocale()))),
                        LongWork.inPlaceOf(
                                getTranslation("surveys.looking"),
                                progress -> results.of(campaign, progress),
                                this::figures));
    }

    private Component figures(Overall found) {
        var told = new Paragraph(getTranslation(
                found.closed() ? "sharing.told.closed" : "sharing.told.open", found.answered(), found.least()));
        if (found.answered() == 0) {
            return new Div(
                    told, Kit.empty(getTranslation("sharing.few"), getTranslation("sharing.few.text", found.least())));
        }
        var context = QuestionResult.Context.shared(found.least());
        var figures = Kit.stack();
        found.questions().forEach(one -> figures.add(new QuestionResult(one, context)));
        return new Div(told, figures);
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
