package io.throughline.survey.results;

import io.throughline.survey.question.NumberQuestion;
import io.throughline.survey.question.Question;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.Set;

/**
 * Numbers as people read them, by the names their figures have in exports: parts of a whole in percent, net scores from −100
 * to 100, others as they are. Those of too few people have no decimals.
 */
public final class FigureNumbers {

    private static final int HUNDRED = 100;

    /** Parts of a whole. */
    private static final Set<String> SHARES = Set.of(
            "share",
            "importance",
            "satisfaction",
            "rating",
            "better",
            "worse",
            "weight",
            "best_minus_worst",
            "promoters",
            "passives",
            "detractors",
            "organisation_share_lowest",
            "organisation_share_highest",
            "organisation_share_deviation");

    private static final Set<String> NETS = Set.of("nps", "nps_se");

    /** Numbers that people gave, and places. */
    private static final Set<String> GIVEN =
            Set.of("least", "lower_quartile", "median", "upper_quartile", "greatest", ResultFigures.PLACE);

    /** Measures of the method itself: to two decimals however few people there are. */
    private static final Set<String> RATIOS = Set.of("consistency_ratio");

    private final NumberFormat percent;
    private final NumberFormat tenths;
    private final NumberFormat hundredths;
    private final NumberFormat ratios;
    private final NumberFormat given;

    /** @param few whether there are too few people to rank; a mean of numbers is as fine as they are all the same */
    public FigureNumbers(Locale locale, Question question, boolean few) {
        int fine = question instanceof NumberQuestion number ? number.decimals() : 0;
        percent = decimals(NumberFormat.getPercentInstance(locale), few ? 0 : 1);
        tenths = decimals(NumberFormat.getNumberInstance(locale), few ? 0 : 1);
        hundredths = decimals(NumberFormat.getNumberInstance(locale), Math.max(few ? 0 : 2, fine));
        ratios = decimals(NumberFormat.getNumberInstance(locale), 2);
        given = NumberFormat.getNumberInstance(locale);
        given.setMaximumFractionDigits(NumberQuestion.MOST_DECIMALS);
    }

    private static NumberFormat decimals(NumberFormat format, int count) {
        format.setMinimumFractionDigits(count);
        format.setMaximumFractionDigits(count);
        return format;
    }

    /** Whether it is a part of a whole, differences of which are told in percentage points. */
    public static boolean isShare(String figure) {
        return SHARES.contains(figure);
    }

    /** "69.9%", or as a number of its own. */
    public String value(String figure, double value) {
        return isShare(figure) ? plain(percent, value) : bare(figure, value);
    }

    /** As in an interval, where no unit follows: "69.9". */
    public String bare(String figure, double value) {
        if (isShare(figure) || NETS.contains(figure)) {
            return plain(tenths, value * HUNDRED);
        }
        return plain(RATIOS.contains(figure) ? ratios : GIVEN.contains(figure) ? given : hundredths, value);
    }

    public String count(long count) {
        return given.format(count);
    }

    /** What rounds to nothing has no sign. */
    private static String plain(NumberFormat format, double value) {
        var text = format.format(value);
        return text.equals(format.format(-0.0)) ? format.format(0.0) : text;
    }
}
