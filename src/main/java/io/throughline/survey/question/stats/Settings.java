package io.throughline.survey.question.stats;

/**
 * Named settings of the figures.
 *
 * @param minPeople under so many people there are too few to rank
 * @param minOrganisations under so many organisations likewise
 * @param replicates of the Poisson bootstrap
 * @param priorPeople where there are too few, figures are drawn towards the common mean as if so many people more had
 *     said just that
 */
public record Settings(int minPeople, int minOrganisations, int replicates, int priorPeople) {

    public static final Settings STANDARD = new Settings(20, 3, 200, 4);
}
