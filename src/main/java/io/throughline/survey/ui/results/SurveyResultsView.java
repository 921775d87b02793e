package io.throughline.survey.ui.results;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import io.throughline.people.People;
import io.throughline.shared.CurrentViewer;
import io.throughline.shared.Role;
import io.throughline.shared.ui.Kit;
import io.throughline.shared.ui.Labels;
import io.throughline.shared.ui.LongWork;
import io.throughline.shared.ui.Notices;
import io.throughline.shared.ui.PageHeader;
import io.throughline.survey.CampaignId;
import io.throughline.survey.CampaignInfo;
import io.throughline.survey.Campaigns;
import io.throughline.survey.Confidentiality;
import io.throughline.survey.ResultsFilter;
import io.throughline.survey.SurveyDetail;
import io.throughline.survey.SurveyResults;
import io.throughline.survey.SurveyVersionId;
import io.throughline.survey.Surveys;
import io.throughline.survey.answer.ResponseHistory;
import io.throughline.survey.export.ResponseExport;
import io.throughline.survey.lineage.Lineage;
import io.throughline.survey.start.SurveyTemplates;
import io.throughline.survey.ui.CampaignEnd;
import io.throughline.survey.ui.ResultsAddress;
import io.throughline.survey.ui.StateBadge;
import io.throughline.survey.ui.SurveyNavigation;
import io.throughline.survey.ui.campaign.CampaignActions;
import io.throughline.survey.ui.campaign.CampaignHistory;
import io.throughline.survey.ui.start.CopySurvey;
import io.throughline.survey.ui.start.SaveTemplate;
import jakarta.annotation.security.RolesAllowed;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;

/** Who has answered a survey, and what they said. What is looked at stands in the address. */
@Route("surveys/:survey")
@RolesAllowed({"PROJECT_MANAGER", "MANAGER"})
class SurveyResultsView extends Composite<Div> implements BeforeEnterObserver, HasDynamicTitle {

    private final transient Surveys surveys;
    private final transient SurveyTemplates templates;
    private final transient Campaigns campaigns;
    private final transient SurveyResults results;
    private final transient ResponseExport exports;
    private final transient ResponseHistory history;
    private final transient Lineage lineage;
    private final transient People people;
    private final transient CurrentViewer viewer;
    private final transient Clock clock;
    private final String baseUrl;
    private String title = "";

    SurveyResultsView(
            Surveys surveys,
            SurveyTemplates templates,
            Campaigns campaigns,
            SurveyResults results,
            ResponseExport exports,
            ResponseHistory history,
            Lineage lineage,
            People people,
            CurrentViewer viewer,
            Clock clock,
            @Value("${throughline.base-url:http://localhost:8080}") String baseUrl) {
        this.surveys = surveys;
        this.templates = templates;
        this.campaigns = campaigns;
        this.results = results;
        this.exports = exports;
        this.history = history;
        this.lineage = lineage;
        this.people = people;
        this.viewer = viewer;
        this.clock = clock;
        this.baseUrl = baseUrl.endsWith("/") ? baseUrl.substring(0, baseUrl.length() - 1) : baseUrl;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var id = SurveyNavigation.survey(event);
        var detail = surveys.detail(id);
        title = detail.asked().title().in(getLocale());
        getContent().removeAll();
        var header = new PageHeader(title)
                .above(state(detail))
                .below(Kit.dim(detail.asked().why().in(getLocale())));
        getContent().add(header);
        if (detail.campaigns().isEmpty()) {
            header.actions(actions(detail, List.of(), List.of()));
            getContent().add(Kit.empty(getTranslation("surveys.draft"), getTranslation("surveys.draft.text")));
            return;
        }
        var shown = ResultsAddress.of(id, event.getLocation());
        var campaign = shown.chosen(detail.campaigns());
        header.actions(actions(
                detail,
                List.of(Kit.link(SurveyNavigation.campaignHref(id, campaign.id()), getTranslation("campaign.open"))),
                List.of(actions(detail, campaign), export(campaign.id(), shown, detail.key()))));
        getContent().add(filter(shown, detail, campaign.id()), body(shown, campaign.id(), detail.campaigns()));
        var changes = campaigns.changes(campaign.id());
        if (!changes.isEmpty()) {
            var history = Kit.card(
                    getTranslation("surveys.history"),
                    new CampaignHistory(changes, viewer.get().zone()));
            history.addClassName("survey-history");
            getContent().add(history);
        }
        var locale = getLocale();
        getContent()
                .add(
                        new ExportCard(
                                detail.key(),
                                formats(campaign, detail.editor(), shown.filter()),
                                (format, out) -> exports.write(campaign.id(), shown.filter(), format, locale, out)),
                        onward(campaign.surveyVersion()));
    }

