package io.throughline.survey.question.stats;

/** The distributions and quantiles behind the intervals. */
final class Numbers {

    /** Standard normal quantile of .975. */
    static final double Z = 1.959963984540054;

    private static final int MAX_TERMS = 500;
    private static final double TINY = 1e-300;
    private static final double[] LANCZOS = {
        676.5203681218851,
        -1259.1392167224028,
        771.32342877765313,
        -176.61502916214059,
        12.507343278686905,
        -0.13857109526572012,
        9.9843695780195716e-6,
        1.5056327351493116e-7
    };

    private Numbers() {}

    /** Quantile of sorted values by linear interpolation (type 7 of Hyndman & Fan 1996). */
    static double quantile(double[] sorted, double p) {
        double position = p * (sorted.length - 1);
        int below = (int) position;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }

    /**
     * Student's t quantile for any real number of degrees of freedom, by bisection of the distribution function.
     *
     * @param p .5 to below 1
     * @param degrees above 0
     */
    static double studentQuantile(double p, double degrees) {
        double low = 0;
        double high = 1;
        while (studentDistribution(high, degrees) < p && high < 1e12) {
            high *= 2;
        }
        for (int i = 0; i < 200 && high - low > 1e-13 * high; i++) {
            double middle = (low + high) / 2;
            if (studentDistribution(middle, degrees) < p) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    /**
     * A limit of Wilson's interval (1927) for a share, at 95 %.
     *
     * @param p the share, 0–1
     * @param n how many it rests on, above 0
     * @param side −1 for the lower limit, 1 for the upper one
     */
    static double wilson(double p, double n, int side) {
        double square = Z * Z;
        double centre = (p + square / (2 * n)) / (1 + square / n);
        double half = Z * Math.sqrt(p * (1 - p) / n + square / (4 * n * n)) / (1 + square / n);
        return Math.clamp(centre + side * half, 0, 1);
    }

    /** Distribution function of Student's t for t ≥ 0. */
    static double studentDistribution(double t, double degrees) {
        double square = t * t;
        // The complementary form keeps precision where t² is small against the degrees of freedom.
        return .5 + .5 * regularisedBeta(square / (degrees + square), .5, degrees / 2);
    }

    /** Distribution function of the standard normal: Φ(z) from the incomplete gamma function of z²/2. */
    static double normalDistribution(double z) {
        double half = regularisedGamma(z * z / 2) / 2;
        return z < 0 ? .5 - half : .5 + half;
    }

    /** Regularised lower incomplete gamma function P(½, x), by its series and, farther out, its continued fraction. */
    private static double regularisedGamma(double x) {
        if (x <= 0) {
            return 0;
        }
        double front = Math.exp(-x + .5 * Math.log(x) - logGamma(.5));
        if (x < 1.5) {
            double term = 2;
            double sum = term;
            for (int n = 1; n <= MAX_TERMS && term > sum * 1e-16; n++) {
                term *= x / (.5 + n);
                sum += term;
            }
            return front * sum;
        }
        double b = x + .5;
        double c = 1 / TINY;
        double d = 1 / b;
        double h = d;
        for (int i = 1; i <= MAX_TERMS; i++) {
            double a = -i * (i - .5);
            b += 2;
            d = 1 / guarded(a * d + b);
            c = guarded(b + a / c);
            double step = d * c;
            h *= step;
            if (Math.abs(step - 1) < 1e-15) {
                break;
            }
        }
        return 1 - front * h;
    }

    /** Regularised incomplete beta function I_x(a, b) by its continued fraction (modified Lentz). */
    static double regularisedBeta(double x, double a, double b) {
        if (x <= 0) {
            return 0;
        }
        if (x >= 1) {
            return 1;
        }
        double front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x));
        return x < (a + 1) / (a + b + 2) ? front * fraction(x, a, b) / a : 1 - front * fraction(1 - x, b, a) / b;
    }

    private static double fraction(double x, double a, double b) {
        double c = 1;
        double d = 1 / guarded(1 - (a + b) * x / (a + 1));
        double h = d;
        for (int m = 1; m <= MAX_TERMS; m++) {
            double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
            d = 1 / guarded(1 + even * d);
            c = guarded(1 + even / c);
            h *= d * c;
            double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
            d = 1 / guarded(1 + odd * d);
            c = guarded(1 + odd / c);
            double step = d * c;
            h *= step;
            if (Math.abs(step - 1) < 1e-15) {
                break;
            }
        }
        return h;
    }

    private static double guarded(double value) {
        return Math.abs(value) < TINY ? TINY : value;
    }

    /** ln Γ(x) for x > 0 by Lanczos' approximation (g = 7, n = 9). */
    static double logGamma(double x) {
        if (x < .5) {
            return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
        }
        double shifted = x - 1;
        double sum = .99999999999980993;
        for (int i = 0; i < LANCZOS.length; i++) {
            sum += LANCZOS[i] / (shifted + i + 1);
        }
        double t = shifted + LANCZOS.length - .5;
        return .5 * Math.log(2 * Math.PI) + (shifted + .5) * Math.log(t) - t + Math.log(sum);
    }
}
