package io.throughline.survey.results;

import io.throughline.shared.SafeCell;
import io.throughline.survey.QuestionReport;
import io.throughline.survey.ResultsReport;
import io.throughline.survey.question.Item;
import io.throughline.survey.question.Question;
import io.throughline.survey.question.stats.Estimate;
import io.throughline.survey.question.stats.Weighting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** Results as a file for other programs: column names and numbers are not translated, so that scripts may rely on them. */
public final class ResultsCsv {

    public static final String[] HEADER = {
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
        "too_few_to_rank",
        "filter",
        "single_answers_removed_at",
        "weight_set"
    };

    private final ResultsReport report;
    private final Locale locale;
    private final Sink sink;

    private ResultsCsv(ResultsReport report, Locale locale, Sink sink) {
        this.report = report;
        this.locale = locale;
        this.sink = sink;
    }

    /** Takes a line's cells, in the order of the header; texts as they are, whatever a spreadsheet takes them for. */
    public interface Sink {
        void line(List<Object> cells) throws IOException;
    }

    public static void rows(ResultsReport report, Locale locale, Sink sink) throws IOException {
        new ResultsCsv(report, locale, sink).print();
    }

    public static String of(ResultsReport report, Locale locale) {
        var out = new StringBuilder();
        try (var printer = new CSVPrinter(
                out, CSVFormat.RFC4180.builder().setHeader(HEADER).get())) {
            rows(
                    report,
                    locale,
                    cells -> printer.printRecord(
                            cells.stream().map(ResultsCsv::safe).toList()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    private static Object safe(Object cell) {
        return cell instanceof String text ? SafeCell.of(text) : cell;
    }

    private void print() throws IOException {
        for (var one : report.questions()) {
            var figures =
                    report.isWithheld(one) ? ResultFigures.withheld(one.result()) : ResultFigures.of(one.result());
            for (var figure : figures) {
                print(one, figure);
            }
        }
    }

    private void print(QuestionReport question, Figure figure) throws IOException {
        switch (figure) {
            case Figure.Counted one -> line(question, one, "", List.of(one.value(), "", "", "", ""));
            case Figure.Estimated one -> {
                for (var weighting : Weighting.values()) {
                    line(question, one, name(weighting), cells(one.values().by(weighting)));
                }
            }
            case Figure.Weighed one -> {
                for (var weighting : Weighting.values()) {
                    var value = one.values().getOrDefault(weighting, ResultFigures.UNDEFINED);
                    line(question, one, name(weighting), List.of(value, "", "", "", ""));
                }
            }
        }
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static List<Object> cells(@Nullable Estimate estimate) {
        return estimate == null
                ? List.of(ResultFigures.UNDEFINED, "", "", "", "")
                : List.of(
                        estimate.value(),
                        limit(estimate.low()),
                        limit(estimate.high()),
                        name(estimate.interval()),
                        estimate.effectiveN());
    }

    private static Object limit(double value) {
        return Double.isFinite(value) ? value : ResultFigures.UNDEFINED;
    }

    /** @param cells value, low, high, interval, effective n */
    private void line(QuestionReport one, Figure figure, String weighting, List<Object> cells) throws IOException {
        var question = one.question();
        var size = one.result().size();
        boolean withheld = report.isWithheld(one);
        var row = new ArrayList<Object>();
        row.add(report.key());
        row.add(Objects.requireNonNullElse(report.filter().segment(), ""));
        row.add(question.title().in(locale));
        row.add(figure.item());
        row.add(textOf(question, figure.item()));
        row.add(question.method().name());
        row.add(question.method().version());
        row.add(figure.name());
        row.add(weighting);
        row.addAll(cells.subList(0, 4));
        row.add(withheld ? "" : size.people());
        row.add(withheld || one.isTogether(report.least()) ? "" : size.organisations());
        row.add(cells.get(4));
        row.add(report.invited());
        row.add(Objects.requireNonNullElse(report.inProgress(), ""));
        row.add(size.tooFewToRank());
        row.add(filter());
        row.add(report.removedAt() == null ? "" : report.removedAt().toString());
        row.add(report.weightSet());
        sink.line(row);
    }

    /** As in the address of the screen. */
    private String filter() {
        return report.filter().written().entrySet().stream()
                .flatMap(entry -> entry.getValue().stream().map(value -> entry.getKey() + "=" + value))
                .collect(Collectors.joining("&"));
    }

    private String textOf(Question question, String key) {
        return question.items().stream()
                .filter(item -> item.key().equals(key))
                .map(Item::text)
                .map(text -> text.in(locale))
                .findFirst()
                .orElse("");
    }
}
