package io.throughline.plan.content;

import io.throughline.shared.Effort;
import io.throughline.shared.PersonId;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Work with an effort and a duration.
 *
 * @param effort person-hours, charged at the rate of the grade
 * @param duration ≥ 0, in working days of the task's calendar
 * @param calendar null: the project's
 * @param notBefore the work starts on this day or later
 * @param mustFinishBy a deadline: missing it shows as negative float, it moves nothing
 * @param assignee an id, never a name
 * @param requirements those this task serves directly, beside those of the deliverables it leads to
 */
public record Task(
        TaskId id,
        String code,
        String name,
        StageId stage,
        Effort effort,
        WorkDays duration,
        List<Link> links,
        @Nullable LocalDate notBefore,
        @Nullable LocalDate mustFinishBy,
        @Nullable GradeId grade,
        @Nullable PersonId assignee,
        @Nullable CalendarId calendar,
        Set<RequirementRef> requirements,
        int order)
        implements PlanItem {

    public Task {
        links = Link.ordered(links);
        requirements = Collections.unmodifiableSet(new TreeSet<>(requirements));
    }

    public Task withLinks(List<Link> others) {
        return new Task(
                id,
                code,
                name,
                stage,
                effort,
                duration,
                others,
                notBefore,
                mustFinishBy,
                grade,
                assignee,
                calendar,
                requirements,
                order);
    }

    public Task withDuration(WorkDays other) {
        return new Task(
                id,
                code,
                name,
                stage,
                effort,
                other,
                links,
                notBefore,
                mustFinishBy,
                grade,
                assignee,
                calendar,
                requirements,
                order);
    }

    public Task withEffort(Effort other) {
        return new Task(
                id,
                code,
                name,
                stage,
                other,
                duration,
                links,
                notBefore,
                mustFinishBy,
                grade,
                assignee,
                calendar,
                requirements,
                order);
    }

    @Override
    public String title() {
        return code + " " + name;
    }

    @Override
    public PlanItemKind itemKind() {
        return PlanItemKind.TASK;
    }

    @Override
    public Map<PlanField, Object> fields() {
        return new Fields()
                .with(PlanField.CODE, code)
                .with(PlanField.NAME, name)
                .with(PlanField.STAGE, stage)
                .with(PlanField.EFFORT, effort)
                .with(PlanField.DURATION, duration)
                .with(PlanField.LINKS, links)
                .with(PlanField.NOT_BEFORE, notBefore)
                .with(PlanField.MUST_FINISH_BY, mustFinishBy)
                .with(PlanField.GRADE, grade)
                .with(PlanField.ASSIGNEE, assignee)
                .with(PlanField.CALENDAR, calendar)
                .with(PlanField.REQUIREMENTS, requirements)
                .with(PlanField.ORDER, order)
                .map();
    }
}
