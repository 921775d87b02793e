package io.throughline.backlog.priority;

/**
 * How far figures of few people move a score: limited-fluctuation credibility with its square-root rule (A. H. Mowbray,
 * "How extensive a payroll exposure is necessary to give a dependable pure premium?", 1914). Of n people and N
 * organisations a figure x counts as
 *
 * <pre>Z·x with Z = min(1, √(n / {@link #fullPeople}), √(N / {@link #fullOrganisations}))</pre>
 *
 * so that it counts in full from the very size on that is enough to rank, without a step there. Own variant, in two
 * things: the smaller of two standards rules, and the part that is not believed yet counts as nothing rather than as
 * the mean of the others, so that new evidence for one requirement never moves another one's score. The interval keeps
 * both its ends and is widened to hold the smaller figure: few people make a figure uncertain, not certainly small.
 *
 * <p>What rests on too few is not ranked among the others either: it stands below them, in the order of these scores.
 *
 * @param fullPeople so many people count in full, > 0
 * @param fullOrganisations so many organisations likewise, > 0
 */
public record Credibility(int fullPeople, int fullOrganisations) {

    /** Counts up when few people start to count differently. */
    public static final int VERSION = 1;

    /** Z, 0–1. */
    public double of(int people, int organisations) {
        return Math.min(
                1, Math.sqrt(Math.min((double) people / fullPeople, (double) organisations / fullOrganisations)));
    }

    /** The figure as it counts. */
    public Estimate shrunk(Estimate figure, int people, int organisations) {
        double value = of(people, organisations) * figure.value();
        return new Estimate(value, Math.min(figure.low(), value), Math.max(figure.high(), value));
    }
}
