package io.throughline.survey.ui.figure;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.throughline.shared.ui.DataTable;
import io.throughline.shared.ui.Kit;
import io.throughline.shared.ui.Labels;
import io.throughline.survey.QuestionReport;
import io.throughline.survey.logic.Quotes;
import io.throughline.survey.question.BestWorst;
import io.throughline.survey.question.ChoiceOfK;
import io.throughline.survey.question.DateQuestion;
import io.throughline.survey.question.FileQuestion;
import io.throughline.survey.question.ImportanceSatisfaction;
import io.throughline.survey.question.ImportanceSatisfactionByRating;
import io.throughline.survey.question.Kano;
import io.throughline.survey.question.MultipleChoice;
import io.throughline.survey.question.Nps;
import io.throughline.survey.question.NumberQuestion;
import io.throughline.survey.question.OwnWords;
import io.throughline.survey.question.Pairwise;
import io.throughline.survey.question.Points;
import io.throughline.survey.question.Question;
import io.throughline.survey.question.Ranking;
import io.throughline.survey.question.Scale;
import io.throughline.survey.question.SingleChoice;
import io.throughline.survey.question.Text;
import io.throughline.survey.question.stats.ByWeighting;
import io.throughline.survey.question.stats.Divided;
import io.throughline.survey.question.stats.Estimate;
import io.throughline.survey.question.stats.OrganisationFigure;
import io.throughline.survey.question.stats.Weighting;
import io.throughline.survey.ui.figure.ResultChart.Look;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What all answers to one question say: method, n and uncertainty; a picture and the same as a table; how far people
 * disagree; and the way to the answers behind. With too few people to rank, items stay in the order they were asked in.
 */
public class QuestionResult extends Composite<Div> {

    /**
     * How results are looked at.
     *
     * @param invited people invited, in the segment shown
     * @param perPerson whether figures per person are shown as well
     * @param organisations names by id
     * @param behind where the answers behind a question, or an item (null for all), are read; null for who is shown what
     *     all say together and nothing else
     * @param least of fewer people nothing is told
     */
    public record Context(
            int invited,
            boolean perPerson,
            Map<UUID, String> organisations,
            @Nullable BiFunction<Question, @Nullable String, String> behind,
            int least) {

        /** For those asked. */
        public static Context shared(int least) {
            return new Context(0, false, Map.of(), null, least);
        }

        boolean isShared() {
            return behind == null;
        }
    }

    private final transient Context context;
    private final transient Question question;
    private final transient Figures figures;
    private final boolean few;
    private final HtmlContainer card;

    public QuestionResult(QuestionReport report, Context context) {
        this.context = context;
        question = report.question();
        var size = report.result().size();
        few = size.tooFewToRank();
        figures = new Figures(getLocale(), size, getTranslation("surveys.undefined"));
        card = Kit.card(
                title(),
                context.isShared()
                        ? new Basis(report, context.least())
                        : new Basis(report, context.invited(), context.least()));
        getContent().add(card);
        if (size.people() == 0) {
            return;
        }
        switch (report.result()) {
            case Kano.Result result -> card.add(new KanoResult(result, this));
            case Ranking.Result result -> card.add(new RankingResult(result, this));
            case Pairwise.Result result -> card.add(new PairwiseResult(result, this));
            case SingleChoice.Result result -> card.add(new ChosenResult(result.items(), null, this));
            case MultipleChoice.Result result -> card.add(new ChosenResult(result.items(), result.none(), this));
            case ChoiceOfK.Result result -> card.add(new ChosenResult(result.items(), result.none(), this));
            case BestWorst.Result result -> card.add(new BestWorstResult(result, this));
            case ImportanceSatisfaction.Result result -> card.add(new ImportanceResult(result, this));
            case Points.Result result -> card.add(new PointsResult(result, this));
            case ImportanceSatisfactionByRating.Result result -> card.add(new OpportunityResult(result, this));
            case Scale.Result result -> card.add(new StepsResult((Scale) question, result.steps(), this));
            case Nps.Result result -> card.add(new NpsResult(result, this));
            case NumberQuestion.Result result -> card.add(new NumberResult((NumberQuestion) question, result, this));
            case DateQuestion.Result result -> card.add(new DateResult(result, this));
            case FileQuestion.Result result -> card.add(Kit.dim(getTranslation("surveys.files", result.files())));
            case Text.Result _ -> card.add(words("surveys.text.explained"));
            case OwnWords.Result _ -> card.add(words("surveys.words.explained"));
        }
        var behind = context.behind();
        if (behind != null) {
            card.add(new Paragraph(
                    Kit.link(behind.apply(question, null), getTranslation("surveys.behind.all", size.people()))));
        }
    }

    private String title() {
        return Quotes.unanswered(question.title()).in(getLocale());
    }

