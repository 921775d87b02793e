package io.throughline.survey.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import io.throughline.shared.DomainException;
import io.throughline.survey.CampaignId;
import io.throughline.survey.CampaignInfo;
import io.throughline.survey.QuestionId;
import io.throughline.survey.ResultsFilter;
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
 * @param filter whose answers
 * @param perPerson whether figures per person are shown as well
 */
public record ResultsAddress(SurveyId survey, @Nullable CampaignId campaign, ResultsFilter filter, boolean perPerson) {

    private static final String CAMPAIGN = "campaign";
    private static final String PER_PERSON = "per-person";
    public static final String ITEM = "item";
    public static final String PAGE = "page";

    public static ResultsAddress of(SurveyId survey, Location location) {
        var campaign = parameter(location, CAMPAIGN);
        return new ResultsAddress(
                survey,
                campaign == null ? null : CampaignId.parse(campaign),
                ResultsFilter.read(name -> location.getQueryParameters().getParameters(name)),
                location.getQueryParameters().getParameters().containsKey(PER_PERSON));
    }

    /** All results of a version: of its newest round with answers, else of its newest; none if it was never asked. */
    public static Optional<ResultsAddress> of(SurveyId survey, List<CampaignInfo> rounds, SurveyVersionId version) {
        var asked = rounds.stream()
                .filter(round -> round.surveyVersion().equals(version))
                .toList();
        return asked.stream()
                .filter(round -> round.answered() > 0)
                .findFirst()
                .or(() -> asked.stream().findFirst())
                .map(round -> new ResultsAddress(survey, round.id(), ResultsFilter.NONE, false));
    }

    public static @Nullable String parameter(Location location, String name) {
        return location.getQueryParameters()
                .getSingleParameter(name)
                .filter(value -> !value.isEmpty())
                .orElse(null);
    }

    /** Another campaign may ask others, and other things. */
    public ResultsAddress withCampaign(CampaignId chosen) {
        return new ResultsAddress(survey, chosen, ResultsFilter.NONE, perPerson);
    }

    /** The same people's answers in another campaign. */
    public ResultsAddress at(CampaignId other) {
        return new ResultsAddress(survey, other, filter, perPerson);
    }

    /** @throws DomainException NOT_FOUND if the address names none of the survey's campaigns, or there are none */
    public CampaignInfo chosen(List<CampaignInfo> campaigns) {
        return campaigns.stream()
                .filter(one -> campaign == null || one.id().equals(campaign))
                .findFirst()
                .orElseThrow(DomainException::notFound);
    }

    public ResultsAddress with(ResultsFilter chosen) {
        return new ResultsAddress(survey, campaign, chosen, perPerson);
    }

    public ResultsAddress withPerPerson(boolean shown) {
        return new ResultsAddress(survey, campaign, filter, shown);
    }

    public void open() {
        UI.getCurrent().navigate(SurveyNavigation.surveyHref(survey), new QueryParameters(parameters()));
    }

    public String href() {
        return href(SurveyNavigation.surveyHref(survey), parameters());
    }

    /** This campaign beside an earlier one. */
    public String wavesHref() {
        return href(SurveyNavigation.wavesHref(survey), parameters());
    }

    /** The answers behind a question or one of its items; the first page is 1. */
    public String behindHref(QuestionId question, @Nullable String item, int page) {
        var parameters = parameters();
        if (item != null) {
            parameters.put(ITEM, List.of(item));
        }
        if (page > 1) {
            parameters.put(PAGE, List.of(String.valueOf(page)));
        }
        return href(SurveyNavigation.surveyHref(survey) + "/answers/" + question.value(), parameters);
    }

    public Map<String, List<String>> parameters() {
        var parameters = new LinkedHashMap<String, List<String>>();
        if (campaign != null) {
            parameters.put(CAMPAIGN, List.of(campaign.value().toString()));
        }
        parameters.putAll(filter.written());
        if (perPerson) {
            parameters.put(PER_PERSON, List.of(""));
        }
        return parameters;
    }

    public static String href(String path, Map<String, List<String>> parameters) {
        return parameters.isEmpty() ? path : path + "?" + new QueryParameters(parameters).getQueryString();
    }
}
