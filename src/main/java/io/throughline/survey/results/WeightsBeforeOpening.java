package io.throughline.survey.results;

import io.throughline.people.OrganisationWeighed;
import io.throughline.shared.CurrentViewer;
import io.throughline.shared.i18n.Texts;
import io.throughline.survey.CampaignId;
import io.throughline.survey.campaign.CampaignAccess;
import java.math.BigDecimal;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Weights are frozen when a campaign opens (METHODS, 0): what an organisation is given between publishing and opening is
 * another set of the campaign's weights, with that for its reason.
 */
@Component
class WeightsBeforeOpening {

    private final WeightSets sets;
    private final CampaignAccess campaigns;
    private final CurrentViewer viewer;
    private final Texts texts;

    WeightsBeforeOpening(WeightSets sets, CampaignAccess campaigns, CurrentViewer viewer, Texts texts) {
        this.sets = sets;
        this.campaigns = campaigns;
        this.viewer = viewer;
        this.texts = texts;
    }

    @EventListener
    void on(OrganisationWeighed event) {
        var organisation = event.organisation().value();
        sets.waiting(organisation).forEach(campaign -> follow(campaign, organisation, event.weight()));
    }

    private void follow(CampaignId campaign, UUID organisation, BigDecimal weight) {
        var by = viewer.get();
        var weights = new TreeMap<UUID, BigDecimal>();
        sets.weights(campaign).forEach(one -> weights.put(one.organisation(), one.weight()));
        weights.put(organisation, weight);
        var reason = texts.getTranslation("surveys.weights.opening", by.locale());
        sets.replace(campaigns.campaign(campaign), sets.inForce(campaign) + 1, reason, by.id(), weights);
    }
}
