package io.throughline.plan;

import io.throughline.shared.Money;
import io.throughline.shared.PersonId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A baseline in one line.
 *
 * @param cost null for those who may not see what things cost
 * @param submission what was approved
 * @param hash SHA-256 of its canonical bytes
 */
public record BaselineInfo(
        BaselineId id,
        ProjectId project,
        int number,
        SubmissionId submission,
        String hash,
        String engine,
        LocalDate start,
        LocalDate finish,
        @Nullable Money cost,
        PersonId approvedBy,
        Instant approvedAt) {}
