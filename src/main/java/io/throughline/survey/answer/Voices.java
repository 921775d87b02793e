package io.throughline.survey.answer;

import io.throughline.survey.Group;
import java.util.Map;
import java.util.UUID;

/**
 * What the voices of the organisations asked weigh.
 *
 * @param byOrganisation frozen weights
 */
public record Voices(Map<UUID, Double> byOrganisation) {

    /** People of no known organisation speak with one voice of the usual weight. */
    private static final double USUAL = 1;

    public Voices {
        byOrganisation = Map.copyOf(byOrganisation);
    }

    public double weight(Group group) {
        return byOrganisation.getOrDefault(group.organisation(), USUAL);
    }
}
