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

    private final int things;
    private final double[] borda;
    private final double[][] preferred;

    /**
     * @param ballots ranks ≥ 0, one array of {@code things} ranks each
     * @param weights one a ballot, ≥ 0
     */
    public Ballots(int things, List<int[]> ballots, double[] weights) {
        this.things = things;
        borda = new double[things];
        preferred = new double[things][things];
        for (int s = 0; s < ballots.size(); s++) {
            count(ballots.get(s), weights[s]);
        }
    }

    private void count(int[] ballot, double weight) {
        var rank = Arrays.stream(ballot)
                .map(given -> given == 0 ? Integer.MAX_VALUE : given)
                .toArray();
        for (int i = 0; i < things; i++) {
            for (int j = 0; j < things; j++) {
                if (rank[i] < rank[j]) {
                    preferred[i][j] += weight;
                    borda[i] += weight;
                } else if (i != j && rank[i] == rank[j]) {
                    borda[i] += weight / 2;
                }
            }
        }
    }

    /** Borda points, n − rank, those of tied things shared equally: summed over the voters. */
    public double[] borda() {
        return borda.clone();
    }

    /** The weight of the voters who prefer one thing to another. */
    public double preferring(int one, int other) {
        return preferred[one][other];
    }

    /** The thing that beats every other one in direct comparison, if there is one (Condorcet 1785). */
    public OptionalInt condorcetWinner() {
        return IntStream.range(0, things)
                .filter(i -> IntStream.range(0, things).allMatch(j -> i == j || preferred[i][j] > preferred[j][i]))
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
            int at = i;
            rank[i] = 1
                    + (int) IntStream.range(0, things)
                            .filter(j -> width[j][at] > width[at][j])
                            .count();
        }
        return rank;
    }

    private double[][] widestPaths() {
        var width = new double[things][things];
        for (int i = 0; i < things; i++) {
            for (int j = 0; j < things; j++) {
                width[i][j] = preferred[i][j] > preferred[j][i] ? preferred[i][j] : 0;
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
