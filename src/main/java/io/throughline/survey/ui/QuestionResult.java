package io.throughline.survey.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import io.throughline.shared.ui.Badge;
import io.throughline.shared.ui.DataTable;
import io.throughline.shared.ui.Kit;
import io.throughline.shared.ui.Labels;
import io.throughline.shared.ui.Tone;
import io.throughline.survey.SurveyResults.QuestionReport;
import io.throughline.survey.question.BestWorst;
import io.throughline.survey.question.ImportanceSatisfaction;
import io.throughline.survey.question.Kano;
import io.throughline.survey.question.OwnWords;
import io.throughline.survey.question.Pairwise;
import io.throughline.survey.question.Points;
import io.throughline.survey.question.Question;
import io.throughline.survey.question.Ranking;
import io.throughline.survey.question.stats.ByWeighting;
import io.throughline.survey.question.stats.Estimate;
import io.throughline.survey.question.stats.Size;
import io.throughline.survey.question.stats.Weighting;
import io.throughline.survey.ui.ResultChart.Look;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What all answers to one question say: method, n and uncertainty; a picture and the same as a table; how far people
 * disagree; and the way to the answers behind. With too few people to rank, items stay in the order they were asked in.
 */
class QuestionResult extends Composite<Div> {

    /**
     * How results are looked at.
     *
     * @param invited people invited, in the segment shown
     * @param perPerson whether figures per person are shown as well
     * @param organisations names by id
     * @param behind where the answers behind a question, or an item (null for all), are read
     */
    record Context(
            int invited,
            boolean perPerson,
            Map<UUID, String> organisations,
            BiFunction<Question, @Nullable String, String> behind) {}

    private final transient Context context;
    private final transient Question question;
    private final transient Figures figures;
    private final boolean few;

    QuestionResult(QuestionReport report, Context context) {
        this.context = context;
        question = report.question();
        var size = report.result().size();
        few = size.tooFewToRank();
        figures = new Figures(getLocale(), size, getTranslation("surveys.undefined"));
        var card = Kit.card(question.title().in(getLocale()), basis(size));
        getContent().add(card);
        if (size.people() == 0) {
            card.add(Kit.dim(getTranslation("surveys.nobody")));
            return;
        }
        switch (report.result()) {
            case Kano.Result result -> card.add(new KanoResult(result, this));
            case Ranking.Result result -> card.add(new RankingResult(result, this));
            case Pairwise.Result result -> card.add(new PairwiseResult(result, this));
            case BestWorst.Result result -> card.add(new BestWorstResult(result, this));
            case ImportanceSatisfaction.Result result -> card.add(importance(result));
            case Points.Result result -> card.add(points(result));
            case OwnWords.Result _ -> card.add(Kit.dim(getTranslation("surveys.words.explained")));
        }
        card.add(new Paragraph(
                Kit.link(context.behind().apply(question, null), getTranslation("surveys.behind.all", size.people()))));
    }

    /** Whether there are too few people to rank by what they said. */
    boolean isFew() {
        return few;
    }

    Figures figures() {
        return figures;
    }

    Component disagreement(List<DisagreementTable.Row> rows, DoubleFunction<String> written) {
        return new DisagreementTable(figures, context.organisations(), rows, written);
    }

    /** One figure an item, 0–1. */
    Component chart(String name, List<String> items, List<ByWeighting> figures) {
        var series = new ArrayList<ResultChart.Series>();
        series.add(series(name, Look.BAR, figures, Weighting.WEIGHTED));
        series.add(series(name, Look.DIAMOND, figures, Weighting.PER_ORGANISATION));
        if (context.perPerson()) {
            series.add(series(name, Look.CIRCLE, figures, Weighting.PER_PERSON));
        }
        return chart(items, series);
    }

    Component chart(List<String> items, List<ResultChart.Series> series) {
        return new ResultChart(getTranslation("surveys.chart", question.title().in(getLocale())), items, series);
    }

    private Component basis(Size size) {
        var method = getTranslation("surveys.method." + question.method().name());
        var line = Kit.row(Kit.dim(getTranslation(
                question.items().isEmpty() ? "surveys.basis.words" : "surveys.basis",
                method,
                question.method().version(),
                figures.count(size.people()),
                figures.count(size.organisations()),
                figures.count(context.invited()))));
        line.addClassName("survey-basis");
        if (few && size.people() > 0 && !question.items().isEmpty()) {
            line.add(new Badge(Tone.WARN, "◌", getTranslation("surveys.few")));
        }
        return line;
    }

