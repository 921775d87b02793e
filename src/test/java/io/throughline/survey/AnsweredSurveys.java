package io.throughline.survey;

import io.throughline.shared.OrganisationId;
import io.throughline.shared.Viewer;
import io.throughline.support.As;
import io.throughline.support.Fixtures;
import org.springframework.stereotype.Component;

/** Surveys with answers in them, for the rooms that live on them. */
@Component
public class AnsweredSurveys {

    private final SurveyFixtures surveys;
    private final SurveyResults results;
    private final Fixtures fixtures;

    AnsweredSurveys(SurveyFixtures surveys, SurveyResults results, Fixtures fixtures) {
        this.surveys = surveys;
        this.results = results;
        this.fixtures = fixtures;
    }

    /**
     * A published survey.
     *
     * @param points its question of 100 points over the items "roads" and "parks"
     * @param customer answered it, with 75 points for roads and own words
     */
    public record Answered(SurveyVersionId version, QuestionId points, Viewer customer) {}

    public Answered by(Viewer pm, String words) {
        OrganisationId organisation = fixtures.organisation();
        var campaign = surveys.published(pm, organisation);
        var customer = fixtures.customer(organisation);
        surveys.submitted(customer, campaign, SurveyFixtures.points(75, 25), words);
        var version = As.viewer(pm, () -> results.report(campaign, ResultsFilter.NONE))
                .surveyVersion();
        return new Answered(version, SurveyFixtures.POINTS.id(), customer);
    }
}
