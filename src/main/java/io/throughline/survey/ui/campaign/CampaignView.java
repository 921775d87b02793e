package io.throughline.survey.ui.campaign;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.throughline.shared.CurrentViewer;
import io.throughline.shared.DomainException;
import io.throughline.shared.Role;
import io.throughline.shared.i18n.Texts;
import io.throughline.shared.ui.Kit;
import io.throughline.shared.ui.Notices;
import io.throughline.shared.ui.PageHeader;
import io.throughline.survey.CampaignId;
import io.throughline.survey.CampaignInfo;
import io.throughline.survey.Campaigns;
import io.throughline.survey.Confidentiality;
import io.throughline.survey.ResultsFilter;
import io.throughline.survey.SurveyDetail;
import io.throughline.survey.SurveyResults;
import io.throughline.survey.Surveys;
import io.throughline.survey.campaign.CampaignDesk;
import io.throughline.survey.campaign.CampaignSettings;
import io.throughline.survey.design.Retention;
import io.throughline.survey.results.Weights;
import io.throughline.survey.ui.CampaignEnd;
import io.throughline.survey.ui.RemovedNote;
import io.throughline.survey.ui.RetentionCard;
import io.throughline.survey.ui.StateBadge;
import io.throughline.survey.ui.SurveyNavigation;
import jakarta.annotation.security.RolesAllowed;
import java.util.Map;

/** A campaign while it runs: the response rate as it grows, the mails, and whom it asked. */
@Route("surveys/:survey/campaign/:campaign")
@RolesAllowed({"PROJECT_MANAGER", "MANAGER"})
class CampaignView extends Composite<Div> implements BeforeEnterObserver, HasDynamicTitle {

    private final transient Surveys surveys;
    private final transient Campaigns campaigns;
    private final transient SurveyResults results;
    private final transient CampaignDesk desk;
    private final transient CampaignSettings settings;
    private final transient CurrentViewer viewer;
    private final transient Texts texts;
    private final transient Weights weights;
    private final transient Retention retention;
    private String title = "";

    CampaignView(
            Surveys surveys,
            Campaigns campaigns,
            SurveyResults results,
            CampaignDesk desk,
            CampaignSettings settings,
            CurrentViewer viewer,
            Texts texts,
            Weights weights,
            Retention retention) {
        this.surveys = surveys;
        this.campaigns = campaigns;
        this.results = results;
        this.desk = desk;
        this.settings = settings;
        this.viewer = viewer;
        this.texts = texts;
        this.weights = weights;
        this.retention = retention;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var survey = SurveyNavigation.survey(event);
        var id = CampaignId.parse(event.getRouteParameters().get("campaign").orElse(""));
        var detail = surveys.detail(survey);
        var campaign = campaigns.of(survey).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(DomainException::notFound);
        var mails = desk.mails(id);
        title = getTranslation("campaign.heading", campaign.number());
        getContent().removeAll();
        getContent()
                .add(
                        header(detail, campaign),
                        removed(campaign),
                        Kit.stack(
                                new LiveTurnout(() -> results.turnout(id, ResultsFilter.NONE), quotas(campaign)),
                                new CampaignMailsCard(campaign, mails, isEditing(detail), desk, texts),
                                settings(campaign, isEditing(detail)),
                                new InvitedTable(campaign, mails.mailing() != null, isEditing(detail), desk, texts),
                                new SharingCard(campaign.sharing(), isEditing(detail), sharing -> {
                                    campaigns.share(id, campaign.version(), sharing);
                                    getUI().ifPresent(ui -> ui.refreshCurrentRoute(false));
                                }),
                                new RetentionCard(
                                        retention.until(survey).orElse(null),
                                        isEditing(detail),
                                        texts,
                                        (seen, until) -> retention.set(survey, seen, until)),
                                new WeightsCard(
                                        weights.of(id),
                                        viewer.get().is(Role.MANAGER) && campaign.removedAt() == null,
                                        viewer.get().zone(),
                                        changed -> {
                                            weights.change(
                                                    id,
                                                    changed.seen(),
                                                    changed.organisation(),
                                                    changed.weight(),
                                                    changed.reason());
                                            getUI().ifPresent(ui -> ui.refreshCurrentRoute(false));
                                        })));
    }

    private SettingsCard settings(CampaignInfo campaign, boolean editing) {
        var now = settings.of(campaign.id());
        return new SettingsCard(
                now,
                settings.changes(campaign.id()),
                editing && campaign.isRunning(),
                campaign.confidentiality() != Confidentiality.ANONYMOUS,
                viewer.get().zone(),
                wanted -> {
                    settings.change(campaign.id(), now.settings(), wanted);
                    Notices.done(getTranslation("campaign.settings.done"));
                    getUI().ifPresent(ui -> ui.refreshCurrentRoute(false));
                });
    }

    private static Component removed(CampaignInfo campaign) {
        var at = campaign.removedAt();
        return at == null ? new Div() : new RemovedNote(at);
    }

    /** Of an anonymous survey it is not told how many of a segment have answered. */
    private Map<String, Integer> quotas(CampaignInfo campaign) {
        return campaign.confidentiality() == Confidentiality.ANONYMOUS ? Map.of() : campaigns.quotas(campaign.id());
    }

    private PageHeader header(SurveyDetail detail, CampaignInfo campaign) {
        return new PageHeader(title)
                .above(Kit.link(
                        SurveyNavigation.surveyHref(detail.id()),
                        detail.key() + " " + detail.asked().title().in(getLocale())))
                .below(Kit.row(
                        StateBadge.of(this, campaign.state()),
                        CampaignEnd.of(this, campaign, viewer.get().zone()),
                        Kit.dim(getTranslation(
                                campaigns.asked(campaign.id()).audience().following()
                                        ? "campaign.following"
                                        : "campaign.frozen")),
                        Kit.dim(getTranslation("campaign.confidentiality." + campaign.confidentiality()))));
    }

    private boolean isEditing(SurveyDetail detail) {
        return detail.editor() && viewer.get().is(Role.PROJECT_MANAGER);
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
