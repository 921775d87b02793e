package io.throughline.survey.ui.figure;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.throughline.shared.ui.Kit;
import io.throughline.survey.question.NumberQuestion;
import io.throughline.survey.question.stats.Bin;
import io.throughline.survey.question.stats.Distribution;
import org.jspecify.annotations.Nullable;

/** How given numbers lie: a histogram, their mean, and the five numbers of a box plot. */
class NumberResult extends Composite<Div> {

    private final transient NumberQuestion question;
    private final transient Figures figures;

    NumberResult(NumberQuestion question, NumberQuestion.Result result, QuestionResult shown) {
        this.question = question;
        figures = shown.figures();
        var bins = result.bins();
        var mean = shown.overall(
                getTranslation("surveys.caption.number", unit()),
                getTranslation("surveys.mean"),
                by -> figures.measured(result.mean().by(by), question.decimals()));
        if (bins.isEmpty()) {
            getContent().add(mean);
            return;
        }
        getContent()
                .add(shown.pictured(
                        shown.chart(
                                getTranslation("surveys.share"),
                                bins.stream().map(this::name).toList(),
                                bins.stream().map(Bin::share).toList()),
                        mean,
                        spread(result.distribution()),
                        shown.shared(
                                getTranslation("surveys.caption.bins"),
                                getTranslation("surveys.number"),
                                bins,
                                bin -> new Span(name(bin)),
                                Bin::count,
                                Bin::share),
                        shown.disagreement(result.organisations(), result.disagreement(), figures::decimal)));
    }

    private String unit() {
        return question.unit().in(getLocale());
    }

    private String name(Bin bin) {
        boolean single = question.decimals() == 0 && bin.to() - bin.from() < 1.5;
        return single
                ? figures.exact(bin.from())
                : getTranslation("surveys.bin", figures.exact(bin.from()), figures.exact(bin.to()));
    }

    private Component spread(@Nullable Distribution one) {
        return Kit.dim(
                one == null
                        ? ""
                        : getTranslation(
                                "surveys.distribution",
                                figures.exact(one.least()),
                                figures.exact(one.lowerQuartile()),
                                figures.exact(one.median()),
                                figures.exact(one.upperQuartile()),
                                figures.exact(one.greatest())));
    }
}
