package io.throughline.plan.content;

import io.throughline.shared.Id;
import java.util.UUID;

/** Identity: a requirement of the backlog, quoted by a plan, which knows no other room. */
public record RequirementRef(UUID value) implements Id, Comparable<RequirementRef> {

    /** In the order of their texts, which for ids of version 7 is the order of making. */
    @Override
    public int compareTo(RequirementRef other) {
        return value.toString().compareTo(other.value.toString());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
