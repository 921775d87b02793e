package io.throughline.survey;

import io.throughline.shared.OrganisationId;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who of an organisation has answered.
 *
 * @param organisation null, like its name empty, where organisations of a segment, or of several, are counted together:
 *     for those who are not to know who answered, since an organisation may be one person
 * @param invited people belonging to it now
 * @param inProgress begun and never submitted; null where nobody can know, answers being anonymous or removed
 * @param answered submitted, those edited since included
 */
public record Turnout(
        @Nullable OrganisationId organisation,
        String name,
        String segment,
        BigDecimal weight,
        int invited,
        @Nullable Integer inProgress,
        int answered) {

    /** How many of them have begun and never submitted, null where it is not known of one of them. */
    public static @Nullable Integer inProgress(List<Turnout> rows) {
        int sum = 0;
        for (var row : rows) {
            var begun = row.inProgress();
            if (begun == null) {
                return null;
            }
            sum += begun;
        }
        return sum;
    }
}
