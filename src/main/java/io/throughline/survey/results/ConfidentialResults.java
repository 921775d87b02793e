package io.throughline.survey.results;

import io.throughline.survey.CampaignId;
import io.throughline.survey.ResultsFilter;
import io.throughline.survey.Turnout;
import io.throughline.survey.design.SurveyAccess;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
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

    private final Turnouts turnouts;

    ConfidentialResults(Turnouts turnouts) {
        this.turnouts = turnouts;
    }

    /** Those that can be looked at alone, in alphabetical order. */
    public List<String> segments(CampaignId campaign) {
        return List.copyOf(told(turnouts.of(campaign, ResultsFilter.NONE)).keySet());
    }

    /** Those segments, and everybody else together. @param byOrganisation of all, or of one such segment */
    public static List<Turnout> turnout(List<Turnout> byOrganisation) {
        var told = told(byOrganisation);
        var rows = new ArrayList<Turnout>();
        told.forEach((segment, some) -> rows.add(Turnouts.together(segment, some)));
        var others = byOrganisation.stream()
                .filter(one -> !told.containsKey(one.segment()))
                .toList();
        if (!others.isEmpty()) {
            rows.add(Turnouts.together("", others));
        }
        return rows;
    }

    private static SortedMap<String, List<Turnout>> told(List<Turnout> byOrganisation) {
        var told = new TreeMap<>(byOrganisation.stream().collect(Collectors.groupingBy(Turnout::segment)));
        var others = new ArrayList<Turnout>();
        told.entrySet().removeIf(one -> {
            boolean small = one.getKey().isEmpty() || !isLarge(one.getValue());
            if (small) {
                others.addAll(one.getValue());
            }
            return small;
        });
        while (!told.isEmpty() && !others.isEmpty() && !isLarge(others)) {
            var smallest = told.entrySet().stream()
                    .min(Comparator.comparingInt(one -> answered(one.getValue())))
                    .orElseThrow()
                    .getKey();
            others.addAll(told.remove(smallest));
        }
        return told;
    }

    private static boolean isLarge(List<Turnout> some) {
        return answered(some) >= SurveyAccess.SMALLEST_GROUP
                && some.stream().filter(one -> one.answered() > 0).count() >= FEWEST_ORGANISATIONS;
    }

    private static int answered(List<Turnout> some) {
        return some.stream().mapToInt(Turnout::answered).sum();
    }
}