    private Component words(String explained) {
        return Kit.dim(getTranslation(context.isShared() ? "sharing.words" : explained));
    }

    /** Ends with where the question comes from. */
    public QuestionResult from(DescentLine descent) {
        card.add(descent);
        return this;
    }

    /** Whether there are too few people to rank by what they said. */
    boolean isFew() {
        return few;
    }

    Figures figures() {
        return figures;
    }

    Component disagreement(List<DisagreementTable.Row> rows, DoubleFunction<String> written) {
        return disagreement(rows, new DisagreementTable.Written(written, written));
    }

    private Component disagreement(List<DisagreementTable.Row> rows, DisagreementTable.Written written) {
        return context.isShared() || rows.stream().noneMatch(DisagreementTable.Row::tells)
                ? new Div()
                : new DisagreementTable(figures, context.organisations(), rows, written);
    }

    /** Item by item. @param text of an item by its key */
    Component divided(List<? extends Divided> items, UnaryOperator<String> text, DoubleFunction<String> written) {
        return disagreement(
                items.stream()
                        .map(one -> new DisagreementTable.Row(
                                text.apply(one.key()), one.organisations(), one.disagreement(), null))
                        .toList(),
                written);
    }

    /** Of a question without items. */
    Component disagreement(
            List<OrganisationFigure> organisations, @Nullable Double inside, DoubleFunction<String> written) {
        return disagreement(organisations, inside, new DisagreementTable.Written(written, written));
    }

    Component disagreement(
            List<OrganisationFigure> organisations, @Nullable Double inside, DisagreementTable.Written written) {
        return disagreement(List.of(new DisagreementTable.Row(title(), organisations, inside, null)), written);
    }

    /** One figure about the question as a whole, a row for each weighting. */
    Component overall(String caption, String name, Function<Weighting, String> figure) {
        return new DataTable<Weighting>(caption)
                .column(getTranslation("surveys.weighting"), by -> Labels.of(this, by))
                .numbers(name, figure)
                .rows(weightings());
    }

    /** How many people, and which share by each weighting: of steps, months and the like. */
    <T> DataTable<T> shared(
            String caption,
            String name,
            List<T> rows,
            Function<T, Component> text,
            Function<T, Integer> people,
            Function<T, ByWeighting> share) {
        var table = new DataTable<T>(caption)
                .components(name, text::apply)
                .numbers(getTranslation("surveys.people"), row -> figures.count(people.apply(row)));
        for (var by : weightings()) {
            table.numbers(
                    getTranslation("surveys.share." + by.name()),
                    // Few answers are not drawn towards each other: the steps of a scale have nothing in common.
                    row -> figures.share(share.apply(row).by(by), List.of()));
        }
        return table.rows(rows);
    }

    /** One figure an item, 0–1. */
    Component chart(String name, List<String> items, List<ByWeighting> figures) {
        return chart(items, weighted(name, figures));
    }

    /** The same figure under each weighting shown. */
    List<ResultChart.Series> weighted(String name, List<ByWeighting> figures) {
        var series = new ArrayList<ResultChart.Series>();
        series.add(series(name, Look.BAR, figures, Weighting.WEIGHTED));
        if (context.isShared()) {
            return series;
        }
        series.add(series(name, Look.DIAMOND, figures, Weighting.PER_ORGANISATION));
        if (context.perPerson()) {
            series.add(series(name, Look.CIRCLE, figures, Weighting.PER_PERSON));
        }
        return series;
    }

    Component chart(List<String> items, List<ResultChart.Series> series) {
        return new ResultChart(getTranslation("surveys.chart", title()), items, series);
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

    ResultChart.Series series(String name, Look look, List<ByWeighting> values, Weighting by) {
        var drawn = new ArrayList<ResultChart.@Nullable Value>();
        values.forEach(value -> drawn.add(ResultChart.Value.of(value.by(by))));
        return new ResultChart.Series(name + " · " + Labels.of(this, by), look, drawn);
    }

    List<Weighting> weightings() {
        if (context.isShared()) {
            return List.of(Weighting.WEIGHTED);
        }
        return context.perPerson()
                ? List.of(Weighting.values())
                : List.of(Weighting.WEIGHTED, Weighting.PER_ORGANISATION);
    }

    /** The heading of a figure under a weighting. @param key of what the figure is called */
    String by(String key, Weighting by) {
        return getTranslation(key) + " · " + Labels.of(this, by);
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

    String counted(int some, int all) {
        return getTranslation("surveys.of", figures.count(some), figures.count(all));
    }

    Component item(String key) {
        var behind = context.behind();
        return behind == null ? new Span(text(key)) : Kit.link(behind.apply(question, key), text(key));
    }

    String text(String key) {
        return question.items().stream()
                .filter(item -> item.key().equals(key))
                .map(item -> item.text().in(getLocale()))
                .findFirst()
                .orElse(key);
    }
}
