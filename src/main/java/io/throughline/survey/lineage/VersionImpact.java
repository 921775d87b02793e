package io.throughline.survey.lineage;

import io.throughline.survey.SurveyContent;
import java.util.List;
import org.springframework.modulith.NamedInterface;

/**
 * What the draft would change.
 *
 * @param next number of the version it would be
 * @param before what was asked last
 */
@NamedInterface("lineage")
public record VersionImpact(int next, SurveyContent before, SurveyContent after, List<TouchingEdit> edits) {

    public VersionImpact {
        edits = List.copyOf(edits);
    }
}
