package io.throughline.survey.lineage;

import io.throughline.shared.DomainException;
import io.throughline.survey.CampaignId;
import io.throughline.survey.Entry;
import io.throughline.survey.QuestionId;
import io.throughline.survey.campaign.Campaign;
import io.throughline.survey.campaign.CampaignAccess;
import io.throughline.survey.design.SurveyAccess;
import io.throughline.survey.design.VersionContents;
import io.throughline.survey.question.Item;
import io.throughline.survey.question.Other;
import io.throughline.survey.version.Continuation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which questions of earlier versions a question continues: what may be compared, and how the items map. */
@Service
@Transactional(readOnly = true)
@PreAuthorize("hasAnyRole('PROJECT_MANAGER','MANAGER')")
public class Lineage {

    private final SurveyAccess access;
    private final CampaignAccess campaignAccess;
    private final VersionContents contents;
    private final VersionLines lines;

    Lineage(SurveyAccess access, CampaignAccess campaignAccess, VersionContents contents, VersionLines lines) {
        this.access = access;
        this.campaignAccess = campaignAccess;
        this.contents = contents;
        this.lines = lines;
    }

    /** For every question a campaign asks. @throws DomainException NOT_FOUND */
    public Map<QuestionId, Descent> of(CampaignId campaign) {
        var version = readable(campaign).surveyVersion();
        return lines.of(
                version, contents.of(version).entries().stream().map(Entry::id).toList());
    }

    /**
     * Whether answers to a question may be compared from one campaign to another.
     *
     * @return for each item of the one of the earlier version, the key of the item it is compared with in the one of the
     *     later version; items that are left out are not compared. Nothing where the question may not be compared, or the
     *     campaigns ask different surveys
     * @throws DomainException NOT_FOUND
     */
    public Optional<Map<String, String>> between(CampaignId one, CampaignId other, QuestionId question) {
        var first = readable(one);
        var second = readable(other);
        if (!first.surveyId().equals(second.surveyId())) {
            return Optional.empty();
        }
        var earlier = access.version(first.surveyVersion());
        var later = access.version(second.surveyVersion());
        if (earlier.number() > later.number()) {
            return between(other, one, question);
        }
        if (earlier.id().equals(later.id())) {
            return contents.of(later.id()).questions().stream()
                    .filter(asked -> asked.id().equals(question))
                    .findFirst()
                    .map(asked -> Continuation.same(
                                    Stream.concat(asked.items().stream().map(Item::key), Stream.of(Other.KEY))
                                            .toList())
                            .items());
        }
        return lines.of(later.id(), List.of(question)).values().stream()
                .flatMap(descent -> descent.line().stream())
                .filter(ancestor -> ancestor.version().equals(earlier.id()))
                .findFirst()
                .map(Descent.Ancestor::items);
    }

    private Campaign readable(CampaignId id) {
        var campaign = campaignAccess.campaign(id);
        access.readable(campaign.surveyId());
        return campaign;
    }
}
