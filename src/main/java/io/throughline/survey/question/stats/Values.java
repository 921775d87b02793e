package io.throughline.survey.question.stats;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongPredicate;
import java.util.function.LongToDoubleFunction;
import java.util.stream.LongStream;

/** How many people gave which value, in the order of the values. */
public final class Values {

    private final TreeMap<Long, Integer> counts = new TreeMap<>();

    /** @param people negative to take back */
    void add(long value, int people) {
        counts.merge(value, people, (before, more) -> before + more == 0 ? null : before + more);
    }

    void addAll(Values other) {
        other.counts.forEach(this::add);
    }

    Map<Long, Integer> counts() {
        return counts;
    }

    public boolean isEmpty() {
        return counts.isEmpty();
    }

    /** The values given, each once, in order. */
    public LongStream different() {
        return counts.keySet().stream().mapToLong(Long::longValue);
    }

    public int people() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    public int count(LongPredicate which) {
        int people = 0;
        for (var entry : counts.entrySet()) {
            people += which.test(entry.getKey()) ? entry.getValue() : 0;
        }
        return people;
    }

    /** The value at a place in the order of all people's, from 0. */
    public long at(int place) {
        int before = 0;
        for (var entry : counts.entrySet()) {
            before += entry.getValue();
            if (place < before) {
                return entry.getKey();
            }
        }
        return counts.lastKey();
    }

    /** Quantile of people's values by linear interpolation (type 7 of Hyndman & Fan 1996). */
    double quantile(double p, LongToDoubleFunction unit) {
        double position = p * (people() - 1);
        int below = (int) position;
        double low = unit.applyAsDouble(at(below));
        double high = unit.applyAsDouble(at(below + 1));
        return low + (position - below) * (high - low);
    }

    /** @param unit what a kept value says */
    public Moments moments(LongToDoubleFunction unit) {
        int people = 0;
        double sum = 0;
        for (var entry : counts.entrySet()) {
            people += entry.getValue();
            sum += entry.getValue() * unit.applyAsDouble(entry.getKey());
        }
        double mean = sum / people;
        double squares = 0;
        for (var entry : counts.entrySet()) {
            double off = unit.applyAsDouble(entry.getKey()) - mean;
            squares += entry.getValue() * off * off;
        }
        return new Moments(people, mean, squares);
    }
}
