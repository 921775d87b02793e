package io.throughline.backlog;

import java.util.EnumSet;
import java.util.List;

/** One status for an answer from those of all requirements it led to. */
final class Derived {

    private Derived() {}

    /** @param without the status where it led to none */
    static AnswerStatus status(List<PublishedRequirement> requirements, AnswerStatus without) {
        var all = EnumSet.noneOf(AnswerStatus.class);
        requirements.forEach(r -> all.add(r.status()));
        if (all.isEmpty()) {
            return without;
        }
        if (all.size() == 1) {
            return all.iterator().next();
        }
        if (all.contains(AnswerStatus.DELIVERED)) {
            return AnswerStatus.DELIVERED;
        }
        if (all.contains(AnswerStatus.DONE) || all.contains(AnswerStatus.PARTLY_DONE)) {
            return AnswerStatus.PARTLY_DONE;
        }
        if (all.contains(AnswerStatus.CHANGED)) {
            return AnswerStatus.CHANGED;
        }
        return all.contains(AnswerStatus.PLANNED) ? AnswerStatus.PLANNED : AnswerStatus.REQUIREMENT;
    }
}
