package io.throughline.survey.ui.results;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import io.throughline.shared.CurrentViewer;
import io.throughline.shared.DomainException;
import io.throughline.shared.ui.Kit;
import io.throughline.shared.ui.LongWork;
import io.throughline.shared.ui.PageHeader;
import io.throughline.survey.CampaignId;
import io.throughline.survey.CampaignInfo;
import io.throughline.survey.Surveys;
import io.throughline.survey.Waves;
import io.throughline.survey.ui.CampaignLabels;
import io.throughline.survey.ui.ResultsAddress;
import io.throughline.survey.ui.SurveyNavigation;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.function.Consumer;

/** Two campaigns of a survey side by side. Which ones, and whose answers, stands in the address. */
@Route("surveys/:survey/waves")
@RolesAllowed({"PROJECT_MANAGER", "MANAGER"})
class WavesView extends Composite<Div> implements BeforeEnterObserver, HasDynamicTitle {

    private static final String BEFORE = "before";

    private final transient Surveys surveys;
    private final transient Waves waves;
    private final transient CurrentViewer viewer;
    private String title = "";

    WavesView(Surveys surveys, Waves waves, CurrentViewer viewer) {
        this.surveys = surveys;
        this.waves = waves;
        this.viewer = viewer;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var id = SurveyNavigation.survey(event);
        var detail = surveys.detail(id);
        var campaigns = detail.campaigns();
        var shown = ResultsAddress.of(id, event.getLocation());
        title = getTranslation("surveys.waves");
        getContent().removeAll();
        getContent()
                .add(new PageHeader(title)
                        .above(Kit.link(
                                shown.href(),
                                detail.key() + " " + detail.content().title().in(getLocale())))
                        .below(Kit.dim(getTranslation("surveys.waves.text"))));
        if (campaigns.size() < 2) {
            getContent().add(Kit.empty(getTranslation("surveys.waves.one"), getTranslation("surveys.waves.one.text")));
            return;
        }
        var one = shown.chosen(campaigns);
        var chosen = ResultsAddress.parameter(event.getLocation(), BEFORE);
        var other = chosen == null ? other(campaigns, one) : find(campaigns, CampaignId.parse(chosen));
        // The table tells what changed with time, whichever of the two was chosen where.
        boolean inOrder = other.number() <= one.number();
        var before = inOrder ? other : one;
        var after = inOrder ? one : other;
        getContent().add(choice(shown, campaigns, before, after), compared(shown, before, after));
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    /** The one before it, or else any other. */
    private static CampaignInfo other(List<CampaignInfo> campaigns, CampaignInfo after) {
        return campaigns.stream()
                .filter(one -> one.number() < after.number())
                .findFirst()
                .orElseGet(campaigns::getFirst);
    }

    private static CampaignInfo find(List<CampaignInfo> campaigns, CampaignId id) {
        return campaigns.stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow(DomainException::notFound);
    }

    private Component choice(
            ResultsAddress shown, List<CampaignInfo> campaigns, CampaignInfo before, CampaignInfo after) {
        var row = Kit.div(
                "survey-filter",
                select("surveys.waves.before", campaigns, before, next -> open(shown, next, after)),
                select("surveys.waves.after", campaigns, after, next -> open(shown, before, next)));
        row.addClassName("tl-no-print");
        return row;
    }

    private Component select(
            String label, List<CampaignInfo> campaigns, CampaignInfo value, Consumer<CampaignInfo> chosen) {
        var select = new Select<CampaignInfo>();
        select.setLabel(getTranslation(label));
        select.setItems(campaigns);
        select.setItemLabelGenerator(
                one -> CampaignLabels.of(this, one, getLocale(), viewer.get().zone()));
        select.setValue(value);
        select.addValueChangeListener(change -> chosen.accept(change.getValue()));
        return select;
    }

    private static void open(ResultsAddress shown, CampaignInfo before, CampaignInfo after) {
        var parameters = shown.at(after.id()).parameters();
        parameters.put(BEFORE, List.of(before.id().value().toString()));
        UI.getCurrent().navigate(SurveyNavigation.wavesHref(shown.survey()), new QueryParameters(parameters));
    }

    private Component compared(ResultsAddress shown, CampaignInfo before, CampaignInfo after) {
        return LongWork.inPlaceOf(
                getTranslation("surveys.looking"),
                progress -> waves.compare(before.id(), after.id(), shown.filter(), progress),
                WavesTables::new);
    }
}
