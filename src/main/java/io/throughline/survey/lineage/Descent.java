package io.throughline.survey.lineage;

import io.throughline.survey.SurveyVersionId;
import java.util.List;
import java.util.Map;

/**
 * Where a question comes from.
 *
 * @param line the versions whose answers stand in one line with this one's, the nearest first
 * @param archived number of the last version that asked it differently, so that its answers and those before are not
 *     compared; 0 for none
 */
public record Descent(List<Ancestor> line, int archived) {

    public Descent {
        line = List.copyOf(line);
    }

    /**
     * The same question in an earlier version.
     *
     * @param number of the version
     * @param place of the question in it, from 1
     * @param items for each key an item has there whose answers go on, its key in the version asked about; several may
     *     stand for one. A pair of a {@link io.throughline.survey.question.Pairwise} question names its items in the
     *     order of its own version
     */
    public record Ancestor(SurveyVersionId version, int number, int place, Map<String, String> items) {}
}
