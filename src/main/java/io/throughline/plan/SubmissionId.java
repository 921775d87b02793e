package io.throughline.plan;

import io.throughline.shared.Id;
import io.throughline.shared.Ids;
import java.util.UUID;

/** Identity: a plan or a change as it was handed in. */
public record SubmissionId(UUID value) implements Id {

    public static SubmissionId next() {
        return new SubmissionId(Ids.next());
    }

    /** @throws io.throughline.shared.DomainException NOT_FOUND if the text is no id */
    public static SubmissionId parse(String text) {
        return new SubmissionId(Ids.parse(text));
    }
}
