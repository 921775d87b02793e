package io.throughline.storm;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** Who answers what in a storm. */
record World(UUID organisation, UUID number, UUID words, List<UUID> people, List<UUID> campaigns) {

    static final int PEOPLE = 4;
    static final int CAMPAIGNS = 3;

    static World of(String furnished) {
        var ids = Arrays.stream(furnished.split(" ")).map(UUID::fromString).toList();
        return new World(
                ids.get(0), ids.get(1), ids.get(2), ids.subList(3, 3 + PEOPLE), ids.subList(3 + PEOPLE, ids.size()));
    }
}