    private Component state(SurveyDetail detail) {
        var state = Kit.row(Kit.dim(detail.key()), StateBadge.of(this, detail.state()));
        var newest = detail.published();
        if (newest != null) {
            state.add(
                    CampaignEnd.of(this, newest, viewer.get().zone()),
                    Kit.dim(Labels.of(this, newest.confidentiality())));
        }
        return state;
    }

    private Component actions(SurveyDetail detail, List<Component> next, List<Component> more) {
        var all = new ArrayList<>(more);
        if (viewer.get().is(Role.PROJECT_MANAGER)) {
            all.add(new CopySurvey(surveys, detail.id(), title));
            all.add(new SaveTemplate(templates, detail.id(), title));
            all.add(editors(detail));
        }
        return new SurveyActions(detail, next, all);
    }

    private Component editors(SurveyDetail detail) {
        return new SurveyEditors(
                detail,
                viewer.get().id(),
                new SurveyEditors.Acts(
                        () -> people.withRole(Role.PROJECT_MANAGER),
                        person -> {
                            surveys.addCoEditor(detail.id(), person);
                            reload();
                        },
                        person -> {
                            surveys.removeCoEditor(detail.id(), person);
                            reload();
                        }));
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    private Component actions(SurveyDetail detail, CampaignInfo campaign) {
        return new CampaignActions(
                campaign,
                detail.editor(),
                clock.instant().atZone(viewer.get().zone()).truncatedTo(ChronoUnit.MINUTES),
                language -> campaigns.invitationText(campaign.id(), language, baseUrl),
                new CampaignActions.Commands(
                        () -> {
                            campaigns.close(campaign.id(), campaign.version());
                            reload(getTranslation("surveys.close.done"));
                        },
                        until -> {
                            campaigns.extend(campaign.id(), campaign.version(), until);
                            reload(getTranslation("surveys.extend.done", time(until)));
                        },
                        (until, reason) -> {
                            campaigns.reopen(campaign.id(), campaign.version(), until, reason);
                            reload(getTranslation("surveys.reopen.done", time(until)));
                        }));
    }

    private String time(Instant instant) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(getLocale())
                .format(instant.atZone(viewer.get().zone()));
    }

    private void reload(String done) {
        Notices.done(done);
        reload();
    }

    private void reload() {
        getUI().ifPresent(ui -> ui.refreshCurrentRoute(false));
    }

    /** Whether the reader may have the file is asked again when it is fetched. */
    private Component export(CampaignId campaign, ResultsAddress shown, String key) {
        var locale = getLocale();
        return new Anchor(
                DownloadHandler.fromInputStream(download -> {
                    var bytes =
                            results.exportCsv(campaign, shown.filter(), locale).getBytes(StandardCharsets.UTF_8);
                    return new DownloadResponse(
                            new ByteArrayInputStream(bytes),
                            key + "-results.csv",
                            "text/csv;charset=utf-8",
                            bytes.length);
                }),
                getTranslation("action.export"));
    }

    private Component filter(ResultsAddress shown, SurveyDetail detail, CampaignId campaign) {
        return new FilterBar(
                shown,
                new FilterBar.Choice(
                        detail.campaigns(),
                        results.segments(campaign),
                        results.organisations(campaign),
                        results.asked(campaign),
                        viewer.get().zone()),
                ResultsAddress::open);
    }

    private Component body(ResultsAddress shown, CampaignId campaign, List<CampaignInfo> rounds) {
        var beside = new ReportBody.Beside(history.doubts(campaign), lineage.of(campaign), rounds);
        return LongWork.inPlaceOf(
                getTranslation("surveys.looking"),
                progress -> results.report(campaign, shown.filter(), progress),
                report -> new ReportBody(report, shown, beside));
    }

    /**
     * What puts a person's answers side by side is no file of an anonymous survey, nor of one whose answers were removed, nor,
     * for whoever doesn't see names, of some of those who answered.
     */
    private static List<ResponseExport.Format> formats(CampaignInfo campaign, boolean editor, ResultsFilter filter) {
        boolean rows = campaign.confidentiality() != Confidentiality.ANONYMOUS
                && campaign.removedAt() == null
                && (filter.isNone() || campaign.isNamedTo(editor));
        return Stream.of(ResponseExport.Format.values())
                .filter(format -> rows || format != ResponseExport.Format.SPSS)
                .toList();
    }

    private Component onward(SurveyVersionId version) {
        var onward = Kit.div("survey-onward");
        if (viewer.get().is(Role.PROJECT_MANAGER)) {
            onward.add(Kit.link("backlog/from-results/" + version.value(), getTranslation("surveys.to-backlog")));
        }
        return onward;
    }
}