    private Component importance(ImportanceSatisfaction.Result result) {
        var rows = ordered(result.items(), row -> row.rating());
        var importance = rows.stream().map(row -> row.importance()).toList();
        var ratings = rows.stream().map(row -> row.rating()).toList();
        var table = new DataTable<ImportanceSatisfaction.ItemResult>(getTranslation("surveys.caption.importance"))
                .components(getTranslation("surveys.item"), row -> item(row.key()))
                .numbers(
                        getTranslation("surveys.named"),
                        row -> counted(row.named(), result.size().people()));
        weightings()
                .forEach(by -> table.numbers(
                        getTranslation("surveys.importance." + by.name()),
                        row -> figures.share(row.importance().by(by), each(importance, by))));
        table.numbers(getTranslation("surveys.satisfied"), row -> counted(row.satisfied(), row.rated()))
                .numbers(getTranslation("surveys.dontknow"), row -> figures.count(row.dontKnow()))
                .numbers(
                        getTranslation("surveys.rating"),
                        row -> figures.share(row.rating().weighted(), each(ratings, Weighting.WEIGHTED)));
        table.rows(rows);
        var told = Kit.dim(getTranslation("surveys.none-unanswered", result.none(), result.unanswered()));
        var spread = new DisagreementTable(
                figures,
                context.organisations(),
                rows.stream()
                        .map(row -> new DisagreementTable.Row(
                                text(row.key()), row.organisations(), row.disagreement(), null))
                        .toList());
        return pictured(
                chart(rows.stream().map(row -> text(row.key())).toList(), importance, ratings), table, told, spread);
    }

    private Component points(Points.Result result) {
        var rows = ordered(result.items(), row -> row.share());
        var shares = rows.stream().map(row -> row.share()).toList();
        var table = new DataTable<Points.ItemResult>(getTranslation("surveys.caption.points"))
                .components(getTranslation("surveys.item"), row -> item(row.key()));
        weightings()
                .forEach(by -> table.numbers(
                        getTranslation("surveys.share." + by.name()),
                        row -> figures.share(row.share().by(by), each(shares, by))));
        table.rows(rows);
        var spread = new DisagreementTable(
                figures,
                context.organisations(),
                rows.stream()
                        .map(row -> new DisagreementTable.Row(
                                text(row.key()), row.organisations(), row.disagreement(), row.spread()))
                        .toList());
        return pictured(chart(rows.stream().map(row -> text(row.key())).toList(), shares, List.of()), table, spread);
    }

    /** No picture of a handful of people: it would be looked at as a ranking. */
    Component pictured(Component chart, Component... rest) {
        var all = Kit.stack();
        if (!few) {
            all.add(chart);
        }
        all.add(rest);
        return all;
    }

    private Component chart(List<String> items, List<ByWeighting> main, List<ByWeighting> ratings) {
        var series = new ArrayList<ResultChart.Series>();
        var name = getTranslation(ratings.isEmpty() ? "surveys.share" : "surveys.importance");
        series.add(series(name, Look.BAR, main, Weighting.WEIGHTED));
        if (!ratings.isEmpty()) {
            series.add(series(getTranslation("surveys.rating"), Look.THIN_BAR, ratings, Weighting.WEIGHTED));
        }
        series.add(series(name, Look.DIAMOND, main, Weighting.PER_ORGANISATION));
        if (context.perPerson()) {
            series.add(series(name, Look.CIRCLE, main, Weighting.PER_PERSON));
        }
        return new ResultChart(getTranslation("surveys.chart", question.title().in(getLocale())), items, series);
    }

    ResultChart.Series series(String name, Look look, List<ByWeighting> values, Weighting by) {
        var drawn = new ArrayList<ResultChart.@Nullable Value>();
        values.forEach(value -> drawn.add(ResultChart.Value.of(value.by(by))));
        return new ResultChart.Series(name + " · " + Labels.of(this, by), look, drawn);
    }

    List<Weighting> weightings() {
        return context.perPerson()
                ? List.of(Weighting.values())
                : List.of(Weighting.WEIGHTED, Weighting.PER_ORGANISATION);
    }

    <T> List<T> ordered(List<T> items, Function<T, ByWeighting> by) {
        if (few) {
            return items;
        }
        return items.stream()
                .sorted(Comparator.comparingDouble((T item) -> {
                    var estimate = by.apply(item).weighted();
                    return estimate == null ? 1 : -estimate.value();
                }))
                .toList();
    }

    static List<@Nullable Estimate> each(List<ByWeighting> figures, Weighting by) {
        var all = new ArrayList<@Nullable Estimate>();
        figures.forEach(figure -> all.add(figure.by(by)));
        return all;
    }

    private String counted(int some, int all) {
        return getTranslation("surveys.of", figures.count(some), figures.count(all));
    }

    Component item(String key) {
        return Kit.link(context.behind().apply(question, key), text(key));
    }

    String text(String key) {
        return question.items().stream()
                .filter(item -> item.key().equals(key))
                .map(item -> item.text().in(getLocale()))
                .findFirst()
                .orElse(key);
    }
}
