package io.throughline.survey.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.throughline.shared.ui.DataTable;
import io.throughline.shared.ui.Kit;
import io.throughline.survey.SurveyResults.QuestionReport;
import io.throughline.survey.question.ImportanceSatisfaction;
import io.throughline.survey.question.OwnWords;
import io.throughline.survey.question.Points;
import io.throughline.survey.question.Question;
import io.throughline.survey.question.stats.Estimate;
import io.throughline.survey.question.stats.Size;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What all answers to one question say: a figure an item, weighted beside per organisation, with its interval. */
class QuestionResult extends Composite<Div> {

    QuestionResult(QuestionReport report) {
        var question = report.question();
        getContent()
                .add(Kit.card(
                        question.title().in(getLocale()),
                        switch (report.result()) {
                            case ImportanceSatisfaction.Result result -> importance(question, result);
                            case Points.Result result -> points(question, result);
                            case OwnWords.Result result -> Kit.dim(basis(result.size()));
                        }));
    }

    private Component importance(Question question, ImportanceSatisfaction.Result result) {
        return new DataTable<ImportanceSatisfaction.ItemResult>(basis(result.size()))
                .column(getTranslation("surveys.item"), row -> text(question, row.key()))
                .components(
                        getTranslation("surveys.picture"),
                        row -> bar(row.importance().weighted()))
                .numbers(
                        getTranslation("surveys.weighted"),
                        row -> figure(row.importance().weighted()))
                .numbers(
                        getTranslation("surveys.per-organisation"),
                        row -> figure(row.importance().perOrganisation()))
                .numbers(
                        getTranslation("surveys.satisfied"),
                        row -> getTranslation("surveys.of", row.satisfied(), row.rated()))
                .numbers(
                        getTranslation("surveys.rating"),
                        row -> figure(row.rating().weighted()))
                .rows(result.items());
    }

    private Component points(Question question, Points.Result result) {
        return new DataTable<Points.ItemResult>(basis(result.size()))
                .column(getTranslation("surveys.item"), row -> text(question, row.key()))
                .components(
                        getTranslation("surveys.picture"),
                        row -> bar(row.share().weighted()))
                .numbers(
                        getTranslation("surveys.weighted"),
                        row -> figure(row.share().weighted()))
                .numbers(
                        getTranslation("surveys.per-organisation"),
                        row -> figure(row.share().perOrganisation()))
                .rows(result.items());
    }

    private String basis(Size size) {
        return getTranslation(
                size.tooFewToRank() ? "surveys.basis.few" : "surveys.basis", size.people(), size.organisations());
    }

    private String text(Question question, String key) {
        return question.items().stream()
                .filter(item -> item.key().equals(key))
                .map(item -> item.text().in(getLocale()))
                .findFirst()
                .orElse(key);
    }

    private static Component bar(@Nullable Estimate estimate) {
        return estimate == null ? new Span() : Kit.bar(estimate.value(), estimate.low(), estimate.high());
    }

    private String figure(@Nullable Estimate estimate) {
        return estimate == null
                ? getTranslation("surveys.undefined")
                : String.format(
                        Locale.ROOT,
                        "%.1f %% [%.1f–%.1f]",
                        estimate.value() * 100,
                        estimate.low() * 100,
                        estimate.high() * 100);
    }
}
