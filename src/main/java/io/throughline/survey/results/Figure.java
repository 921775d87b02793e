package io.throughline.survey.results;

import io.throughline.survey.question.stats.ByWeighting;
import io.throughline.survey.question.stats.Weighting;
import java.util.Map;

/** One named number of a result, as other programs read it. */
public sealed interface Figure {

    /** Key of the item it is about, empty for the question as a whole. */
    String item();

    String name();

    /** With its interval under each weighting. */
    record Estimated(String item, String name, ByWeighting values) implements Figure {}

    /** A value under each weighting for which there is one. */
    record Weighed(String item, String name, Map<Weighting, Object> values) implements Figure {}

    /** Everybody counted once. */
    record Counted(String item, String name, Object value) implements Figure {}
}
