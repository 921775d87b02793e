package io.throughline.plan.content;

import io.throughline.shared.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a change does to the finish date, the cost and the needs behind the requirements.
 *
 * @param laterBy working days of the project's new calendar, below zero if it finishes earlier
 * @param needs those touched, in the order of their ids; a need that is served as before is not listed
 * @param needsServedBefore how many needs had a requirement in scope
 * @param needsServedAfter how many have one now
 */
public record Impact(
        LocalDate finishBefore,
        LocalDate finishAfter,
        WorkDays laterBy,
        Money costBefore,
        Money costAfter,
        List<NeedImpact> needs,
        int needsServedBefore,
        int needsServedAfter) {

    /** What happens to a need. */
    public enum Effect {
        /** No requirement serving it stays in scope. */
        DROPS_OUT,
        /** Fewer requirements serving it stay, or the wording or a criterion of what serves it is not kept. */
        WEAKENED,
        /** The last task or deliverable serving it finishes later. */
        DELAYED,
        /** It was not served before. */
        JOINS
    }

    /**
     * @param effects at least one; a need can be weakened and delayed at once
     * @param lost requirements serving it that leave the scope
     * @param criteria texts of criteria that are no longer as they were
     * @param finishBefore when the last of what serves it was to finish, null if nothing did
     * @param finishAfter likewise after the change
     */
    public record NeedImpact(
            NeedRef need,
            Set<Effect> effects,
            Set<RequirementRef> lost,
            List<String> criteria,
            @Nullable LocalDate finishBefore,
            @Nullable LocalDate finishAfter) {

        public NeedImpact {
            effects = Collections.unmodifiableSet(EnumSet.copyOf(effects));
            lost = Collections.unmodifiableSet(new TreeSet<>(lost));
            criteria = List.copyOf(criteria);
        }
    }

    public Impact {
        needs = List.copyOf(needs);
    }

    /** @param needsOf the needs behind each requirement; one that is missing has none */
    public static Impact of(
            PlanFigures before, PlanFigures after, Map<RequirementRef, ? extends Set<NeedRef>> needsOf) {
        var servedBefore = served(before.plan(), needsOf);
        var servedAfter = served(after.plan(), needsOf);
        var all = new TreeSet<NeedRef>(servedBefore.keySet());
        all.addAll(servedAfter.keySet());
        var touched = new ArrayList<NeedImpact>();
        for (var need : all) {
            judge(
                            need,
                            before,
                            after,
                            servedBefore.getOrDefault(need, Set.of()),
                            servedAfter.getOrDefault(need, Set.of()))
                    .ifPresent(touched::add);
        }
        var calendar = after.plan().calendars().stream()
                .filter(c -> c.id().equals(after.plan().header().calendar()))
                .findFirst()
                .orElseThrow();
        return new Impact(
                before.finish(),
                after.finish(),
                new WorkClock(calendar)
                        .between(before.schedule().finish(), after.schedule().finish()),
                before.cost(),
                after.cost(),
                touched,
                servedBefore.size(),
                servedAfter.size());
    }

    public Money costDifference() {
        return costAfter.minus(costBefore);
    }

    private static Optional<NeedImpact> judge(
            NeedRef need, PlanFigures before, PlanFigures after, Set<RequirementRef> was, Set<RequirementRef> is) {
        Set<Effect> effects = EnumSet.noneOf(Effect.class);
        var lost = new TreeSet<>(was);
        lost.removeAll(is);
        List<String> criteria = List.of();
        var finishBefore = finish(before, was);
        var finishAfter = finish(after, is);
        if (was.isEmpty()) {
            effects.add(Effect.JOINS);
        } else if (is.isEmpty()) {
            effects.add(Effect.DROPS_OUT);
        } else {
            var kept = new TreeSet<>(was);
            kept.retainAll(is);
            criteria = criteriaNotKept(before.plan(), after.plan(), kept);
            if (!lost.isEmpty() || !criteria.isEmpty() || reworded(before.plan(), after.plan(), kept)) {
                effects.add(Effect.WEAKENED);
            }
            if (finishBefore != null && finishAfter != null && finishAfter.isAfter(finishBefore)) {
                effects.add(Effect.DELAYED);
            }
        }
        return effects.isEmpty()
                ? Optional.empty()
                : Optional.of(new NeedImpact(need, effects, lost, criteria, finishBefore, finishAfter));
    }

    private static Map<NeedRef, Set<RequirementRef>> served(
            PlanContent plan, Map<RequirementRef, ? extends Set<NeedRef>> needsOf) {
        var served = new TreeMap<NeedRef, Set<RequirementRef>>();
        for (var requirement : plan.requirementsInScope()) {
            Set<NeedRef> needs = needsOf.get(requirement);
            if (needs != null) {
                needs.forEach(need ->
                        served.computeIfAbsent(need, n -> new TreeSet<>()).add(requirement));
            }
        }
        return served;
    }

    /** Where nothing in the plan serves a requirement by name, it is done when the project is. */
    private static @Nullable LocalDate finish(PlanFigures figures, Set<RequirementRef> requirements) {
        LocalDate last = null;
        for (var requirement : requirements) {
            var finish = figures.servedIn(requirement).finish();
            last = last == null || finish.isAfter(last) ? finish : last;
        }
        return last;
    }

    private static List<String> criteriaNotKept(
            PlanContent before, PlanContent after, Set<RequirementRef> requirements) {
        var notKept = new ArrayList<String>();
        for (var deliverable : before.deliverables()) {
            if (Collections.disjoint(deliverable.requirements(), requirements)) {
                continue;
            }
            var now = after.deliverable(deliverable.id());
            var kept = new HashSet<>(now.map(Deliverable::criteria).orElse(List.of()));
            deliverable.criteria().stream()
                    .filter(criterion -> !kept.contains(criterion))
                    .map(Criterion::text)
                    .forEach(notKept::add);
        }
        return notKept;
    }

    private static boolean reworded(PlanContent before, PlanContent after, Set<RequirementRef> requirements) {
        var versions = new HashMap<RequirementRef, Integer>();
        before.scope().forEach(item -> versions.put(item.requirement(), item.requirementVersion()));
        return after.scope().stream()
                .filter(item -> requirements.contains(item.requirement()))
                .anyMatch(item -> !Integer.valueOf(item.requirementVersion()).equals(versions.get(item.requirement())));
    }
}
