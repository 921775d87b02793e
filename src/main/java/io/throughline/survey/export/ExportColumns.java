package io.throughline.survey.export;

import io.throughline.survey.export.ExportColumn.Kind;
import io.throughline.survey.export.ExportColumn.Told;
import io.throughline.survey.question.Answer;
import io.throughline.survey.question.BestWorst;
import io.throughline.survey.question.ChoiceOfK;
import io.throughline.survey.question.DateQuestion;
import io.throughline.survey.question.Feeling;
import io.throughline.survey.question.FileQuestion;
import io.throughline.survey.question.ImportanceSatisfaction;
import io.throughline.survey.question.ImportanceSatisfactionByRating;
import io.throughline.survey.question.Item;
import io.throughline.survey.question.Kano;
import io.throughline.survey.question.MultipleChoice;
import io.throughline.survey.question.Nps;
import io.throughline.survey.question.NumberQuestion;
import io.throughline.survey.question.Other;
import io.throughline.survey.question.OwnWords;
import io.throughline.survey.question.Pairwise;
import io.throughline.survey.question.Points;
import io.throughline.survey.question.Question;
import io.throughline.survey.question.Ranking;
import io.throughline.survey.question.Scale;
import io.throughline.survey.question.SingleChoice;
import io.throughline.survey.question.Text;
import io.throughline.survey.results.ExportedTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The columns one question's answers fill, type by type: choices as codes, yes and no as 1 and 0. */
final class ExportColumns {

    private final Locale locale;
    private final Question question;
    private final String name;
    private final List<ExportColumn> columns = new ArrayList<>();

    /** From 1, by the items' keys. */
    private final Map<String, Integer> places = new HashMap<>();

    private ExportColumns(Question question, int number, Locale locale) {
        this.question = question;
        this.name = "q" + number;
        this.locale = locale;
        for (var item : question.items()) {
            places.put(item.key(), places.size() + 1);
        }
    }

    /** @param number of the question in its survey, from 1 */
    static List<ExportColumn> of(Question question, int number, Locale locale) {
        var all = new ExportColumns(question, number, locale);
        switch (question) {
            case SingleChoice one -> all.single(one);
            case MultipleChoice one -> {
                all.chosen(MultipleChoice.Answer.class, MultipleChoice.Answer::chosen, MultipleChoice.Answer::none);
                if (one.other()) {
                    all.text(
                            "_other",
                            MultipleChoice.Answer.class,
                            answer -> answer.chosen().contains(Other.KEY) ? answer.words() : "");
                }
            }
            case ChoiceOfK _ -> all.chosen(ChoiceOfK.Answer.class, ChoiceOfK.Answer::chosen, ChoiceOfK.Answer::none);
            case Kano _ -> {
                all.feelings("_there", Kano.Pair::there);
                all.feelings("_missing", Kano.Pair::missing);
            }
            case Ranking _ -> all.numbers("", Map.of(), Ranking.Answer.class, Ranking.Answer::ranks);
            case Pairwise one -> all.pairs(one);
            case BestWorst one -> all.sets(one);
            case ImportanceSatisfaction _ -> {
                all.chosen(
                        ImportanceSatisfaction.Answer.class,
                        ImportanceSatisfaction.Answer::mattersMost,
                        ImportanceSatisfaction.Answer::none);
                all.numbers(
                        "_satisfaction",
                        ExportColumn.RATED,
                        ImportanceSatisfaction.Answer.class,
                        ImportanceSatisfaction.Answer::satisfaction);
            }
            case ImportanceSatisfactionByRating _ -> {
                all.numbers(
                        "_importance",
                        ExportColumn.RATED,
                        ImportanceSatisfactionByRating.Answer.class,
                        ImportanceSatisfactionByRating.Answer::importance);
                all.numbers(
                        "_satisfaction",
                        ExportColumn.RATED,
                        ImportanceSatisfactionByRating.Answer.class,
                        ImportanceSatisfactionByRating.Answer::satisfaction);
            }
            case Points _ -> all.numbers("", Map.of(), Points.Answer.class, Points.Answer::points);
            case Scale _ -> all.add("", Kind.NUMBER, Scale.Answer.class, Scale.Answer::step);
            case Nps _ -> all.add("", Kind.NUMBER, Nps.Answer.class, Nps.Answer::step);
            case NumberQuestion _ ->
                all.add("", Kind.NUMBER, NumberQuestion.Answer.class, NumberQuestion.Answer::number);
            case DateQuestion _ -> all.add("", Kind.DAY, DateQuestion.Answer.class, DateQuestion.Answer::day);
            case FileQuestion _ -> all.files();
            case Text _ -> all.text("", Text.Answer.class, Text.Answer::words);
            case OwnWords _ -> all.need();
        }
        return all.columns;
    }

    private void single(SingleChoice one) {
        var codes = new LinkedHashMap<Integer, String>(codes());
        if (one.other()) {
            codes.put(ExportedTable.SOMETHING_ELSE, Other.KEY);
        }
        add("", "", Kind.NUMBER, codes, SingleChoice.Answer.class, answer -> code(answer.chosen()));
        if (one.other()) {
            text("_other", SingleChoice.Answer.class, SingleChoice.Answer::words);
        }
    }

