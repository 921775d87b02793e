package io.throughline.survey;

import io.throughline.people.PersonInfo;
import io.throughline.survey.logic.Finding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A survey in full.
 *
 * @param version passed back with every command
 * @param content of the draft, also of that of the next version; to who doesn't edit it, what was published last
 * @param asked what was published last; the draft where nothing was
 * @param editor whether the viewer is its owner or a co-editor
 * @param findings of a draft: what still keeps it from being published, and what could be better
 * @param campaigns the newest first; none for a draft
 */
public record SurveyDetail(
        SurveyId id,
        String key,
        long version,
        SurveyState state,
        SurveyContent content,
        SurveyContent asked,
        PersonInfo owner,
        List<PersonInfo> coEditors,
        boolean editor,
        List<Finding> findings,
        List<CampaignInfo> campaigns) {

    public SurveyDetail {
        campaigns = List.copyOf(campaigns);
    }

    /** The newest campaign; null for a draft. */
    public @Nullable CampaignInfo published() {
        return campaigns.isEmpty() ? null : campaigns.getFirst();
    }

    /** Whether there is something that was never published: a first draft, or one that differs from what was asked. */
    public boolean isDrafted() {
        return campaigns.isEmpty() || !content.equals(asked);
    }
}
