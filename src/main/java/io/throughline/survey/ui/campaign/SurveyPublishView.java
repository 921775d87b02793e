package io.throughline.survey.ui.campaign;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.throughline.people.Customers;
import io.throughline.people.Organisations;
import io.throughline.shared.CurrentViewer;
import io.throughline.shared.DomainException;
import io.throughline.shared.i18n.Texts;
import io.throughline.shared.mail.Post;
import io.throughline.shared.ui.Kit;
import io.throughline.shared.ui.Notices;
import io.throughline.shared.ui.PageHeader;
import io.throughline.survey.CampaignInfo;
import io.throughline.survey.Campaigns;
import io.throughline.survey.Confidentiality;
import io.throughline.survey.Sharing;
import io.throughline.survey.SurveyContent;
import io.throughline.survey.SurveyDetail;
import io.throughline.survey.Surveys;
import io.throughline.survey.design.Retention;
import io.throughline.survey.lineage.NextVersion;
import io.throughline.survey.logic.Finding;
import io.throughline.survey.ui.RetentionCard;
import io.throughline.survey.ui.SurveyNavigation;
import io.throughline.survey.ui.design.CheckPanel;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.temporal.ChronoUnit;

/** Whom a survey asks, from when until when, in which languages; then it can't be changed any more. */
@Route("surveys/:survey/publish")
@RolesAllowed("PROJECT_MANAGER")
class SurveyPublishView extends Composite<Div> implements BeforeEnterObserver, HasDynamicTitle {

    private final transient Surveys surveys;
    private final transient Campaigns campaigns;
    private final transient NextVersion next;
    private final transient Organisations organisations;
    private final transient Customers customers;
    private final transient Post post;
    private final transient CurrentViewer viewer;
    private final transient Retention retention;
    private final transient Texts texts;
    private final transient Clock clock;
    private String title = "";
    private Occasion occasion = Occasion.FIRST;

    SurveyPublishView(
            Surveys surveys,
            Campaigns campaigns,
            NextVersion next,
            Organisations organisations,
            Customers customers,
            Post post,
            CurrentViewer viewer,
            Retention retention,
            Texts texts,
            Clock clock) {
        this.surveys = surveys;
        this.campaigns = campaigns;
        this.next = next;
        this.organisations = organisations;
        this.customers = customers;
        this.post = post;
        this.viewer = viewer;
        this.retention = retention;
        this.texts = texts;
        this.clock = clock;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var id = SurveyNavigation.survey(event);
        var detail = surveys.detail(id);
        boolean again = event.getLocation().getQueryParameters().getParameters().containsKey(SurveyNavigation.AGAIN);
        occasion = detail.published() == null
                ? Occasion.FIRST
                : detail.isDrafted() && !again ? Occasion.NEXT : Occasion.AGAIN;
        title = getTranslation("surveys.publish." + occasion);
        getContent().removeAll();
        getContent()
                .add(new PageHeader(title)
                        .above(Kit.link(
                                SurveyNavigation.surveyHref(id),
                                detail.key() + " " + detail.asked().title().in(getLocale()))));
        if (!detail.editor()) {
            getContent().add(Kit.empty(getTranslation("surveys.fixed"), getTranslation("surveys.fixed.text")));
            return;
        }
        if (occasion == Occasion.AGAIN) {
            getContent().add(new Paragraph(getTranslation("surveys.again.text")));
        }
        getContent()
                .add(
                        switch (occasion) {
                            case AGAIN -> form(detail);
                            case FIRST -> sound(detail);
                            case NEXT -> {
                                int undecided = next.undecided(id);
                                yield undecided > 0 ? undecided(detail, undecided) : sound(detail);
                            }
                        });
    }

    private Component sound(SurveyDetail detail) {
        return detail.findings().stream().anyMatch(Finding::error) ? defects(detail) : form(detail);
    }

