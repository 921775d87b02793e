package io.throughline.survey.question.stats;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A figure about one item on which organisations, and the people inside each, may differ. */
public interface Divided {

    /** Of the item. */
    String key();

    /** The figure inside each organisation. */
    List<OrganisationFigure> organisations();

    /** Pooled standard deviation inside organisations; null where no organisation has two people. */
    @Nullable
    Double disagreement();
}
