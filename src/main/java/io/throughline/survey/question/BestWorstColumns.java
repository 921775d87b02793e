package io.throughline.survey.question;

import io.throughline.survey.question.stats.Layout;
import io.throughline.survey.question.stats.Measure;
import io.throughline.survey.question.stats.Sums;

/** What is kept of an item of best–worst scaling: three resampled sums, and people by what they chose. */
record BestWorstColumns(int at) {

    private static final int RESAMPLED = 3;

    int shown() {
        return at * RESAMPLED;
    }

    int best() {
        return shown() + 1;
    }

    int worst() {
        return shown() + 2;
    }

    /** p = (n − W + B)/(2n). */
    static double portion(double shown, double best, double worst) {
        return (shown - worst + best) / (2 * shown);
    }

    double portion(Sums sums) {
        return portion(sums.of(shown()), sums.of(best()), sums.of(worst()));
    }

    double standardised(Sums sums) {
        return (sums.of(best()) - sums.of(worst())) / sums.of(shown());
    }

    static Layout layout(int items) {
        return new Layout(items * RESAMPLED, items * RESAMPLED, items);
    }

    void measure(Own own, Measure into) {
        into.add(shown(), own.shown());
        into.add(best(), own.best());
        into.add(worst(), own.worst());
        into.value(at, own.kept());
    }

    /**
     * e^b/Σe^b, e^b being p/(1 − p), where p of 0 and of 1 is taken as a quarter of a choice off. Where an item was never
     * shown, no share is defined.
     */
    static double[] shares(int items, Sums sums, int people) {
        double scale = people / sums.people();
        var shares = new double[items];
        double total = 0;
        for (int at = 0; at < shares.length; at++) {
            var columns = new BestWorstColumns(at);
            double n = sums.of(columns.shown()) * scale;
            double p = n > 0 ? insideEdges(columns.portion(sums), n) : Double.NaN;
            shares[at] = p / (1 - p);
            total += shares[at];
        }
        for (int at = 0; at < shares.length; at++) {
            shares[at] /= total;
        }
        return shares;
    }

    private static double insideEdges(double portion, double n) {
        return portion <= 0 ? 1 / (4 * n) : portion >= 1 ? 1 - 1 / (4 * n) : portion;
    }

    /** How often one person was shown an item in a set he or she chose in, and chose it, as one number. */
    record Own(int shown, int best, int worst) {

        private static final int BITS = 16;
        private static final long MASK = (1L << BITS) - 1;

        static Own read(long kept) {
            return new Own((int) (kept >> 2 * BITS), (int) (kept >> BITS & MASK), (int) (kept & MASK));
        }

        long kept() {
            return (long) shown << 2 * BITS | (long) best << BITS | worst;
        }

        double portion(double everybody) {
            return shown == 0 ? everybody : BestWorstColumns.portion(shown, best, worst);
        }
    }
}
