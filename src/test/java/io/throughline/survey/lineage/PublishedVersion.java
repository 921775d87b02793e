package io.throughline.survey.lineage;

import static io.throughline.survey.SurveyFixtures.text;

import io.throughline.shared.OrganisationId;
import io.throughline.shared.Viewer;
import io.throughline.support.As;
import io.throughline.support.Fixtures;
import io.throughline.survey.Answering;
import io.throughline.survey.CampaignId;
import io.throughline.survey.Round;
import io.throughline.survey.SurveyContent;
import io.throughline.survey.SurveyFixtures;
import io.throughline.survey.SurveyId;
import io.throughline.survey.Surveys;
import io.throughline.survey.question.Item;
import io.throughline.survey.question.Question;
import io.throughline.survey.question.Rewording;
import io.throughline.survey.version.Decision;
import io.throughline.survey.version.Edit.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** A survey whose first version is asked. */
abstract class PublishedVersion {

    static final EarlierFate RUNNING_ON = new EarlierFate(Map.of(), "", false);

    @Autowired
    Surveys surveys;

    @Autowired
    NextVersion next;

    @Autowired
    Versions versions;

    @Autowired
    Lineage lineage;

    @Autowired
    Answering answering;

    @Autowired
    Fixtures fixtures;

    @Autowired
    SurveyFixtures made;

    Viewer pm;
    OrganisationId organisation;
    CampaignId first;
    SurveyId survey;

    @BeforeEach
    void aVersionIsAsked() {
        pm = fixtures.projectManager();
        organisation = fixtures.organisation();
        first = made.published(pm, organisation);
        survey = As.viewer(pm, () -> surveys.detail(first)).id();
    }

    static Question without(Question question, String key) {
        return Rewording.of(
                question,
                question.items().stream()
                        .filter(item -> !item.key().equals(key))
                        .toList());
    }

    static Question reworded(Question question, String key, String words) {
        return Rewording.of(
                question,
                question.items().stream()
                        .map(item -> item.key().equals(key) ? new Item(key, text(words)) : item)
                        .toList());
    }

    static Question retitled(Question question, String title) {
        return Rewording.of(question, text(title), question.help(), question.required(), question.items());
    }

    void edit(UnaryOperator<SurveyContent> edit) {
        As.viewer(pm, () -> {
            var detail = surveys.detail(survey);
            surveys.edit(survey, detail.version(), edit.apply(detail.content()));
        });
    }

    List<TouchingEdit> impact() {
        return As.viewer(pm, () -> next.impact(survey)).edits();
    }

    void decide(Kind kind, Decision decision) {
        wish(
                impact().stream()
                        .filter(touch -> touch.edit().kind() == kind)
                        .findFirst()
                        .orElseThrow(),
                decision);
    }

    void wish(TouchingEdit touch, Decision decision) {
        As.viewer(pm, () -> next.decide(survey, List.of(new Wish(touch.edit().key(), touch.fingerprint(), decision))));
    }

    CampaignId publish(EarlierFate earlier) {
        return As.viewer(
                pm,
                () -> next.publish(
                        survey, surveys.detail(survey).version(), round(), List.of(Locale.ENGLISH), earlier));
    }

    Round round() {
        var opens = Instant.now().minusSeconds(30);
        return new Round(Set.of(organisation), opens, opens.plus(Duration.ofHours(1)));
    }
}
