package io.throughline.survey.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import io.throughline.shared.DomainException;
import io.throughline.survey.CampaignId;
import io.throughline.survey.CampaignInfo;
import io.throughline.survey.QuestionId;
import io.throughline.survey.SurveyId;
import io.throughline.survey.SurveyVersionId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is looked at, as it stands in the address: figures, table, picture, export and the answers behind all follow it.
 *
 * @param campaign null for the newest
 * @param segment null for all
 * @param perPerson whether figures per person are shown as well
 */
record ResultsAddress(
        SurveyId survey,
        @Nullable CampaignId campaign,
        @Nullable String segment,
        boolean perPerson) {

    private static final String CAMPAIGN = "campaign";
    private static final String SEGMENT = "segment";
    private static final String PER_PERSON = "per-person";
    static final String ITEM = "item";
    static final String PAGE = "page";

    static ResultsAddress of(SurveyId survey, Location location) {
        var campaign = parameter(location, CAMPAIGN);
        return new ResultsAddress(
                survey,
                campaign == null ? null : CampaignId.parse(campaign),
                parameter(location, SEGMENT),
                location.getQueryParameters().getParameters().containsKey(PER_PERSON));
    }

    /** All results of a version: of its newest round with answers, else of its newest; none if it was never asked. */
    static Optional<ResultsAddress> of(SurveyId survey, List<CampaignInfo> rounds, SurveyVersionId version) {
        var asked = rounds.stream()
                .filter(round -> round.surveyVersion().equals(version))
                .toList();
        return asked.stream()
                .filter(round -> round.answered() > 0)
                .findFirst()
                .or(() -> asked.stream().findFirst())
                .map(round -> new ResultsAddress(survey, round.id(), null, false));
    }

    static @Nullable String parameter(Location location, String name) {
        return location.getQueryParameters()
                .getSingleParameter(name)
                .filter(value -> !value.isEmpty())
                .orElse(null);
    }

    /** Another campaign may ask other segments. */
    ResultsAddress withCampaign(CampaignId chosen) {
        return new ResultsAddress(survey, chosen, null, perPerson);
    }

    /** @throws DomainException NOT_FOUND if the address names none of the survey's campaigns, or there are none */
    CampaignInfo chosen(List<CampaignInfo> campaigns) {
        return campaigns.stream()
                .filter(one -> campaign == null || one.id().equals(campaign))
                .findFirst()
                .orElseThrow(DomainException::notFound);
    }

    ResultsAddress withSegment(@Nullable String chosen) {
        return new ResultsAddress(survey, campaign, chosen, perPerson);
    }

    ResultsAddress withPerPerson(boolean shown) {
        return new ResultsAddress(survey, campaign, segment, shown);
    }

    void open() {
        UI.getCurrent().navigate(SurveyNavigation.surveyHref(survey), QueryParameters.simple(parameters()));
    }

    String href() {
        return href(SurveyNavigation.surveyHref(survey), parameters());
    }

    /** The answers behind a question or one of its items; the first page is 1. */
    String behindHref(QuestionId question, @Nullable String item, int page) {
        var parameters = parameters();
        if (item != null) {
            parameters.put(ITEM, item);
        }
        if (page > 1) {
            parameters.put(PAGE, String.valueOf(page));
        }
        return href(SurveyNavigation.surveyHref(survey) + "/answers/" + question.value(), parameters);
    }

    private Map<String, String> parameters() {
        var parameters = new LinkedHashMap<String, String>();
        if (campaign != null) {
            parameters.put(CAMPAIGN, campaign.value().toString());
        }
        if (segment != null) {
            parameters.put(SEGMENT, segment);
        }
        if (perPerson) {
            parameters.put(PER_PERSON, "");
        }
        return parameters;
    }

    static String href(String path, Map<String, String> parameters) {
        return parameters.isEmpty()
                ? path
                : path + "?" + QueryParameters.simple(parameters).getQueryString();
    }
}
