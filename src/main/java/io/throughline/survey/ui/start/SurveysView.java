package io.throughline.survey.ui.start;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import io.throughline.shared.CurrentViewer;
import io.throughline.shared.Role;
import io.throughline.shared.TypedText;
import io.throughline.shared.i18n.Texts;
import io.throughline.shared.ui.Kit;
import io.throughline.shared.ui.Moment;
import io.throughline.shared.ui.PageHeader;
import io.throughline.survey.SurveyRow;
import io.throughline.survey.Surveys;
import io.throughline.survey.start.ForeignSurveys;
import io.throughline.survey.start.SurveyTemplates;
import io.throughline.survey.ui.Pager;
import io.throughline.survey.ui.ResultsAddress;
import io.throughline.survey.ui.StateBadge;
import io.throughline.survey.ui.SurveyNavigation;
import jakarta.annotation.security.RolesAllowed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every survey the viewer may see, newest first, page by page; what is searched for stands in the address. */
@Route(SurveysView.ROUTE)
@RolesAllowed({"PROJECT_MANAGER", "MANAGER"})
class SurveysView extends Composite<Div> implements BeforeEnterObserver, HasDynamicTitle {

    static final String ROUTE = "surveys";
    private static final int ON_A_PAGE = 25;
    private static final String QUERY = "q";

    private final transient Surveys surveys;
    private final transient SurveyTemplates templates;
    private final transient ForeignSurveys foreign;
    private final transient Texts texts;
    private final transient CurrentViewer viewer;
    private final TextField search = new TextField();
    private final Div found = Kit.stack();

    SurveysView(Surveys surveys, SurveyTemplates templates, ForeignSurveys foreign, Texts texts, CurrentViewer viewer) {
        this.surveys = surveys;
        this.templates = templates;
        this.foreign = foreign;
        this.texts = texts;
        this.viewer = viewer;
        var header = new PageHeader(getPageTitle()).below(Kit.dim(getTranslation("surveys.explanation")));
        if (mayCreate()) {
            header.actions(Kit.row(new ForeignSurvey(foreign, texts), new CreateSurvey(surveys, templates)));
        }
        search.setLabel(getTranslation("surveys.search"));
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.TIMEOUT);
        search.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                getUI().ifPresent(ui -> ui.navigate(ROUTE, QueryParameters.simple(parameters(change.getValue(), 1))));
            }
        });
        found.getElement().setAttribute("aria-live", "polite");
        getContent().add(header, Kit.div("survey-filter", search), found);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var parameters = event.getLocation().getQueryParameters();
        var query = parameters.getSingleParameter(QUERY).orElse("");
        int page = Pager.of(parameters.getSingleParameter(ResultsAddress.PAGE).orElse(""));
        int all = surveys.count(query);
        if (!query.equals(search.getValue().strip())) {
            search.setValue(query);
        }
        search.setVisible(all > 0 || !query.isEmpty());
        found.removeAll();
        if (all == 0) {
            found.add(nothing(query));
            return;
        }
        found.add(
                Kit.card(list(surveys.list(query, (page - 1) * ON_A_PAGE, ON_A_PAGE))),
                new Pager(page, ON_A_PAGE, all, other -> href(query, other)));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("surveys.heading");
    }

    private boolean mayCreate() {
        return viewer.get().is(Role.PROJECT_MANAGER);
    }

    private Component nothing(String query) {
        if (!query.isEmpty()) {
            return Kit.empty(getTranslation("surveys.search.none"), getTranslation("surveys.search.none.text", query));
        }
        return mayCreate()
                ? Kit.empty(
                        getTranslation("surveys.none"),
                        getTranslation("surveys.none.text"),
                        new CreateSurvey(surveys, templates))
                : Kit.empty(getTranslation("surveys.none"), getTranslation("surveys.none.text"));
    }

    private Component list(List<SurveyRow> rows) {
        var list = new UnorderedList();
        list.addClassNames("tl-list", "survey-list");
        rows.forEach(row -> list.add(line(row)));
        return list;
    }

    private ListItem line(SurveyRow row) {
        var name = Kit.div(
                "survey-list-name", Kit.link(SurveyNavigation.surveyHref(row.id()), title(row)), Kit.dim(row.key()));
        var when = Kit.div("survey-list-when");
        var opens = row.opensAt();
        var closes = row.closesAt();
        if (opens != null && closes != null) {
            var zone = viewer.get().zone();
            when.add(new Moment(opens, zone), Kit.dim(" – "), new Moment(closes, zone));
        }
        var answered = Kit.div("survey-list-count");
        if (row.published() != null) {
            answered.setText(getTranslation("surveys.list.answered", row.answered()));
        }
        var item = new ListItem(name, StateBadge.of(this, row.state()), when, answered);
        if (mayCreate()) {
            item.add(new CopySurvey(surveys, row.id(), title(row)));
        }
        return item;
    }

    private static String href(String query, int page) {
        return ResultsAddress.href(
                ROUTE, QueryParameters.simple(parameters(query, page)).getParameters());
    }

    private static Map<String, String> parameters(String query, int page) {
        var parameters = new LinkedHashMap<String, String>();
        if (!TypedText.showsNothing(query)) {
            parameters.put(QUERY, query.strip());
        }
        if (page > 1) {
            parameters.put(ResultsAddress.PAGE, String.valueOf(page));
        }
        return parameters;
    }

    private String title(SurveyRow row) {
        return row.title().isBlank()
                ? getTranslation("surveys.untitled")
                : row.title().in(getLocale());
    }
}