    private Component undecided(SurveyDetail detail, int edits) {
        return Kit.card(
                getTranslation("surveys.publish.not-yet"),
                new Paragraph(getTranslation("version.undecided", edits)),
                Kit.row(
                        Kit.link(SurveyNavigation.changesHref(detail.id()), getTranslation("version.show")),
                        Kit.link(SurveyNavigation.againHref(detail.id()), getTranslation("version.again"))));
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    private Component defects(SurveyDetail detail) {
        var design = SurveyNavigation.designHref(detail.id());
        var panel = new CheckPanel(design, texts);
        panel.show(detail.content(), detail.findings());
        return Kit.card(
                getTranslation("surveys.publish.not-yet"),
                panel,
                // As whoever asked what is wrong.
                Kit.link(CheckPanel.href(design, ""), getTranslation("surveys.design")));
    }

    private Component form(SurveyDetail detail) {
        return Kit.stack(
                fields(detail),
                new RetentionCard(
                        retention.until(detail.id()).orElse(null),
                        true,
                        texts,
                        (seen, until) -> retention.set(detail.id(), seen, until)));
    }

    private Component fields(SurveyDetail detail) {
        var now = clock.instant().atZone(viewer.get().zone()).truncatedTo(ChronoUnit.MINUTES);
        return new PublishForm(
                new AudienceFields.Sources(
                        organisations.all(), customers::find, campaigns::readAudience, campaigns::reach),
                now,
                goingOut(detail).title(),
                goingOut(detail).locales(),
                detail.campaigns().stream()
                        .findFirst()
                        .map(newest -> campaigns.asked(newest.id()))
                        .orElse(null),
                detail.campaigns().stream()
                        .findFirst()
                        .map(CampaignInfo::sharing)
                        .orElse(Sharing.USUAL),
                occasion == Occasion.NEXT ? earlier(detail) : null,
                post.delivers(),
                isAnonymous(detail),
                texts,
                form -> confirm(detail, form));
    }

    private EarlierRoundsForm earlier(SurveyDetail detail) {
        var newest = detail.campaigns().getFirst();
        return new EarlierRoundsForm(
                newest.versionNumber(),
                newest.confidentiality() == Confidentiality.CONFIDENTIAL,
                detail.campaigns().stream().filter(CampaignInfo::isRunning).toList(),
                viewer.get().zone());
    }

    /** What is asked: whatever the draft of the next version says, what was published is asked again as it was. */
    private SurveyContent goingOut(SurveyDetail detail) {
        return occasion == Occasion.AGAIN ? detail.asked() : detail.content();
    }

    private boolean isAnonymous(SurveyDetail detail) {
        return goingOut(detail).confidentiality() == Confidentiality.ANONYMOUS;
    }

    private void confirm(SurveyDetail detail, PublishForm form) {
        var dialog = new Dialog(getTranslation("surveys.publish." + occasion + ".confirm"));
        dialog.setWidth("min(520px, 92vw)");
        dialog.add(
                new Paragraph(form.reach()),
                new Paragraph(getTranslation(
                        "campaign.confidentiality." + goingOut(detail).confidentiality())));
        if (form.earlier().leaveOut()) {
            dialog.add(new Paragraph(getTranslation(
                    "version.left-out", detail.campaigns().getFirst().versionNumber())));
        }
        dialog.add(
                new Paragraph(getTranslation("surveys.publish." + occasion + ".fixed")),
                new Paragraph(getTranslation(
                        isAnonymous(detail) ? "surveys.publish.afterwards.anonymous" : "surveys.publish.afterwards")));
        var go = new Button(getTranslation("surveys.publish." + occasion + ".go"), click -> {
            dialog.close();
            try {
                publish(detail, form);
                Notices.done(getTranslation("surveys.publish.done"));
                SurveyNavigation.navigateToSurvey(detail.id());
            } catch (DomainException refusal) {
                form.refuse(refusal);
            }
        });
        go.addThemeVariants(ButtonVariant.PRIMARY);
        dialog.getFooter().add(new Button(getTranslation("action.cancel"), click -> dialog.close()), go);
        dialog.open();
    }

    private void publish(SurveyDetail detail, PublishForm form) {
        switch (occasion) {
            case FIRST -> campaigns.publish(detail.id(), detail.version(), form.round(), form.languages());
            case NEXT -> next.publish(detail.id(), detail.version(), form.round(), form.languages(), form.earlier());
            case AGAIN ->
                campaigns.again(detail.id(), detail.campaigns().getFirst().number() + 1, form.round());
        }
    }

    /** What this page publishes. */
    private enum Occasion {
        /** The first version. */
        FIRST,
        /** The draft of the next. */
        NEXT,
        /** The last one once more. */
        AGAIN
    }
}
