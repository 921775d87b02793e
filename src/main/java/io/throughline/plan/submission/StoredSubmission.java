package io.throughline.plan.submission;

import io.throughline.plan.DraftId;
import io.throughline.plan.SubmissionId;
import io.throughline.shared.Money;
import io.throughline.shared.PersonId;
import java.time.Instant;
import java.time.LocalDate;

/**
 * What was handed in, as its row holds it.
 *
 * @param content as canonical JSON
 * @param hash SHA-256 of it
 * @param engine that computed finish and cost
 */
record StoredSubmission(
        SubmissionId id,
        DraftId draft,
        int baseNumber,
        String content,
        String hash,
        String engine,
        LocalDate finish,
        Money cost,
        PersonId by,
        Instant at) {}
