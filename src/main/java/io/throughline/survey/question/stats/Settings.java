package io.throughline.survey.question.stats;

/**
 * Named settings of the figures.
 *
 * @param minPeople under so many people there are too few to rank
 * @param minOrganisations under so many organisations likewise
 * @param replicates of the Poisson bootstrap
 */
public record Settings(int minPeople, int minOrganisations, int replicates) {

    public static final Settings STANDARD = new Settings(20, 3, 200);
}
