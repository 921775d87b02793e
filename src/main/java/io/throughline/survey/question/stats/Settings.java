package io.throughline.survey.question.stats;

import java.util.List;

/**
 * Named settings of the figures.
 *
 * @param minPeople under so many people there are too few to rank
 * @param minOrganisations under so many organisations likewise
 * @param replicates of the Poisson bootstrap
 * @param priorPeople where there are too few, figures are drawn towards the common mean as if so many people more had
 *     said just that
 * @param edge what stands for a single person's 0 in best–worst scaling, and 1 − edge for a 1
 * @param shrinkage how strongly a single person's figure is drawn towards everybody's; 1 is half way
 * @param randomIndex mean consistency index of random judgements of 3, 4, … things
 */
public record Settings(
        int minPeople,
        int minOrganisations,
        int replicates,
        int priorPeople,
        double edge,
        double shrinkage,
        List<Double> randomIndex) {

    public static final Settings STANDARD = new Settings(20, 3, 200, 4, .1, 1, Judgements.SAATY);

    /** Where it isn't known who belongs to which. */
    public Settings withoutOrganisations() {
        return new Settings(minPeople, 0, replicates, priorPeople, edge, shrinkage, randomIndex);
    }

    public Settings {
        randomIndex = List.copyOf(randomIndex);
    }
}
