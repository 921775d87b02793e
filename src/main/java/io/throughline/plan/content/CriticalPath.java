package io.throughline.plan.content;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One run of the critical path method: forward for the earliest dates, backward for the latest, floats from both. */
final class CriticalPath {

    private final WorkClock projectClock;
    private final WorkCalendar projectCalendar;
    private final LocalDateTime projectStart;
    private final Map<ActivityId, Node> nodes = new LinkedHashMap<>();

    CriticalPath(PlanContent plan) {
        var calendars = new HashMap<CalendarId, WorkCalendar>();
        plan.calendars().forEach(calendar -> calendars.put(calendar.id(), calendar));
        projectCalendar = required(calendars, plan.header().calendar());
        projectClock = new WorkClock(projectCalendar);
        projectStart = projectClock.nextStart(plan.header().start().atTime(projectCalendar.from()));
        for (var task : plan.tasks()) {
            var calendar = task.calendar() == null ? projectCalendar : required(calendars, task.calendar());
            nodes.put(
                    task.id(),
                    new Node(
                            task.id(),
                            task.title(),
                            calendar,
                            task.duration(),
                            task.links(),
                            task.notBefore(),
                            task.mustFinishBy()));
        }
        for (var milestone : plan.milestones()) {
            nodes.put(
                    milestone.id(),
                    new Node(
                            milestone.id(),
                            milestone.title(),
                            projectCalendar,
                            WorkDays.ZERO,
                            milestone.links(),
                            milestone.notBefore(),
                            milestone.mustFinishBy()));
        }
        for (var node : nodes.values()) {
            for (var link : node.links) {
                node(link.from()).successors.add(new Successor(node, link));
            }
        }
    }

    Schedule schedule() {
        var order = inOrder();
        order.forEach(this::placeEarliest);
        var finish = order.stream()
                .map(node -> node.earlyFinish)
                .max(LocalDateTime::compareTo)
                .orElse(projectStart);
        order.reversed().forEach(node -> placeLatest(node, finish));
        var timings = new LinkedHashMap<ActivityId, Timing>();
        for (var node : order) {
            timings.put(
                    node.id,
                    new Timing(
                            node.id,
                            node.earlyStart,
                            node.earlyFinish,
                            node.lateStart,
                            node.lateFinish,
                            node.clock.between(node.earlyStart, node.lateStart),
                            freeFloat(node, finish)));
        }
        return new Schedule(projectStart, finish, timings);
    }

    private void placeEarliest(Node node) {
        var start = projectStart;
        if (node.notBefore != null) {
            start = later(start, node.notBefore.atTime(node.calendar.from()));
        }
        for (var link : node.links) {
            var from = node(link.from());
            start = later(
                    start,
                    switch (link.kind()) {
                        case FS -> lagged(from.earlyFinish, link);
                        case SS -> lagged(from.earlyStart, link);
                        case FF -> node.startFor(lagged(from.earlyFinish, link));
                        case SF -> node.startFor(lagged(from.earlyStart, link));
                    });
        }
        node.earlyStart = node.isPoint() ? start : node.clock.nextStart(start);
        node.earlyFinish = node.clock.plus(node.earlyStart, node.duration);
    }

    private void placeLatest(Node node, LocalDateTime projectFinish) {
        var finish = projectFinish;
        if (node.mustFinishBy != null) {
            finish = earlier(finish, node.mustFinishBy.atTime(node.calendar.to()));
        }
        for (var successor : node.successors) {
            var to = successor.node;
            var link = successor.link;
            finish = earlier(
                    finish,
                    switch (link.kind()) {
                        case FS -> unlagged(to.lateStart, link);
                        case FF -> unlagged(to.lateFinish, link);
                        case SS -> node.finishFor(unlagged(to.lateStart, link));
                        case SF -> node.finishFor(unlagged(to.lateFinish, link));
                    });
        }
        node.lateFinish = node.isPoint() ? finish : node.clock.previousEnd(finish);
        node.lateStart = node.clock.minus(node.lateFinish, node.duration);
    }

    private WorkDays freeFloat(Node node, LocalDateTime projectFinish) {
        var slack = node.clock.between(node.earlyFinish, projectFinish);
        for (var successor : node.successors) {
            var to = successor.node;
            var link = successor.link;
            var one = switch (link.kind()) {
                case FS -> node.clock.between(lagged(node.earlyFinish, link), to.earlyStart);
                case SS -> node.clock.between(lagged(node.earlyStart, link), to.earlyStart);
                case FF -> node.clock.between(lagged(node.earlyFinish, link), to.earlyFinish);
                case SF -> node.clock.between(lagged(node.earlyStart, link), to.earlyFinish);
            };
            slack = one.compareTo(slack) < 0 ? one : slack;
        }
        return slack.isNegative() ? WorkDays.ZERO : slack;
    }

