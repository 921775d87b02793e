package io.throughline.survey.intake;

import io.throughline.survey.SurveyContent;
import io.throughline.survey.question.BestWorst;
import io.throughline.survey.question.ChoiceOfK;
import io.throughline.survey.question.DateQuestion;
import io.throughline.survey.question.FileQuestion;
import io.throughline.survey.question.ImportanceSatisfaction;
import io.throughline.survey.question.ImportanceSatisfactionByRating;
import io.throughline.survey.question.Item;
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
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The places of a survey that columns of a file can fill, question by question, and the map they make together. */
final class ImportSlots {

    private static final Set<ImportField> MARKS = EnumSet.of(ImportField.MARKED, ImportField.NONE);

    private final int number;
    private final List<ImportSlot> slots = new ArrayList<>();

    private ImportSlots(int number) {
        this.number = number;
    }

    /** An export has a column for each item that could be chosen; other files rather one for each choice. */
    static List<ImportSlot> offered(SurveyContent content, boolean exported) {
        return of(content).stream()
                .filter(slot -> exported ? slot.field() != ImportField.NAMED : !MARKS.contains(slot.field()))
                .toList();
    }

    private static List<ImportSlot> of(SurveyContent content) {
        var all = new ArrayList<ImportSlot>();
        var questions = content.questions();
        for (int at = 0; at < questions.size(); at++) {
            all.addAll(of(questions.get(at), at + 1));
        }
        return all;
    }

    private static List<ImportSlot> of(Question question, int number) {
        var own = new ImportSlots(number);
        var items = question.items().stream().map(Item::key).toList();
        switch (question) {
            case SingleChoice one -> own.add(ImportField.CHOSEN).addIf(one.other(), ImportField.OTHER);
            case MultipleChoice one ->
                own.numbered(ImportField.NAMED, items.size()).marks(items).addIf(one.other(), ImportField.OTHER);
            case ChoiceOfK one -> own.numbered(ImportField.NAMED, one.choose()).marks(items);
            case ImportanceSatisfaction one ->
                own.numbered(ImportField.NAMED, one.choose()).marks(items).each(ImportField.SATISFACTION, items);
            case ImportanceSatisfactionByRating _ ->
                own.each(ImportField.IMPORTANCE, items).each(ImportField.SATISFACTION, items);
            case Points _ -> own.each(ImportField.POINTS, items);
            case Ranking _ -> own.each(ImportField.RANK, items);
            case Pairwise _ -> own.each(ImportField.JUDGEMENT, pairs(items));
            case Kano _ -> own.each(ImportField.THERE, items).each(ImportField.MISSING, items);
            case BestWorst one ->
                own.numbered(ImportField.BEST, one.sets().size())
                        .numbered(ImportField.WORST, one.sets().size());
            case Scale _, Nps _ -> own.add(ImportField.STEP);
            case NumberQuestion _ -> own.add(ImportField.NUMBER);
            case DateQuestion _ -> own.add(ImportField.DAY);
            case Text _ -> own.add(ImportField.WORDS);
            case OwnWords _ ->
                own.add(ImportField.WORDS)
                        .add(ImportField.WHO)
                        .add(ImportField.OFTEN)
                        .add(ImportField.BADLY);
            // A file of answers holds no files.
            case FileQuestion _ -> {}
        }
        return own.slots;
    }

    static List<String> pairs(List<String> items) {
        return IntStream.range(0, items.size())
                .boxed()
                .flatMap(one -> IntStream.range(one + 1, items.size())
                        .mapToObj(other -> items.get(one) + ":" + items.get(other)))
                .toList();
    }

    private ImportSlots add(ImportField field) {
        slots.add(new ImportSlot(number, field, ""));
        return this;
    }

    private ImportSlots marks(List<String> keys) {
        return each(ImportField.MARKED, keys).add(ImportField.NONE);
    }

    private ImportSlots addIf(boolean offered, ImportField field) {
        return offered ? add(field) : this;
    }

    private ImportSlots numbered(ImportField field, int count) {
        return each(
                field, IntStream.rangeClosed(1, count).mapToObj(String::valueOf).toList());
    }

    private ImportSlots each(ImportField field, List<String> keys) {
        keys.forEach(key -> slots.add(new ImportSlot(number, field, key)));
        return this;
    }

    /** The questions of which something is chosen, as the import reads them. */
    static ImportMap map(SurveyContent content, ImportMapping mapping) {
        var byQuestion = of(content).stream()
                .filter(mapping.columns()::containsKey)
                .collect(Collectors.groupingBy(ImportSlot::question, TreeMap::new, Collectors.toList()));
        return new ImportMap(
                mapping.respondent(),
                mapping.name(),
                mapping.organisation(),
                mapping.organisationName(),
                byQuestion.entrySet().stream()
                        .map(one -> part(
                                content.questions().get(one.getKey() - 1),
                                one.getKey(),
                                new Chosen(one.getValue(), mapping.columns()),
                                mapping.noneIfEmpty().contains(one.getKey())))
                        .toList());
    }

    private static ImportMap.Part part(Question question, int number, Chosen chosen, boolean none) {
        boolean names = question instanceof MultipleChoice
                || question instanceof ChoiceOfK
                || question instanceof ImportanceSatisfaction;
        var marked = chosen.byColumn(ImportField.MARKED);
        return new ImportMap.Part(
                number,
                names && marked == null ? chosen.list(ImportField.NAMED) : null,
                marked,
                chosen.one(ImportField.NONE),
                none && names,
                chosen.byColumn(ImportField.SATISFACTION),
                chosen.byColumn(ImportField.IMPORTANCE),
                chosen.byColumn(ImportField.POINTS),
                chosen.one(ImportField.WORDS),
                chosen.one(ImportField.WHO),
                chosen.one(ImportField.OFTEN),
                chosen.one(ImportField.BADLY),
                chosen.one(ImportField.STEP),
                chosen.one(ImportField.NUMBER),
                chosen.one(ImportField.DAY),
                question instanceof BestWorst ? chosen.list(ImportField.BEST) : null,
                question instanceof BestWorst ? chosen.list(ImportField.WORST) : null,
                chosen.byColumn(ImportField.THERE),
                chosen.byColumn(ImportField.MISSING),
                chosen.byColumn(ImportField.RANK),
                chosen.byColumn(ImportField.JUDGEMENT),
                chosen.one(ImportField.CHOSEN),
                chosen.one(ImportField.OTHER));
    }

    /** Columns chosen for one question. */
    private record Chosen(List<ImportSlot> slots, Map<ImportSlot, String> columns) {

        List<String> list(ImportField field) {
            return slots.stream()
                    .filter(slot -> slot.field() == field)
                    .map(this::column)
                    .toList();
        }

        @Nullable
        String one(ImportField field) {
            return list(field).stream().findFirst().orElse(null);
        }

        /** Null where there is none: a question that knows no such thing may not have it. */
        @Nullable
        Map<String, String> byColumn(ImportField field) {
            var keys = new LinkedHashMap<String, String>();
            slots.stream().filter(slot -> slot.field() == field).forEach(slot -> keys.put(column(slot), slot.key()));
            return keys.isEmpty() ? null : keys;
        }

        private String column(ImportSlot slot) {
            return columns.getOrDefault(slot, "");
        }
    }
}
