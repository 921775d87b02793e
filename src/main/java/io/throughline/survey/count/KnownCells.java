package io.throughline.survey.count;

import io.throughline.survey.QuestionId;
import io.throughline.survey.ResultsFilter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * All there is up to the last answer submitted, of those a filter leaves.
 *
 * @param counted tells one state of the cells from another
 * @param cells by question
 * @param uncounted what is not in the cells yet, of everybody
 * @param held what is in the cells, or uncounted, and may not be told
 * @param groups of an anonymous campaign that has closed: what may be told of them
 */
public record KnownCells(
        long counted,
        Map<QuestionId, List<CountedCells.Part>> cells,
        List<DueResponse> uncounted,
        List<HeldAnswers.Held> held,
        Map<QuestionId, HeldAnswers.Groups> groups) {

    public static final KnownCells NOTHING = of(0, Map.of(), List.of());

    /** Of a campaign that is not anonymous. */
    static KnownCells of(long counted, Map<QuestionId, List<CountedCells.Part>> cells, List<DueResponse> uncounted) {
        return new KnownCells(counted, cells, uncounted, List.of(), Map.of());
    }

    /** The same, of the groups a filter leaves. @param filter of all weeks, and without an answer to another question */
    public KnownCells of(ResultsFilter filter) {
        var left = new HashMap<QuestionId, List<CountedCells.Part>>();
        cells.forEach((question, parts) -> left.put(
                question,
                parts.stream().filter(part -> filter.admits(part.group())).toList()));
        return new KnownCells(counted, left, uncounted, held, groups);
    }
}
