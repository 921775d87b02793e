package io.throughline.plan.content;

import io.throughline.shared.Effort;
import io.throughline.shared.Money;
import io.throughline.shared.Progress;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which requirements to take under a budget and a capacity, chosen greedily: musts and what they need first, then again
 * and again the requirement whose value, together with that of the prerequisites still missing, is largest for the
 * larger of the two shares (of budget, of capacity) it uses. Not proved to be the best choice, and said so.
 *
 * @param reasons why each candidate is in or out, in the order the candidates were given
 * @param withinLimits false if the musts alone exceed the budget or the capacity
 */
public record ScopeChoice(
        Set<RequirementRef> chosen,
        Map<RequirementRef, Reason> reasons,
        Money cost,
        Effort effort,
        BigDecimal value,
        boolean withinLimits) {

    /**
     * A requirement that could be taken.
     *
     * @param value ≥ 0, on any one scale; null where there is no evidence, which is never chosen for its own sake
     * @param prerequisites what must be taken too
     */
    public record Candidate(
            RequirementRef requirement,
            @Nullable BigDecimal value,
            Money cost,
            Effort effort,
            Set<RequirementRef> prerequisites,
            boolean must) {}

    /** Why a requirement is in (the first three) or out. */
    public enum Why {
        MUST,
        PREREQUISITE,
        CHOSEN,
        DOES_NOT_FIT,
        NO_VALUE,
        PREREQUISITE_MISSING
    }

    /** @param of those it is a prerequisite of, or those it lacks; empty otherwise */
    public record Reason(Why why, Set<RequirementRef> of) {

        public Reason {
            of = Collections.unmodifiableSet(new TreeSet<>(of));
        }

        public boolean in() {
            return why.compareTo(Why.CHOSEN) <= 0;
        }
    }

    public ScopeChoice {
        chosen = Collections.unmodifiableSet(new TreeSet<>(chosen));
        reasons = Collections.unmodifiableMap(new LinkedHashMap<>(reasons));
    }

    /**
     * @param candidates each requirement once
     * @param done requirements that count as delivered already
     */
    public static ScopeChoice greedy(
            Collection<Candidate> candidates,
            Money budget,
            Effort capacity,
            Set<RequirementRef> done,
            Progress progress) {
        return new Greedy(candidates, budget, capacity, done, progress).choose();
    }

    private static final class Greedy {
        private final Map<RequirementRef, Candidate> candidates = new LinkedHashMap<>();
        private final Map<RequirementRef, List<Candidate>> dependents = new HashMap<>();
        private final Map<RequirementRef, Bundle> weighed = new HashMap<>();
        private final PriorityQueue<Bundle> waiting =
                new PriorityQueue<>(Comparator.comparing((Bundle bundle) -> bundle.worth)
                        .reversed()
                        .thenComparing(bundle -> bundle.wanted.requirement()));
        private final Money budget;
        private final Effort capacity;
        private final Set<RequirementRef> done;
        private final Progress progress;
        private final Map<RequirementRef, Reason> reasons = new HashMap<>();
        private final Set<RequirementRef> chosen = new TreeSet<>();
        private Money cost = Money.ZERO;
        private Effort effort = Effort.ZERO;
        private BigDecimal value = BigDecimal.ZERO;

        Greedy(
                Collection<Candidate> candidates,
                Money budget,
                Effort capacity,
                Set<RequirementRef> done,
                Progress progress) {
            for (var candidate : candidates) {
                this.candidates.put(candidate.requirement(), candidate);
                candidate
                        .prerequisites()
                        .forEach(before -> dependents
                                .computeIfAbsent(before, key -> new ArrayList<>())
                                .add(candidate));
            }
            this.budget = budget;
            this.capacity = capacity;
            this.done = done;
            this.progress = progress;
        }

        ScopeChoice choose() {
            for (var candidate : candidates.values()) {
                if (candidate.must()) {
                    bundle(candidate).ifPresent(bundle -> take(candidate, Why.MUST, bundle));
                }
            }
            boolean within = cost.compareTo(budget) <= 0 && effort.compareTo(capacity) <= 0;
            chooseTheRest();
            var ordered = new LinkedHashMap<RequirementRef, Reason>();
            candidates.values().forEach(candidate -> ordered.put(candidate.requirement(), reason(candidate)));
            return new ScopeChoice(chosen, ordered, cost, effort, value, within);
        }

        /**
         * A bundle changes only when a part of it is taken, and what is left to spend only shrinks: so one that doesn't
         * fit is dropped until it changes, and only those that need what was just taken are weighed again.
         */
        private void chooseTheRest() {
            int seen = 0;
            for (var candidate : candidates.values()) {
                weigh(candidate);
                progress.at(++seen, 2 * candidates.size());
            }
            int looked = 0;
            for (var best = waiting.poll(); best != null; best = waiting.poll()) {
                progress.at(seen + Math.min(++looked, seen), 2 * candidates.size());
                var wanted = best.wanted.requirement();
                if (!chosen.contains(wanted) && best.equals(weighed.get(wanted)) && fits(best)) {
                    take(best.wanted, Why.CHOSEN, best);
                    needing(best.parts).forEach(this::weigh);
                }
            }
        }

        private void weigh(Candidate candidate) {
            var wanted = candidate.requirement();
            if (!chosen.contains(wanted) && worthOf(candidate).signum() > 0) {
                bundle(candidate).ifPresent(bundle -> {
                    weighed.put(wanted, bundle);
                    waiting.add(bundle);
                });
            }
        }

        /** All that need any of these, directly or through others. */
        private List<Candidate> needing(List<Candidate> parts) {
            var found = new LinkedHashMap<RequirementRef, Candidate>();
            var open = new ArrayDeque<>(parts);
            while (!open.isEmpty()) {
                for (var next : dependents.getOrDefault(open.remove().requirement(), List.of())) {
                    if (found.putIfAbsent(next.requirement(), next) == null) {
                        open.add(next);
                    }
                }
            }
            return List.copyOf(found.values());
        }

        private boolean fits(Bundle bundle) {
            return cost.plus(bundle.cost).compareTo(budget) <= 0
                    && effort.plus(bundle.effort).compareTo(capacity) <= 0;
        }

        private void take(Candidate wanted, Why why, Bundle bundle) {
            for (var part : bundle.parts) {
                chosen.add(part.requirement());
                cost = cost.plus(part.cost());
                effort = effort.plus(part.effort());
                value = value.add(worthOf(part));
                if (!part.requirement().equals(wanted.requirement())) {
                    reasons.put(
                            part.requirement(),
                            part.must()
                                    ? new Reason(Why.MUST, Set.of())
                                    : new Reason(Why.PREREQUISITE, Set.of(wanted.requirement())));
                }
            }
            reasons.put(wanted.requirement(), new Reason(why, Set.of()));
        }

        /** The candidate with everything it needs that is not chosen yet; empty if something it needs can't be had. */
        private Optional<Bundle> bundle(Candidate wanted) {
            var parts = new LinkedHashMap<RequirementRef, Candidate>();
            var open = new ArrayDeque<RequirementRef>();
            open.add(wanted.requirement());
            while (!open.isEmpty()) {
                var next = open.remove();
                if (chosen.contains(next) || done.contains(next) || parts.containsKey(next)) {
                    continue;
                }
                var part = candidates.get(next);
                if (part == null) {
                    return Optional.empty();
                }
                parts.put(next, part);
                open.addAll(new TreeSet<>(part.prerequisites()));
            }
            return Optional.of(new Bundle(wanted, List.copyOf(parts.values()), budget, capacity));
        }

        private Reason reason(Candidate candidate) {
            var known = reasons.get(candidate.requirement());
            if (known != null) {
                return known;
            }
            if (bundle(candidate).isEmpty()) {
                return new Reason(Why.PREREQUISITE_MISSING, missing(candidate));
            }
            return candidate.value() == null || candidate.value().signum() <= 0
                    ? new Reason(Why.NO_VALUE, Set.of())
                    : new Reason(Why.DOES_NOT_FIT, Set.of());
        }

        private Set<RequirementRef> missing(Candidate wanted) {
            var missing = new TreeSet<RequirementRef>();
            var seen = new TreeSet<RequirementRef>();
            var open = new ArrayDeque<RequirementRef>(wanted.prerequisites());
            while (!open.isEmpty()) {
                var next = open.remove();
                if (done.contains(next) || !seen.add(next)) {
                    continue;
                }
                var part = candidates.get(next);
                if (part == null) {
                    missing.add(next);
                } else {
                    open.addAll(part.prerequisites());
                }
            }
            return missing;
        }
    }

    private static BigDecimal worthOf(Candidate candidate) {
        return candidate.value() == null ? BigDecimal.ZERO : candidate.value();
    }

    private static final class Bundle {
        private static final BigDecimal FREE = new BigDecimal("1e-9");
        private final Candidate wanted;
        private final List<Candidate> parts;
        private final Money cost;
        private final Effort effort;
        private final BigDecimal worth;

        Bundle(Candidate wanted, List<Candidate> parts, Money budget, Effort capacity) {
            this.wanted = wanted;
            this.parts = parts;
            this.cost = parts.stream().map(Candidate::cost).reduce(Money.ZERO, Money::plus);
            this.effort = parts.stream().map(Candidate::effort).reduce(Effort.ZERO, Effort::plus);
            this.worth = worth(budget, capacity);
        }

        private BigDecimal worth(Money budget, Effort capacity) {
            var worth = parts.stream().map(ScopeChoice::worthOf).reduce(BigDecimal.ZERO, BigDecimal::add);
            var use = share(cost.amount(), budget.amount())
                    .max(share(effort.hours(), capacity.hours()))
                    .max(FREE);
            return worth.divide(use, MathContext.DECIMAL64);
        }

        private static BigDecimal share(BigDecimal part, BigDecimal whole) {
            return whole.signum() <= 0 ? part : part.divide(whole, MathContext.DECIMAL64);
        }
    }
}
