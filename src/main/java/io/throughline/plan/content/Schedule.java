package io.throughline.plan.content;

import java.time.LocalDateTime;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The critical path method on a plan's activities: earliest and latest dates and floats. Durations run on the task's
 * calendar, lags on the project's.
 *
 * @param start the first working moment of the project
 * @param finish when the last activity is done; the start where there is none
 * @param timings one for each activity, in an order in which every one stands behind those it waits for
 */
public record Schedule(LocalDateTime start, LocalDateTime finish, Map<ActivityId, Timing> timings) {

    public Schedule {
        timings = Collections.unmodifiableMap(new LinkedHashMap<>(timings));
    }

    /**
     * @throws CyclicPlanException naming the circle, if activities wait for each other
     * @throws IllegalArgumentException if a link or a calendar is not part of the plan
     */
    public static Schedule of(PlanContent plan) {
        return new CriticalPath(plan).schedule();
    }

    public Timing of(ActivityId activity) {
        var timing = timings.get(activity);
        if (timing == null) {
            throw new IllegalArgumentException("not scheduled: " + activity);
        }
        return timing;
    }

    /** The latest finish among these, if any of them is scheduled. */
    public Optional<LocalDateTime> finishOf(Collection<? extends ActivityId> activities) {
        return found(activities).stream().map(Timing::finish).max(LocalDateTime::compareTo);
    }

    /** The earliest start among these, if any of them is scheduled. */
    public Optional<LocalDateTime> startOf(Collection<? extends ActivityId> activities) {
        return found(activities).stream().map(Timing::start).min(LocalDateTime::compareTo);
    }

    private List<Timing> found(Collection<? extends ActivityId> activities) {
        return timings.values().stream()
                .filter(timing -> activities.contains(timing.activity()))
                .toList();
    }
}