    private LocalDateTime lagged(LocalDateTime moment, Link link) {
        return projectClock.plus(moment, link.lag());
    }

    private LocalDateTime unlagged(LocalDateTime moment, Link link) {
        return projectClock.minus(moment, link.lag());
    }

    /** Depth first, so that every activity stands behind those it waits for. */
    private List<Node> inOrder() {
        var order = new ArrayList<Node>();
        var done = new HashSet<Node>();
        for (var root : nodes.values()) {
            visit(root, order, done);
        }
        return order;
    }

    /** Iterative: a chain of thousands of tasks must not exhaust the stack. */
    private void visit(Node root, List<Node> order, Set<Node> done) {
        if (done.contains(root)) {
            return;
        }
        Deque<Visit> path = new ArrayDeque<>();
        Set<Node> open = new HashSet<>();
        path.push(new Visit(root));
        open.add(root);
        while (!path.isEmpty()) {
            var visit = path.peek();
            if (visit.next == visit.node.links.size()) {
                path.pop();
                open.remove(visit.node);
                done.add(visit.node);
                order.add(visit.node);
                continue;
            }
            var before = node(visit.node.links.get(visit.next++).from());
            if (open.contains(before)) {
                throw new CyclicPlanException(circle(path, before));
            }
            if (!done.contains(before)) {
                path.push(new Visit(before));
                open.add(before);
            }
        }
    }

    private static List<String> circle(Deque<Visit> path, Node closing) {
        // The stack's top waits for the closing one; read downwards it is the order of the work.
        var names = new ArrayList<String>();
        names.add(closing.title);
        for (var visit : path) {
            names.add(visit.node.title);
            if (visit.node == closing) {
                break;
            }
        }
        return names;
    }

    private Node node(ActivityId id) {
        var node = nodes.get(id);
        if (node == null) {
            throw new IllegalArgumentException("a link to what is not in the plan: " + id);
        }
        return node;
    }

    private static WorkCalendar required(Map<CalendarId, WorkCalendar> calendars, CalendarId id) {
        var calendar = calendars.get(id);
        if (calendar == null) {
            throw new IllegalArgumentException("a calendar that is not in the plan: " + id);
        }
        return calendar;
    }

    private static LocalDateTime later(LocalDateTime a, LocalDateTime b) {
        return a.isAfter(b) ? a : b;
    }

    private static LocalDateTime earlier(LocalDateTime a, LocalDateTime b) {
        return a.isBefore(b) ? a : b;
    }

    private record Successor(Node node, Link link) {}

    private static final class Visit {
        final Node node;
        int next;

        Visit(Node node) {
            this.node = node;
        }
    }

    private static final class Node {
        final ActivityId id;
        final String title;
        final WorkCalendar calendar;
        final WorkClock clock;
        final WorkDays duration;
        final List<Link> links;
        final @Nullable LocalDate notBefore;
        final @Nullable LocalDate mustFinishBy;
        final List<Successor> successors = new ArrayList<>();
        LocalDateTime earlyStart = LocalDateTime.MIN;
        LocalDateTime earlyFinish = LocalDateTime.MIN;
        LocalDateTime lateStart = LocalDateTime.MAX;
        LocalDateTime lateFinish = LocalDateTime.MAX;

        Node(
                ActivityId id,
                String title,
                WorkCalendar calendar,
                WorkDays duration,
                List<Link> links,
                @Nullable LocalDate notBefore,
                @Nullable LocalDate mustFinishBy) {
            this.id = id;
            this.title = title;
            this.calendar = calendar;
            this.clock = new WorkClock(calendar);
            this.duration = duration;
            this.links = links;
            this.notBefore = notBefore;
            this.mustFinishBy = mustFinishBy;
        }

        /** A point has no time of its own to stand in: it keeps the moment it is given. */
        boolean isPoint() {
            return duration.isZero();
        }

        LocalDateTime startFor(LocalDateTime finish) {
            return clock.minus(finish, duration);
        }

        LocalDateTime finishFor(LocalDateTime start) {
            return clock.plus(start, duration);
        }
    }
}
