package io.throughline.survey.ui;

import com.vaadin.flow.component.Component;
import io.throughline.shared.ui.Kit;
import io.throughline.shared.ui.Moment;
import io.throughline.survey.CampaignInfo;
import java.time.ZoneId;

/** Until when a campaign takes answers, or when it stopped: beside the badge of its state. */
public final class CampaignEnd {

    private CampaignEnd() {}

    public static Component of(Component reader, CampaignInfo campaign, ZoneId zone) {
        var end = new Moment(campaign.closesAt(), zone);
        return switch (campaign.state()) {
            case SCHEDULED -> Kit.row(new Moment(campaign.opensAt(), zone), Kit.dim("–"), end);
            case DRAFT, OPEN -> Kit.row(Kit.dim(reader.getTranslation("surveys.until")), end);
            case CLOSED -> end;
        };
    }
}
