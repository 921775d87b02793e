package io.throughline.plan.content;

import io.throughline.shared.Id;
import org.jspecify.annotations.Nullable;

/**
 * Something about a plan that must or should be put right.
 *
 * @param item the title of what it is about
 * @param about the item of that title; null where it is the plan as a whole, or several items
 * @param detail names or figures that belong to it, empty if there are none
 */
public record PlanProblem(Kind kind, String item, @Nullable Id about, String detail) {

    /** How much it hinders. */
    public enum Severity {
        /** The plan makes no sense and can't be stored. */
        BROKEN,
        /** It may be stored but not submitted. */
        INCOMPLETE,
        /** It may be submitted; who decides sees it. */
        WARNING
    }

    /** The kinds of problem. */
    public enum Kind {
        UNKNOWN_REFERENCE(Severity.BROKEN),
        CYCLE(Severity.BROKEN),
        NEGATIVE(Severity.BROKEN),
        OUT_OF_REACH(Severity.BROKEN),
        NEGATIVE_COST(Severity.BROKEN),
        TOO_LARGE(Severity.BROKEN),
        NAME_MISSING(Severity.BROKEN),
        NAME_TOO_LONG(Severity.BROKEN),
        SCOPE_EMPTY(Severity.INCOMPLETE),
        NO_TASKS(Severity.INCOMPLETE),
        NO_DELIVERABLE(Severity.INCOMPLETE),
        REASON_MISSING(Severity.INCOMPLETE),
        DELIVERED_DROPPED(Severity.INCOMPLETE),
        DECLINED(Severity.INCOMPLETE),
        HELD_BY_ANOTHER(Severity.INCOMPLETE),
        NOT_SERVED(Severity.WARNING),
        NO_GRADE(Severity.WARNING),
        OVER_BUDGET(Severity.WARNING),
        OVER_CAPACITY(Severity.WARNING),
        DEADLINE_MISSED(Severity.WARNING);

        private final Severity severity;

        Kind(Severity severity) {
            this.severity = severity;
        }

        public Severity severity() {
            return severity;
        }
    }

    public Severity severity() {
        return kind.severity();
    }
}
