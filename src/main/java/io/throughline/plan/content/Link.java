package io.throughline.plan.content;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * A dependency, kept at the activity that waits.
 *
 * @param from the activity waited for
 * @param lag in working days of the project's calendar, below zero for a lead
 */
public record Link(
        @JsonSerialize(using = ActivityIdJson.Writer.class) @JsonDeserialize(using = ActivityIdJson.Reader.class)
        ActivityId from,

        LinkKind kind,
        WorkDays lag) {

    private static final Comparator<Link> ORDER = Comparator.comparing(
                    (Link link) -> link.from().toString())
            .thenComparing(Link::kind)
            .thenComparing(Link::lag);

    public static Link finishToStart(ActivityId from) {
        return new Link(from, LinkKind.FS, WorkDays.ZERO);
    }

    static List<Link> ordered(Collection<Link> links) {
        return links.stream().distinct().sorted(ORDER).toList();
    }
}
