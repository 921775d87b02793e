package io.throughline.survey.foreign;

import io.throughline.survey.SurveyContent;
import java.util.List;

/**
 * A survey of another tool, as it can be asked here.
 *
 * @param leftovers what could not be carried over, in the order of the file
 */
public record Foreign(SurveyContent content, List<Leftover> leftovers) {

    /** The largest file, in bytes. */
    public static final int LARGEST = 5_000_000;

    public Foreign {
        leftovers = List.copyOf(leftovers);
    }
}
