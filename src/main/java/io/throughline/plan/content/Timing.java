package io.throughline.plan.content;

import java.time.LocalDateTime;

/**
 * Where the critical path method puts one activity, in the local time of the project.
 *
 * @param totalFloat how much later it may start without moving the project's finish or missing a deadline, in days of
 *     its own calendar; below zero: that much is missing
 * @param freeFloat how much later it may finish without moving any other activity, ≥ 0
 */
public record Timing(
        ActivityId activity,
        LocalDateTime start,
        LocalDateTime finish,
        LocalDateTime latestStart,
        LocalDateTime latestFinish,
        WorkDays totalFloat,
        WorkDays freeFloat) {

    /** Whether any delay of it delays the project or misses a deadline. */
    public boolean critical() {
        return totalFloat.compareTo(WorkDays.ZERO) <= 0;
    }
}
