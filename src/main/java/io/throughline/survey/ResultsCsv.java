package io.throughline.survey;

import io.throughline.survey.question.BestWorst;
import io.throughline.survey.question.ImportanceSatisfaction;
import io.throughline.survey.question.Item;
import io.throughline.survey.question.Kano;
import io.throughline.survey.question.OwnWords;
import io.throughline.survey.question.Pairwise;
import io.throughline.survey.question.Points;
import io.throughline.survey.question.Question;
import io.throughline.survey.question.Ranking;
import io.throughline.survey.question.stats.ByWeighting;
import io.throughline.survey.question.stats.Size;
import io.throughline.survey.question.stats.Weighting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** Results as a file for other programs: column names and numbers are not translated, so that scripts may rely on them. */
final class ResultsCsv {

    private static final String[] HEADER = {
        "survey",
        "segment",
        "question",
        "item_key",
        "item",
        "method",
        "method_version",
        "figure",
        "weighting",
        "value",
        "low_95",
        "high_95",
        "interval",
        "n_people",
        "n_organisations",
        "n_effective",
        "invited",
        "in_progress",
        "too_few_to_rank"
    };

    private final SurveyResults.Report report;
    private final Locale locale;
    private final CSVPrinter printer;

    private ResultsCsv(SurveyResults.Report report, Locale locale, CSVPrinter printer) {
        this.report = report;
        this.locale = locale;
        this.printer = printer;
    }

    static String of(SurveyResults.Report report, Locale locale) {
        var out = new StringBuilder();
        try (var printer = new CSVPrinter(
                out, CSVFormat.RFC4180.builder().setHeader(HEADER).get())) {
            new ResultsCsv(report, locale, printer).print();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    private void print() throws IOException {
        for (var one : report.questions()) {
            switch (one.result()) {
                case Kano.Result result -> kano(one.question(), result);
                case Ranking.Result result -> ranking(one.question(), result);
                case Pairwise.Result result -> pairwise(one.question(), result);
                case BestWorst.Result result -> bestWorst(one.question(), result);
                case ImportanceSatisfaction.Result result -> {
                    for (var item : result.items()) {
                        lines(one.question(), item.key(), "importance", item.importance(), result.size());
                        lines(one.question(), item.key(), "satisfaction", item.satisfaction(), result.size());
                        lines(one.question(), item.key(), "rating", item.rating(), result.size());
                    }
                }
                case Points.Result result -> {
                    for (var item : result.items()) {
                        lines(one.question(), item.key(), "share", item.share(), result.size());
                    }
                }
                case OwnWords.Result result ->
                    line(
                            one.question(),
                            "",
                            "answers",
                            "",
                            List.of(result.size().people(), "", "", "", ""),
                            result.size());
            }
        }
    }

    private void bestWorst(Question question, BestWorst.Result result) throws IOException {
        for (var item : result.items()) {
            lines(question, item.key(), "share", item.share(), result.size());
            lines(question, item.key(), "best_minus_worst", item.standardised(), result.size());
            count(question, item.key(), "best", item.best(), result.size());
            count(question, item.key(), "worst", item.worst(), result.size());
            count(question, item.key(), "shown", item.shown(), result.size());
            var root = item.root();
            count(question, item.key(), "root_best_by_worst", root == null ? "undefined" : root, result.size());
            var logit = item.logit();
            count(question, item.key(), "logit", logit == null ? "undefined" : logit.b(), result.size());
            count(question, item.key(), "logit_se", logit == null ? "undefined" : logit.error(), result.size());
        }
    }

    private void kano(Question question, Kano.Result result) throws IOException {
        for (var item : result.items()) {
            lines(question, item.key(), "better", item.better(), result.size());
            lines(question, item.key(), "worse", item.worse(), result.size());
            lines(question, item.key(), "functional", item.functional(), result.size());
            lines(question, item.key(), "dysfunctional", item.dysfunctional(), result.size());
            for (var category : Kano.Category.values()) {
                count(
                        question,
                        item.key(),
                        category.name().toLowerCase(Locale.ROOT),
                        item.counts().getOrDefault(category, 0),
                        result.size());
            }
            for (var weighting : Weighting.values()) {
                var verdict = item.verdicts().get(weighting);
                var names = verdict == null
                        ? "undefined"
                        : verdict.categories().stream()
                                .map(one -> one.name().toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining("|"));
                line(
                        question,
                        item.key(),
                        "category",
                        weighting.name().toLowerCase(Locale.ROOT),
                        List.of(names, "", "", "", ""),
                        result.size());
            }
        }
    }

    private void ranking(Question question, Ranking.Result result) throws IOException {
        for (var item : result.items()) {
            lines(question, item.key(), "schulze_place", item.schulze(), result.size());
            lines(question, item.key(), "borda", item.borda(), result.size());
            count(question, item.key(), "put_first", item.first(), result.size());
            count(question, item.key(), "condorcet_winner", item.key().equals(result.condorcet()), result.size());
        }
    }

    private void pairwise(Question question, Pairwise.Result result) throws IOException {
        for (var item : result.items()) {
            lines(question, item.key(), "weight", item.weight(), result.size());
        }
        var ratio = result.consistency();
        count(question, "", "consistency_ratio", ratio == null ? "undefined" : ratio, result.size());
        count(question, "", "people_inconsistent", result.inconsistent(), result.size());
    }

    /** A figure without weighting and interval. */
    private void count(Question question, String item, String figure, Object value, Size size) throws IOException {
        line(question, item, figure, "", List.of(value, "", "", "", ""), size);
    }

    private void lines(Question question, String item, String figure, ByWeighting values, Size size)
            throws IOException {
        for (var weighting : Weighting.values()) {
            var estimate = values.by(weighting);
            List<Object> cells = estimate == null
                    ? List.of("undefined", "", "", "", "")
                    : List.of(
                            estimate.value(),
                            estimate.low(),
                            estimate.high(),
                            estimate.interval().name().toLowerCase(Locale.ROOT),
                            estimate.effectiveN());
            line(question, item, figure, weighting.name().toLowerCase(Locale.ROOT), cells, size);
        }
    }

    /** @param cells value, low, high, interval, effective n */
    private void line(Question question, String item, String figure, String weighting, List<Object> cells, Size size)
            throws IOException {
        var row = new ArrayList<Object>();
        row.add(safe(report.key()));
        row.add(safe(report.segment()));
        row.add(safe(question.title().in(locale)));
        row.add(safe(item));
        row.add(safe(textOf(question, item)));
        row.add(question.method().name());
        row.add(question.method().version());
        row.add(figure);
        row.add(weighting);
        row.addAll(cells.subList(0, 4));
        row.add(size.people());
        row.add(size.organisations());
        row.add(cells.get(4));
        row.add(report.invited());
        row.add(report.inProgress());
        row.add(size.tooFewToRank());
        printer.printRecord(row);
    }

    private String textOf(Question question, String key) {
        return question.items().stream()
                .filter(item -> item.key().equals(key))
                .map(Item::text)
                .map(text -> text.in(locale))
                .findFirst()
                .orElse("");
    }

    /** A text no spreadsheet takes for a formula. */
    static String safe(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return "";
        }
        return "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
