package io.throughline.survey;

import io.throughline.shared.LocalizedText;
import io.throughline.shared.OrganisationId;
import io.throughline.shared.Viewer;
import io.throughline.support.As;
import io.throughline.support.Fixtures;
import io.throughline.survey.question.Answer;
import io.throughline.survey.question.ImportanceSatisfaction;
import io.throughline.survey.question.Item;
import io.throughline.survey.question.OwnWords;
import io.throughline.survey.question.Points;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/** Surveys of a test's own. */
@Component
public class SurveyFixtures {

    public static final Points POINTS = new Points(
            QuestionId.next(), text("Spend 100 points"), text(""), true, List.of(item("roads"), item("parks")));
    public static final ImportanceSatisfaction CHOICE = new ImportanceSatisfaction(
            QuestionId.next(),
            text("What matters most?"),
            text(""),
            false,
            2,
            List.of(item("a"), item("b"), item("c")));
    public static final OwnWords WORDS = new OwnWords(QuestionId.next(), text("What else?"), text(""), false);

    private static final AtomicLong SEQUENCE = new AtomicLong();

    private final Surveys surveys;
    private final Campaigns campaigns;
    private final Answering answering;

    SurveyFixtures(Surveys surveys, Campaigns campaigns, Answering answering) {
        this.surveys = surveys;
        this.campaigns = campaigns;
        this.answering = answering;
    }

    public static LocalizedText text(String text) {
        return LocalizedText.en(text);
    }

    private static Item item(String key) {
        return new Item(key, text("Item " + key));
    }

    public static SurveyContent content() {
        return new SurveyContent(
                text(Fixtures.unique("Survey")), text("To spend the money well."), List.of(POINTS, CHOICE, WORDS));
    }

    public SurveyId draft(Viewer pm, SurveyContent content) {
        return As.viewer(pm, () -> {
            var id = surveys.create(content.title());
            surveys.edit(id, surveys.detail(id).version(), content);
            return id;
        });
    }

    /** Open since a minute ago for an hour. */
    public CampaignId published(Viewer pm, OrganisationId... audience) {
        return published(pm, content(), Instant.now().minusSeconds(60), Set.of(audience));
    }

    public CampaignId published(Viewer pm, SurveyContent content, Instant opensAt, Set<OrganisationId> audience) {
        return published(pm, content, new Round(audience, opensAt, opensAt.plus(Duration.ofHours(1))));
    }

    public CampaignId published(Viewer pm, SurveyContent content, Round round) {
        var id = draft(pm, content);
        return As.viewer(pm, () -> campaigns.publish(id, surveys.detail(id).version(), round, List.of(Locale.ENGLISH)));
    }

    /** What was published is asked a second time, open since a minute ago for an hour. */
    public CampaignId again(Viewer pm, CampaignId first, OrganisationId... audience) {
        var opens = Instant.now().minusSeconds(60);
        var round = new Round(Set.of(audience), opens, opens.plus(Duration.ofHours(1)));
        return As.viewer(pm, () -> campaigns.again(surveys.detail(first).id(), 2, round));
    }

    /** A save no other repeats. */
    public static Stamp stamp() {
        return new Stamp(UUID.randomUUID(), SEQUENCE.incrementAndGet(), 0);
    }

    public static Points.Answer points(int roads, int parks) {
        return new Points.Answer(Map.of("roads", roads, "parks", parks));
    }

    public ResponseId started(Viewer customer, CampaignId campaign) {
        return As.viewer(customer, () -> answering.start(campaign));
    }

    public void save(Viewer customer, ResponseId response, QuestionId question, Answer answer) {
        As.viewer(customer, () -> answering.save(response, question, answer, stamp()));
    }

    /** A save as whoever is signed in. */
    public void answer(ResponseId response, QuestionId question, Answer answer) {
        answering.save(response, question, answer, stamp());
    }

    /** Points and own words, submitted. */
    public ResponseId submitted(Viewer customer, CampaignId campaign, Points.Answer points, String words) {
        var response = started(customer, campaign);
        save(customer, response, POINTS.id(), points);
        save(customer, response, WORDS.id(), new OwnWords.Answer(words));
        As.viewer(customer, () -> answering.submit(response));
        return response;
    }
}
