package io.throughline.survey;

import io.throughline.survey.question.Given;
import io.throughline.survey.question.stats.Respondent;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;

/** Takes out of the answers to one question what figures would say of groups too small to hide in. */
final class SmallGroups {

    /** Where everybody belongs who belongs to no group that may be told. */
    static final UUID NO_ORGANISATION = new UUID(0, 0);

    private SmallGroups() {}

    /**
     * Nobody where too few answered. Otherwise everybody: with their organisations where enough of each answered and enough
     * are in none, or nobody is; without any where that is not so.
     *
     * @param given by everybody who was shown the question
     * @param enough how many people are
     */
    static List<Given> hidden(List<Given> given, int enough) {
        var answered = new HashMap<UUID, Integer>();
        for (var one : given) {
            if (!one.answer().isEmpty()) {
                answered.merge(one.by().organisation(), 1, Integer::sum);
            }
        }
        if (answered.values().stream().mapToInt(Integer::intValue).sum() < enough) {
            return List.of();
        }
        return answered.values().stream().allMatch(people -> people >= enough)
                ? given
                : given.stream().map(SmallGroups::alone).toList();
    }

    private static Given alone(Given one) {
        return new Given(new Respondent(one.by().response(), NO_ORGANISATION, 1), one.answer());
    }
}
