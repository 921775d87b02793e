package io.throughline.survey.export;

import io.throughline.survey.QuestionReport;
import io.throughline.survey.question.Question;
import io.throughline.survey.question.stats.ByWeighting;
import io.throughline.survey.question.stats.Estimate;
import io.throughline.survey.question.stats.Settings;
import io.throughline.survey.question.stats.Weighting;
import io.throughline.survey.results.Figure;
import io.throughline.survey.results.FigureNumbers;
import io.throughline.survey.results.FilterWords;
import io.throughline.survey.results.ResultFigures;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a question on paper, rounded as on the screen. With too few people nobody is said to have won, and figures
 * of items are drawn towards the mean of all items.
 */
final class PaperFigures {

    /** An interval is one thing: in a narrow column it goes under its figure as a whole. */
    private static final char NO_BREAK = '\u00a0';

    private final Question question;
    private final List<Figure> figures;
    private final boolean few;
    private final FilterWords.Wording texts;
    private final Locale locale;
    private final FigureNumbers numbers;

    PaperFigures(QuestionReport report, FilterWords.Wording texts, Locale locale) {
        question = report.question();
        figures = ResultFigures.of(report.result());
        few = report.result().size().tooFewToRank();
        this.texts = texts;
        this.locale = locale;
        numbers = new FigureNumbers(locale, question, few);
    }

    /** @param item what it is about, empty for the question as a whole, @param cells one a weighting */
    record Row(String item, String name, List<String> cells) {}

    List<Row> rows() {
        return figures.stream()
                .filter(figure -> !few || !figure.name().equals(ResultFigures.WINNER))
                .map(this::row)
                .toList();
    }

    private Row row(Figure figure) {
        var cells = switch (figure) {
            case Figure.Estimated one -> Stream.of(Weighting.values()).map(by -> estimated(one.name(), drawn(one, by)));
            case Figure.Weighed one ->
                Stream.of(Weighting.values())
                        .map(by -> shown(one.name(), one.values().get(by)));
            case Figure.Counted one -> Stream.of(shown(one.name(), one.value()), "", "");
        };
        var item = new FilterWords(texts, locale).option(question, figure.item());
        return new Row(item, texts.text("figure." + figure.name()), cells.toList());
    }

    private @Nullable Estimate drawn(Figure.Estimated figure, Weighting by) {
        var estimate = figure.values().by(by);
        if (estimate == null || !few || question.items().isEmpty()) {
            return estimate;
        }
        double common = figures.stream()
                .filter(one -> one.name().equals(figure.name()))
                .flatMap(one -> one instanceof Figure.Estimated other ? value(other.values(), by) : Stream.empty())
                .mapToDouble(Double::doubleValue)
                .average()
                .orElse(estimate.value());
        return estimate.shrunk(common, Settings.STANDARD.priorPeople());
    }

    private static Stream<Double> value(ByWeighting values, Weighting by) {
        var estimate = values.by(by);
        return estimate == null ? Stream.empty() : Stream.of(estimate.value());
    }

    private String estimated(String name, @Nullable Estimate estimate) {
        if (estimate == null) {
            return texts.text("surveys.undefined");
        }
        if (name.equals(ResultFigures.PLACE)) {
            return few
                    ? texts.text("surveys.place.few")
                    : interval(
                            name,
                            numbers.count(Math.round(estimate.value())),
                            Math.floor(estimate.low()),
                            Math.ceil(estimate.high()));
        }
        var value = numbers.value(name, estimate.value());
        return Double.isFinite(estimate.low()) && Double.isFinite(estimate.high())
                ? interval(name, value, estimate.low(), estimate.high())
                : value;
    }

    private String interval(String name, String value, double low, double high) {
        return value + " [" + numbers.bare(name, low) + ";" + NO_BREAK + numbers.bare(name, high) + "]";
    }

    private String shown(String name, @Nullable Object value) {
        return switch (value) {
            case null -> texts.text("surveys.undefined");
            case Integer count -> numbers.count(count);
            case Number number -> numbers.value(name, number.doubleValue());
            case Boolean yes -> texts.text(yes ? "paper.yes" : "paper.no");
            case LocalDate day ->
                DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                        .withLocale(locale)
                        .format(day);
            case String words when words.equals(ResultFigures.UNDEFINED) -> texts.text("surveys.undefined");
            case String words when name.equals(ResultFigures.CATEGORY) -> categories(words);
            default -> value.toString();
        };
    }

    /** Several are those that can't be told apart. */
    private String categories(String names) {
        var words = Arrays.stream(names.split("\\|"))
                .map(one -> texts.text("enum.Category." + one.toUpperCase(Locale.ROOT)))
                .collect(Collectors.joining(" / "));
        return names.contains("|") ? texts.text("surveys.kano.uncertain", words) : words;
    }
}
