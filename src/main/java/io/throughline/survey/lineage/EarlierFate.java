package io.throughline.survey.lineage;

import io.throughline.survey.CampaignId;
import java.util.Map;
import org.springframework.modulith.NamedInterface;

/**
 * What happens to the rounds of earlier versions, and to who answered them.
 *
 * @param closing those to be closed at once, with their versions as they were seen; the others run on with what they
 *     ask
 * @param reason why; needed where one is closed
 * @param leaveOut whether who submitted an answer to the version before is not asked again; never of a confidential one
 */
@NamedInterface("lineage")
public record EarlierFate(Map<CampaignId, Long> closing, String reason, boolean leaveOut) {

    public EarlierFate {
        closing = Map.copyOf(closing);
    }
}
