package io.throughline.survey.question.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Rankings of n things by several voters, ties and unranked things allowed. A ballot gives the rank of each thing, 1
 * being best; equal ranks are ties; 0 is unranked, and all unranked things tie for last.
 */
public final class Ballots {

    /** Of all voters: sums of parts of voices differ by so little though they are the same. */
    private static final double ROUNDING = 1e-9;

    private final int things;
    private final double[][] preferred;
    private final double voters;

    /**
     * @param ballots ranks ≥ 0, one array of {@code things} ranks each
     * @param weights one a ballot, ≥ 0
     */
    public Ballots(int things, List<int[]> ballots, double[] weights) {
        this(things, new double[things][things], Arrays.stream(weights).sum());
        for (int s = 0; s < ballots.size(); s++) {
            for (int i = 0; i < things; i++) {
                for (int j = 0; j < things; j++) {
                    preferred[i][j] += prefers(ballots.get(s), i, j) ? weights[s] : 0;
                }
            }
        }
    }

    private Ballots(int things, double[][] preferred, double voters) {
        this.things = things;
        this.preferred = preferred;
        this.voters = voters;
    }

    /**
     * From what is known of all of them together.
     *
     * @param preferring the weight of the voters who prefer one thing (by its place) to another
     * @param voters the weight of all of them
     */
    public static Ballots counted(int things, OfPair preferring, double voters) {
        var preferred = new double[things][things];
        for (int i = 0; i < things; i++) {
            for (int j = 0; j < things; j++) {
                preferred[i][j] = i == j ? 0 : preferring.of(i, j);
            }
        }
        return new Ballots(things, preferred, voters);
    }

    /** Whether a ballot puts one thing before another. */
    public static boolean prefers(int[] ballot, int one, int other) {
        return rank(ballot[one]) < rank(ballot[other]);
    }

    private static int rank(int given) {
        return given == 0 ? Integer.MAX_VALUE : given;
    }

    /** Borda points of one ballot, doubled: tied things share theirs by halves. */
    public static int[] doubledBorda(int[] ballot) {
        int things = ballot.length;
        return IntStream.range(0, things)
                .map(i -> things
                        - 1
                        + (int) IntStream.range(0, things)
                                .filter(j -> prefers(ballot, i, j))
                                .count()
                        - (int) IntStream.range(0, things)
                                .filter(j -> prefers(ballot, j, i))
                                .count())
                .toArray();
    }

    /** Borda points, n − rank, those of tied things shared equally: summed over the voters. */
    public double[] borda() {
        var points = new double[things];
        for (int i = 0; i < things; i++) {
            for (int j = 0; j < things; j++) {
                points[i] += i == j ? 0 : (voters + preferred[i][j] - preferred[j][i]) / 2;
            }
        }
        return points;
    }

    /** The weight of the voters who prefer one thing to another. */
    public double preferring(int one, int other) {
        return preferred[one][other];
    }

    private boolean isMore(double weight, double other) {
        return weight - other > ROUNDING * voters;
    }

    /** The thing that beats every other one in direct comparison, if there is one (Condorcet 1785). */
    public OptionalInt condorcetWinner() {
        return IntStream.range(0, things)
                .filter(i ->
                        IntStream.range(0, things).allMatch(j -> i == j || isMore(preferred[i][j], preferred[j][i])))
                .findFirst();
    }

    /**
     * Schulze's order by winning votes: widest paths (Schulze 2011).
     *
     * @return the rank of each thing, 1 being best; tied things share a rank, and the next one counts them all
     */
    public int[] schulze() {
        var width = widestPaths();
        var rank = new int[things];
        for (int i = 0; i < things; i++) {
            rank[i] = 1;
            for (int j = 0; j < things; j++) {
                rank[i] += isMore(width[j][i], width[i][j]) ? 1 : 0;
            }
        }
        return rank;
    }

    private double[][] widestPaths() {
        var width = new double[things][things];
        for (int i = 0; i < things; i++) {
            for (int j = 0; j < things; j++) {
                width[i][j] = isMore(preferred[i][j], preferred[j][i]) ? preferred[i][j] : 0;
            }
        }
        for (int through = 0; through < things; through++) {
            for (int i = 0; i < things; i++) {
                for (int j = 0; j < things; j++) {
                    if (i != j) {
                        width[i][j] = Math.max(width[i][j], Math.min(width[i][through], width[through][j]));
                    }
                }
            }
        }
        return width;
    }

    /** The things in Schulze's order, those that tie together. */
    public List<List<Integer>> order() {
        var rank = schulze();
        var order = new ArrayList<List<Integer>>();
        for (int r = 1; r <= things; r++) {
            int at = r;
            var tied = IntStream.range(0, things)
                    .filter(i -> rank[i] == at)
                    .boxed()
                    .toList();
            if (!tied.isEmpty()) {
                order.add(tied);
            }
        }
        return order;
    }
}
