package io.throughline.plan.draft;

import io.throughline.plan.DraftId;
import io.throughline.shared.DomainException;
import org.springframework.stereotype.Component;

/** Working copies, kept and found. Who may do it is asked by whoever calls. */
@Component
public class DraftStore {

    private final DraftRepository drafts;

    DraftStore(DraftRepository drafts) {
        this.drafts = drafts;
    }

    /** @throws DomainException NOT_FOUND */
    public Draft get(DraftId id) {
        return drafts.findById(id.value()).orElseThrow(DomainException::notFound);
    }

    /** Rows of other tables may refer to it at once. */
    public Draft save(Draft draft) {
        return drafts.saveAndFlush(draft);
    }
}
