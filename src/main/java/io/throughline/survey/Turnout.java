package io.throughline.survey;

import io.throughline.shared.OrganisationId;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Who of an organisation has answered.
 *
 * @param organisation null, like its name empty, where organisations of a segment, or of several, are counted together:
 *     for those who are not to know who answered, since an organisation may be one person
 * @param invited people belonging to it now
 * @param inProgress begun and never submitted
 * @param answered submitted, those edited since included
 */
public record Turnout(
        @Nullable OrganisationId organisation,
        String name,
        String segment,
        BigDecimal weight,
        int invited,
        int inProgress,
        int answered) {}
