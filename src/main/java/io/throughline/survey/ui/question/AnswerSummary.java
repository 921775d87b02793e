package io.throughline.survey.ui.question;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.throughline.shared.ui.Kit;
import io.throughline.shared.ui.Labels;
import io.throughline.survey.question.Answer;
import io.throughline.survey.question.BestWorst;
import io.throughline.survey.question.ChoiceOfK;
import io.throughline.survey.question.ImportanceSatisfaction;
import io.throughline.survey.question.Item;
import io.throughline.survey.question.Kano;
import io.throughline.survey.question.MultipleChoice;
import io.throughline.survey.question.Other;
import io.throughline.survey.question.OwnWords;
import io.throughline.survey.question.Pairwise;
import io.throughline.survey.question.Points;
import io.throughline.survey.question.Question;
import io.throughline.survey.question.Ranking;
import io.throughline.survey.question.SingleChoice;
import io.throughline.survey.question.stats.Settings;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What somebody said to one question, to be read and printed. */
public class AnswerSummary extends Composite<Div> {

    public AnswerSummary(Question question, Answer answer) {
        getContent().addClassName("answer-summary");
        if (answer.isEmpty()) {
            getContent().add(Kit.dim(getTranslation("answer.nothing")));
            return;
        }
        switch (question) {
            case Kano one -> say(one, (Kano.Answer) answer);
            case Ranking one -> say(one, (Ranking.Answer) answer);
            case Pairwise one -> say(one, (Pairwise.Answer) answer);
            case SingleChoice one ->
                choose(one, ((SingleChoice.Answer) answer).keys(), false, ((SingleChoice.Answer) answer).words());
            case MultipleChoice one ->
                choose(
                        one,
                        ((MultipleChoice.Answer) answer).chosen(),
                        ((MultipleChoice.Answer) answer).none(),
                        ((MultipleChoice.Answer) answer).words());
            case ChoiceOfK one ->
                choose(one, ((ChoiceOfK.Answer) answer).chosen(), ((ChoiceOfK.Answer) answer).none(), "");
            case BestWorst one -> say(one, (BestWorst.Answer) answer);
            case ImportanceSatisfaction one -> say(one, (ImportanceSatisfaction.Answer) answer);
            case Points one -> say(one, (Points.Answer) answer);
            case OwnWords _ -> getContent().add(new Paragraph(((OwnWords.Answer) answer).words()));
        }
    }

    private void say(ImportanceSatisfaction question, ImportanceSatisfaction.Answer answer) {
        if (answer.none()) {
            getContent().add(new Paragraph(getTranslation("answer.none")));
        }
        if (!answer.mattersMost().isEmpty()) {
            getContent()
                    .add(
                            Kit.dim(getTranslation("answer.summary.most")),
                            list(question.items().stream()
                                    .filter(item -> answer.mattersMost().contains(item.key()))
                                    .map(item -> line(item, ""))
                                    .toList()));
        }
        if (!answer.satisfaction().isEmpty()) {
            getContent()
                    .add(
                            Kit.dim(getTranslation("answer.satisfaction")),
                            list(question.items().stream()
                                    .filter(item -> answer.satisfaction().containsKey(item.key()))
                                    .map(item ->
                                            rated(item, answer.satisfaction().getOrDefault(item.key(), 0)))
                                    .toList()));
        }
    }

    private void choose(Question question, List<String> chosen, boolean none, String words) {
        if (none) {
            getContent().add(new Paragraph(getTranslation("answer.none")));
        }
        var lines = new ArrayList<Component>(question.items().stream()
                .filter(item -> chosen.contains(item.key()))
                .map(item -> line(item, ""))
                .toList());
        if (chosen.contains(Other.KEY)) {
            lines.add(new ListItem(new Span(getTranslation("answer.other")), new Span(words)));
        }
        if (!lines.isEmpty()) {
            getContent().add(list(lines));
        }
    }

    private Component rated(Item item, int rating) {
        return line(item, getTranslation("answer.satisfaction." + rating));
    }

    private void say(BestWorst question, BestWorst.Answer answer) {
        getContent()
                .add(list(answer.picks().entrySet().stream()
                        .<Component>map(entry -> new ListItem(
                                new Span(getTranslation(
                                        "answer.set.summary",
                                        text(question, entry.getValue().best()),
                                        text(question, entry.getValue().worst()))),
                                new Span(getTranslation(
                                        "answer.set",
                                        entry.getKey() + 1,
                                        question.sets().size()))))
                        .toList()));
    }

    private void say(Kano question, Kano.Answer answer) {
        getContent()
                .add(list(question.items().stream()
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

    private String feeling(Kano.@Nullable Feeling feeling) {
        return feeling == null ? "–" : Labels.of(this, feeling);
    }

    private void say(Ranking question, Ranking.Answer answer) {
        getContent()
                .add(list(question.items().stream()
                        .filter(item -> answer.ranks().containsKey(item.key()))
                        .sorted(Comparator.comparing(
                                (Item item) -> answer.ranks().getOrDefault(item.key(), 0)))
                        .map(item -> line(item, answer.ranks().get(item.key()) + "."))
                        .toList()));
    }

    private void say(Pairwise question, Pairwise.Answer answer) {
        getContent()
                .add(list(answer.judgements().entrySet().stream()
                        .map(entry -> judged(question, entry.getKey().split(":", 2), entry.getValue()))
                        .toList()));
        question.judged(answer)
                .map(judged -> judged.consistencyRatio(Settings.STANDARD.randomIndex()))
                .ifPresent(ratio -> getContent()
                        .add(Kit.dim(getTranslation("answer.pair.ratio") + " "
                                + NumberFormat.getNumberInstance(getLocale())
                                        .format(Math.round(ratio * 100) / 100.0))));
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

    private String text(Question question, @Nullable String key) {
        return question.items().stream()
                .filter(item -> item.key().equals(key))
                .map(item -> item.text().in(getLocale()))
                .findFirst()
                .orElse("–");
    }

    private void say(Points question, Points.Answer answer) {
        getContent()
                .add(list(question.items().stream()
                        .filter(item -> pointsOf(item, answer) > 0)
                        .sorted(Comparator.comparingInt((Item item) -> -pointsOf(item, answer)))
                        .map(item -> line(item, String.valueOf(pointsOf(item, answer))))
                        .toList()));
    }

    private static int pointsOf(Item item, Points.Answer answer) {
        return answer.points().getOrDefault(item.key(), 0);
    }

    private Component line(Item item, String figure) {
        return new ListItem(new Span(item.text().in(getLocale())), new Span(figure));
    }

    private static Component list(List<Component> lines) {
        var list = new UnorderedList();
        lines.forEach(list::add);
        return list;
    }
}
