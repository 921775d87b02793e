package io.throughline.plan.content;

import java.util.List;

/** Activities that wait for each other in a circle. */
public class CyclicPlanException extends RuntimeException {

    private final List<String> cycle;

    public CyclicPlanException(List<String> cycle) {
        super("a circle of dependencies: " + String.join(" → ", cycle));
        this.cycle = List.copyOf(cycle);
    }

    /** Titles in the order of waiting, the first repeated at the end. */
    public List<String> cycle() {
        return cycle;
    }
}
