package io.throughline.survey.ui.question;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import io.throughline.shared.ui.Kit;
import io.throughline.shared.ui.Labels;
import io.throughline.survey.question.BestWorst;
import io.throughline.survey.question.Feeling;
import io.throughline.survey.question.Item;
import io.throughline.survey.question.Kano;
import io.throughline.survey.question.Pairwise;
import io.throughline.survey.question.Points;
import io.throughline.survey.question.Ranking;
import io.throughline.survey.question.stats.Settings;
import java.text.NumberFormat;
import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How somebody compared items with each other. */
class ComparedSummary extends AnswerLines {

    /** Without numbers of the sets: they were shown in an order of the respondent's own. */
    ComparedSummary(BestWorst question, BestWorst.Answer answer) {
        add(list(answer.picks().values().stream()
                .<Component>map(pick -> new ListItem(new Span(getTranslation(
                        "answer.set.summary", text(question, pick.best()), text(question, pick.worst())))))
                .toList()));
    }

    ComparedSummary(Kano question, Kano.Answer answer) {
        add(list(question.items().stream()
                .filter(item -> answer.pairs().containsKey(item.key()))
                .<Component>map(item -> {
                    var pair = Objects.requireNonNull(answer.pairs().get(item.key()));
                    return new ListItem(
                            new Span(item.text().in(getLocale())),
                            Kit.dim(getTranslation(
                                    "answer.kano.summary", feeling(pair.there()), feeling(pair.missing()))));
                })
                .toList()));
    }

    ComparedSummary(Ranking question, Ranking.Answer answer) {
        add(list(question.items().stream()
                .filter(item -> answer.ranks().containsKey(item.key()))
                .sorted(Comparator.comparing((Item item) -> answer.ranks().getOrDefault(item.key(), 0)))
                .map(item -> line(item, answer.ranks().get(item.key()) + "."))
                .toList()));
    }

    ComparedSummary(Pairwise question, Pairwise.Answer answer) {
        add(list(answer.judgements().entrySet().stream()
                .map(entry -> judged(question, entry.getKey().split(":", 2), entry.getValue()))
                .toList()));
        question.judged(answer)
                .map(judged -> judged.consistencyRatio(Settings.STANDARD.randomIndex()))
                .ifPresent(ratio -> getContent()
                        .add(Kit.dim(getTranslation(
                                "answer.pair.ratio",
                                NumberFormat.getNumberInstance(getLocale()).format(Math.round(ratio * 100) / 100.0)))));
    }

    ComparedSummary(Points question, Points.Answer answer) {
        add(list(question.items().stream()
                .filter(item -> pointsOf(item, answer) > 0)
                .sorted(Comparator.comparingInt((Item item) -> -pointsOf(item, answer)))
                .map(item -> line(item, String.valueOf(pointsOf(item, answer))))
                .toList()));
    }

    private String feeling(@Nullable Feeling feeling) {
        return feeling == null ? "–" : Labels.of(this, feeling);
    }

    private Component judged(Pairwise question, String[] pair, int judgement) {
        var first = text(question, pair[judgement > 0 ? 0 : 1]);
        var second = text(question, pair[judgement > 0 ? 1 : 0]);
        if (judgement == 1) {
            return new ListItem(new Span(getTranslation("answer.pair.summary.same", first, second)), new Span("="));
        }
        var step = getTranslation("answer.pair.more." + Math.clamp((Math.abs(judgement) + 1) / 2 * 2 - 1, 3, 9));
        return new ListItem(
                new Span(getTranslation("answer.pair.summary", first, step, second)),
                new Span(getTranslation("answer.pair.step", Math.abs(judgement))));
    }

    private static int pointsOf(Item item, Points.Answer answer) {
        return answer.points().getOrDefault(item.key(), 0);
    }
}