    private <A extends Answer> void chosen(Class<A> type, Function<A, List<String>> keys, Function<A, Boolean> none) {
        eachItem(
                "",
                (item, at) -> add(
                        at,
                        text(item),
                        Kind.NUMBER,
                        Map.of(),
                        type,
                        answer -> keys.apply(answer).contains(item.key()) ? 1 : 0));
        add("_none", Kind.NUMBER, type, answer -> Boolean.TRUE.equals(none.apply(answer)) ? 1 : 0);
    }

    private <A extends Answer> void numbers(
            String suffix, Map<Integer, String> codes, Class<A> type, Function<A, Map<String, Integer>> numbers) {
        eachItem(
                suffix,
                (item, at) -> add(
                        at,
                        text(item),
                        Kind.NUMBER,
                        codes,
                        type,
                        answer -> numbers.apply(answer).get(item.key())));
    }

    private void feelings(String suffix, Function<Kano.Pair, @Nullable Feeling> which) {
        var codes = new LinkedHashMap<Integer, String>();
        for (var feeling : Feeling.values()) {
            codes.put(feeling.ordinal() + 1, feeling.name());
        }
        eachItem(
                suffix,
                (item, at) -> add(at, text(item), Kind.NUMBER, codes, Kano.Answer.class, answer -> {
                    var pair = answer.pairs().get(item.key());
                    var feeling = pair == null ? null : which.apply(pair);
                    return feeling == null ? null : feeling.ordinal() + 1;
                }));
    }

    private void pairs(Pairwise one) {
        var items = one.items();
        for (int i = 0; i < items.size(); i++) {
            for (int j = i + 1; j < items.size(); j++) {
                var pair = items.get(i).key() + ":" + items.get(j).key();
                add(
                        "_" + (i + 1) + "_" + (j + 1),
                        text(items.get(i)) + " : " + text(items.get(j)),
                        Kind.NUMBER,
                        Map.of(),
                        Pairwise.Answer.class,
                        answer -> answer.judgements().get(pair));
            }
        }
    }

    private void sets(BestWorst one) {
        for (int set = 0; set < one.sets().size(); set++) {
            pick(set, "_best", BestWorst.Pick::best);
            pick(set, "_worst", BestWorst.Pick::worst);
        }
    }

    private void pick(int set, String which, Function<BestWorst.Pick, @Nullable String> key) {
        add("_" + (set + 1) + which, "", Kind.NUMBER, codes(), BestWorst.Answer.class, answer -> {
            var pick = answer.picks().get(set);
            return pick == null ? null : code(key.apply(pick));
        });
    }

    private void files() {
        columns.add(new ExportColumn(
                name,
                title(),
                Kind.TEXT,
                Map.of(),
                told -> told.answer() instanceof FileQuestion.Answer answer
                        ? answer.files().stream()
                                .map(id -> told.fileNames().getOrDefault(id.value(), ""))
                                .collect(Collectors.joining("; "))
                        : null));
    }

    private void need() {
        text("", OwnWords.Answer.class, OwnWords.Answer::words);
        text("_who", OwnWords.Answer.class, OwnWords.Answer::who);
        add(
                "_often",
                "",
                Kind.NUMBER,
                constants(OwnWords.Often.values()),
                OwnWords.Answer.class,
                answer -> number(answer.often()));
        add(
                "_badly",
                "",
                Kind.NUMBER,
                constants(OwnWords.Badly.values()),
                OwnWords.Answer.class,
                answer -> number(answer.badly()));
        columns.add(new ExportColumn(name + "_need", title(), Kind.TEXT, Map.of(), Told::need));
    }

    private static @Nullable Integer number(@Nullable Enum<?> constant) {
        return constant == null ? null : constant.ordinal() + 1;
    }

    private static Map<Integer, String> constants(Enum<?>[] constants) {
        var codes = new LinkedHashMap<Integer, String>();
        for (var constant : constants) {
            codes.put(constant.ordinal() + 1, constant.name());
        }
        return codes;
    }

    private <A extends Answer> void text(String suffix, Class<A> type, Function<A, String> words) {
        add(suffix, Kind.TEXT, type, words::apply);
    }

    private <A extends Answer> void add(String suffix, Kind kind, Class<A> type, Function<A, @Nullable Object> value) {
        add(suffix, "", kind, Map.of(), type, value);
    }

    private <A extends Answer> void add(
            String suffix,
            String about,
            Kind kind,
            Map<Integer, String> codes,
            Class<A> type,
            Function<A, @Nullable Object> value) {
        columns.add(new ExportColumn(
                name + suffix,
                about.isEmpty() ? title() : title() + " | " + about,
                kind,
                codes,
                told -> type.isInstance(told.answer()) ? value.apply(type.cast(told.answer())) : null));
    }

    private interface ForItem {
        void add(Item item, String suffix);
    }

    private void eachItem(String suffix, ForItem each) {
        for (int at = 0; at < question.items().size(); at++) {
            each.add(question.items().get(at), "_" + (at + 1) + suffix);
        }
    }

    private Map<Integer, String> codes() {
        var codes = new LinkedHashMap<Integer, String>();
        for (int at = 0; at < question.items().size(); at++) {
            codes.put(at + 1, text(question.items().get(at)));
        }
        return codes;
    }

    private @Nullable Integer code(@Nullable String key) {
        if (Objects.equals(key, Other.KEY)) {
            return ExportedTable.SOMETHING_ELSE;
        }
        return key == null ? null : places.get(key);
    }

    private String text(Item item) {
        return item.text().in(locale);
    }

    private String title() {
        return question.title().in(locale);
    }
}
