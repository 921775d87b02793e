package io.throughline.survey.ui.results;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.throughline.shared.CurrentViewer;
import io.throughline.shared.Ids;
import io.throughline.shared.OrganisationId;
import io.throughline.shared.ui.Kit;
import io.throughline.shared.ui.Moment;
import io.throughline.shared.ui.PageHeader;
import io.throughline.survey.AnswerBehind;
import io.throughline.survey.AnsweredBy;
import io.throughline.survey.CampaignId;
import io.throughline.survey.QuestionId;
import io.throughline.survey.ResultsFilter;
import io.throughline.survey.SurveyId;
import io.throughline.survey.SurveyResults;
import io.throughline.survey.Surveys;
import io.throughline.survey.answer.AnswerFiles;
import io.throughline.survey.logic.Quotes;
import io.throughline.survey.question.Item;
import io.throughline.survey.question.Question;
import io.throughline.survey.question.Rewording;
import io.throughline.survey.results.FilterWords;
import io.throughline.survey.ui.Pager;
import io.throughline.survey.ui.RemovedNote;
import io.throughline.survey.ui.ResultsAddress;
import io.throughline.survey.ui.answer.StoredFiles;
import io.throughline.survey.ui.question.AnswerSummary;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The single answers behind a figure, by name where it may be known. One item's, or all of a question; page by page. */
@Route("surveys/:survey/answers/:question")
@RolesAllowed({"PROJECT_MANAGER", "MANAGER"})
class SurveyAnswersView extends Composite<Div> implements BeforeEnterObserver, HasDynamicTitle {

    private static final int ON_A_PAGE = 25;

    private final transient Surveys surveys;
    private final transient SurveyResults results;
    private final transient AnswerFiles files;
    private final transient CurrentViewer viewer;
    private String title = "";

    SurveyAnswersView(Surveys surveys, SurveyResults results, AnswerFiles files, CurrentViewer viewer) {
        this.surveys = surveys;
        this.results = results;
        this.files = files;
        this.viewer = viewer;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var route = event.getRouteParameters();
        var id = new SurveyId(Ids.parse(route.get("survey").orElse("")));
        var detail = surveys.detail(id);
        var shown = ResultsAddress.of(id, event.getLocation());
        var chosen = shown.chosen(detail.campaigns());
        var campaign = chosen.id();
        // Single answers don't say where they come from, where it may not be known.
        var filter =
                !chosen.isNamedTo(detail.editor()) || chosen.removedAt() != null ? ResultsFilter.NONE : shown.filter();
        var question = results.asked(campaign)
                .question(new QuestionId(Ids.parse(route.get("question").orElse(""))));
        var item = ResultsAddress.parameter(event.getLocation(), ResultsAddress.ITEM);
        int page = Pager.of(event.getLocation()
                .getQueryParameters()
                .getSingleParameter(ResultsAddress.PAGE)
                .orElse(""));
        int all = results.countBehind(campaign, question.id(), item, filter);
        var answers = results.answersBehind(campaign, question.id(), item, filter, (page - 1) * ON_A_PAGE, ON_A_PAGE);
        title = getTranslation("surveys.behind");
        getContent().removeAll();
        var removed = chosen.removedAt();
        getContent()
                .add(
                        new PageHeader(title)
                                .above(Kit.link(
                                        shown.href(),
                                        detail.key() + " "
                                                + detail.asked().title().in(getLocale())))
                                .below(about(question, item, filter(campaign, filter), all)),
                        removed != null
                                ? new RemovedNote(removed)
                                : answers.isEmpty()
                                        ? Kit.empty(getTranslation("surveys.behind.none"), "")
                                        : list(about(question, item), answers),
                        new Pager(page, ON_A_PAGE, all, other -> shown.behindHref(question.id(), item, other)));
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    private String filter(CampaignId campaign, ResultsFilter filter) {
        var names =
                filter.organisations().isEmpty() ? Map.<OrganisationId, String>of() : results.organisations(campaign);
        return String.join(
                " · ",
                new FilterWords(this::getTranslation, getLocale())
                        .of(filter, results.asked(campaign), id -> names.getOrDefault(id, "")));
    }

    private Component about(Question question, @Nullable String item, String filter, int all) {
        var parts = Stream.of(
                        Quotes.unanswered(question.title()).in(getLocale()),
                        question.items().stream()
                                .filter(one -> one.key().equals(item))
                                .map(Item::text)
                                .map(text -> getTranslation("surveys.behind.item", text.in(getLocale())))
                                .findFirst()
                                .orElse(""),
                        filter,
                        getTranslation("surveys.behind.count", all))
                .filter(part -> !part.isEmpty())
                .toList();
        return Kit.dim(String.join(" · ", parts));
    }

    /** Of an item only what was said about it is shown. */
    private static Question about(Question question, @Nullable String item) {
        return item == null
                ? question
                : Rewording.of(
                        question,
                        question.title(),
                        question.help(),
                        question.required(),
                        question.items().stream()
                                .filter(one -> one.key().equals(item))
                                .toList());
    }

    private Component list(Question question, List<AnswerBehind> answers) {
        var list = new UnorderedList();
        list.addClassNames("tl-list", "survey-behind");
        for (var one : answers) {
            list.add(new ListItem(
                    who(one.by()), new AnswerSummary(question, one.answer(), new StoredFiles(files, null))));
        }
        return Kit.card(list);
    }

    private Component who(@Nullable AnsweredBy by) {
        if (by == null) {
            return Kit.dim(getTranslation("surveys.behind.unnamed"));
        }
        return Kit.row(
                new H2(by.name()),
                Kit.dim(
                        by.segment().isEmpty() || by.segment().equals(by.organisation())
                                ? by.organisation()
                                : by.organisation() + " · " + by.segment()),
                new Moment(by.submittedAt(), viewer.get().zone()));
    }
}
