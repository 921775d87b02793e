package io.throughline.plan.content;

import java.time.Duration;
import java.time.LocalDateTime;

/**
 * Sums on one calendar. A moment at the end of a working day and the start of the next are the same working time; adding
 * lands on the former, taking away on the latter.
 */
final class WorkClock {

    private final WorkCalendar calendar;
    private final long secondsADay;

    WorkClock(WorkCalendar calendar) {
        this.calendar = calendar;
        this.secondsADay = Duration.between(calendar.from(), calendar.to()).toSeconds();
    }

    long secondsADay() {
        return secondsADay;
    }

    /** The first moment from here on at which work can start. */
    LocalDateTime nextStart(LocalDateTime moment) {
        var day = moment.toLocalDate();
        if (works(moment) && moment.toLocalTime().isBefore(calendar.to())) {
            var opening = day.atTime(calendar.from());
            return moment.isBefore(opening) ? opening : moment;
        }
        do {
            day = day.plusDays(1);
        } while (!works(day.atStartOfDay()));
        return day.atTime(calendar.from());
    }

    /** The last moment up to here at which work can end. */
    LocalDateTime previousEnd(LocalDateTime moment) {
        var day = moment.toLocalDate();
        if (works(moment) && moment.toLocalTime().isAfter(calendar.from())) {
            var closing = day.atTime(calendar.to());
            return moment.isAfter(closing) ? closing : moment;
        }
        do {
            day = day.minusDays(1);
        } while (!works(day.atStartOfDay()));
        return day.atTime(calendar.to());
    }

    LocalDateTime plus(LocalDateTime moment, WorkDays duration) {
        return plus(moment, duration.seconds(secondsADay));
    }

    LocalDateTime minus(LocalDateTime moment, WorkDays duration) {
        return plus(moment, -duration.seconds(secondsADay));
    }

    /** Working time from one moment to another in days, below zero if the second is earlier. */
    WorkDays between(LocalDateTime from, LocalDateTime to) {
        return WorkDays.ofSeconds(seconds(from, to), secondsADay);
    }

    private LocalDateTime plus(LocalDateTime moment, long seconds) {
        if (seconds == 0) {
            return moment;
        }
        return seconds > 0 ? forward(moment, seconds) : back(moment, -seconds);
    }

    private LocalDateTime forward(LocalDateTime moment, long seconds) {
        var at = nextStart(moment);
        long left = seconds;
        while (true) {
            long today =
                    Duration.between(at, at.toLocalDate().atTime(calendar.to())).toSeconds();
            if (left <= today) {
                return at.plusSeconds(left);
            }
            left -= today;
            at = nextStart(at.toLocalDate().atTime(calendar.to()));
        }
    }

    private LocalDateTime back(LocalDateTime moment, long seconds) {
        var at = previousEnd(moment);
        long left = seconds;
        while (true) {
            long today = Duration.between(at.toLocalDate().atTime(calendar.from()), at)
                    .toSeconds();
            if (left <= today) {
                return at.minusSeconds(left);
            }
            left -= today;
            at = previousEnd(at.toLocalDate().atTime(calendar.from()));
        }
    }

    private long seconds(LocalDateTime from, LocalDateTime to) {
        if (to.isBefore(from)) {
            return -seconds(to, from);
        }
        long sum = 0;
        for (var day = from.toLocalDate(); !day.isAfter(to.toLocalDate()); day = day.plusDays(1)) {
            if (works(day.atStartOfDay())) {
                var opening = day.atTime(calendar.from());
                var closing = day.atTime(calendar.to());
                var begin = from.isAfter(opening) ? from : opening;
                var end = to.isBefore(closing) ? to : closing;
                sum += Math.max(0, Duration.between(begin, end).toSeconds());
            }
        }
        return sum;
    }

    private boolean works(LocalDateTime moment) {
        return calendar.workingDays().contains(moment.getDayOfWeek())
                && !calendar.holidays().contains(moment.toLocalDate());
    }
}
