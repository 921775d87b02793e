package io.throughline.survey.results;

import io.throughline.survey.CampaignId;
import io.throughline.survey.ResultsFilter;
import io.throughline.survey.Turnout;
import io.throughline.survey.design.SurveyAccess;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Which groups of a confidential campaign may be told to whoever is not to know who answered: segments in which enough people
 * of enough organisations answered, where what is left beside them is as large. Otherwise a figure, or the difference of two,
 * would say what one organisation said, which may be one person.
 */
@Component
public class ConfidentialResults {

    /** Of fewer organisations one could tell which it is. */
    static final int FEWEST_ORGANISATIONS = 3;

    static final SegmentsApart APART = new SegmentsApart(SurveyAccess.SMALLEST_GROUP, FEWEST_ORGANISATIONS);

    private final Turnouts turnouts;

    ConfidentialResults(Turnouts turnouts) {
        this.turnouts = turnouts;
    }

    /** Those that can be looked at alone, in alphabetical order. */
    public List<String> segments(CampaignId campaign) {
        return apart(turnouts.of(campaign, ResultsFilter.NONE)).stream()
                .sorted()
                .toList();
    }

    /** Those segments, and everybody else together. @param byOrganisation of all, or of one such segment */
    public static List<Turnout> turnout(List<Turnout> byOrganisation) {
        var apart = apart(byOrganisation);
        var rows = new ArrayList<Turnout>();
        new TreeMap<>(byOrganisation.stream()
                        .filter(one -> apart.contains(one.segment()))
                        .collect(Collectors.groupingBy(Turnout::segment)))
                .forEach((segment, some) -> rows.add(Turnouts.together(segment, some)));
        var others = byOrganisation.stream()
                .filter(one -> !apart.contains(one.segment()))
                .toList();
        if (!others.isEmpty()) {
            rows.add(Turnouts.together("", others));
        }
        return rows;
    }

    private static Set<String> apart(List<Turnout> byOrganisation) {
        return APART.of(byOrganisation.stream()
                .map(one -> new SegmentsApart.Answered(
                        one.segment(),
                        Objects.requireNonNull(one.organisation()).value(),
                        one.answered()))
                .toList());
    }
}
