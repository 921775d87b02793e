package io.throughline.survey.ballot;

import static io.throughline.survey.SurveyFixtures.POINTS;
import static io.throughline.survey.SurveyFixtures.WORDS;

import io.throughline.shared.OrganisationId;
import io.throughline.shared.Viewer;
import io.throughline.support.As;
import io.throughline.support.Fixtures;
import io.throughline.survey.Audience;
import io.throughline.survey.CampaignId;
import io.throughline.survey.Campaigns;
import io.throughline.survey.Confidentiality;
import io.throughline.survey.Counting;
import io.throughline.survey.MailLink;
import io.throughline.survey.Mailing;
import io.throughline.survey.Round;
import io.throughline.survey.SurveyContent;
import io.throughline.survey.SurveyFixtures;
import io.throughline.survey.Surveys;
import io.throughline.survey.question.OwnWords;
import io.throughline.survey.question.Points;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Anonymous surveys of a test's own. */
@Component
public class BallotFixtures {

    /** People no one of whom is told apart. */
    public static final int GROUP = 3;

    private final SurveyFixtures made;
    private final Surveys surveys;
    private final Campaigns campaigns;
    private final Ballots ballots;
    private final Fixtures fixtures;

    BallotFixtures(SurveyFixtures made, Surveys surveys, Campaigns campaigns, Ballots ballots, Fixtures fixtures) {
        this.made = made;
        this.surveys = surveys;
        this.campaigns = campaigns;
        this.ballots = ballots;
        this.fixtures = fixtures;
    }

    static SurveyContent content() {
        return SurveyFixtures.content().with(Confidentiality.ANONYMOUS).inGroupsOf(GROUP);
    }

    /** Open since a minute ago for an hour. */
    public CampaignId published(Viewer pm, OrganisationId... audience) {
        return made.published(pm, content(), Instant.now().minusSeconds(60), Set.of(audience));
    }

    /** Whose figures appear then. */
    public CampaignId published(Viewer pm, Counting counting, OrganisationId... audience) {
        return made.published(pm, content().with(counting), Instant.now().minusSeconds(60), Set.of(audience));
    }

    /** Open since a minute ago for an hour; everybody gets a link of their own. */
    public CampaignId mailed(Viewer pm, OrganisationId... audience) {
        return mailed(pm, content(), audience);
    }

    /** As {@link #mailed(Viewer, OrganisationId...)}, asking this. */
    public CampaignId mailed(Viewer pm, SurveyContent content, OrganisationId... audience) {
        var opens = Instant.now().minusSeconds(60);
        return made.published(
                pm,
                content,
                new Round(
                        new Audience(Set.of(audience), Set.of(), Set.of(), true),
                        opens,
                        opens.plus(Duration.ofHours(1)),
                        new Mailing(MailLink.PERSONAL, 0, true),
                        Map.of()));
    }

    public List<Viewer> customers(OrganisationId organisation, int count) {
        return Stream.generate(() -> fixtures.customer(organisation))
                .limit(count)
                .toList();
    }

    public BallotKey begun(Viewer customer, CampaignId campaign) {
        return As.viewer(customer, () -> ballots.begin(campaign));
    }

    /** Points and own words, submitted. */
    public BallotKey submitted(Viewer customer, CampaignId campaign, Points.Answer points, String words) {
        var key = begun(customer, campaign);
        As.viewer(customer, () -> {
            ballots.save(campaign, key, POINTS.id(), points);
            ballots.save(campaign, key, WORDS.id(), new OwnWords.Answer(words));
            ballots.submit(campaign, key);
        });
        return key;
    }

    public void close(Viewer pm, CampaignId campaign) {
        As.viewer(pm, () -> {
            var version = surveys.detail(campaign).campaigns().stream()
                    .filter(one -> one.id().equals(campaign))
                    .findFirst()
                    .orElseThrow()
                    .version();
            campaigns.close(campaign, version);
        });
    }
}
