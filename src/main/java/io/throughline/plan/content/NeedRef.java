package io.throughline.plan.content;

import io.throughline.shared.Id;
import java.util.UUID;

/** Identity: a need of the backlog, quoted by a plan, which knows no other room. */
public record NeedRef(UUID value) implements Id, Comparable<NeedRef> {

    /** In the order of their texts, which for ids of version 7 is the order of making. */
    @Override
    public int compareTo(NeedRef other) {
        return value.toString().compareTo(other.value.toString());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
