package io.throughline.survey.intake;

import io.throughline.shared.DomainException;
import io.throughline.survey.SurveyError;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One question's columns in a line of a file, read as an answer to it. */
record AnswerColumns(CellValues cells, ImportMap.Part part) {

    AnswerColumns(Cells cells, ImportMap.Part part) {
        this(new CellValues(cells), part);
    }

    private static final Pattern CODE = Pattern.compile("[0-9]{1,4}");

    /** Whether the map names the columns this type of question needs, and none it has no use for. */
    static boolean fit(Question question, ImportMap.Part part) {
        return switch (question) {
            case Kano _ -> part.there() != null && part.missing() != null;
            case Ranking _ -> part.ranks() != null;
            case Pairwise _ -> part.judgements() != null;
            case SingleChoice one -> part.chosen() != null && (one.other() || part.other() == null);
            case MultipleChoice one -> part.namesItems() && (one.other() || part.other() == null);
            case ChoiceOfK _ -> part.namesItems();
            case BestWorst one ->
                part.best() != null
                        && part.worst() != null
                        && part.best().size() == one.sets().size()
                        && part.worst().size() == one.sets().size();
            case ImportanceSatisfaction _ -> part.points() == null && part.words() == null;
            case ImportanceSatisfactionByRating _ -> part.importance() != null && part.satisfaction() != null;
            case Points _ -> part.points() != null && part.named() == null && part.satisfaction() == null;
            case Scale _, Nps _ -> part.step() != null;
            case NumberQuestion _ -> part.number() != null;
            case DateQuestion _ -> part.day() != null;
            // A file of answers holds no files.
            case FileQuestion _ -> false;
            case Text _, OwnWords _ -> part.words() != null && part.named() == null && part.points() == null;
        };
    }

    /** @throws DomainException where a cell is no value of its kind */
    Answer read(Question question) {
        return switch (question) {
            case Kano _ -> felt();
            case Ranking _ ->
                new Ranking.Answer(
                        cells.numbers(part.ranks(), 1, question.items().size()));
            case Pairwise _ -> new Pairwise.Answer(cells.judgements(part.judgements()));
            case SingleChoice one -> chosen(one);
            case MultipleChoice one -> severalChosen(one);
            case ChoiceOfK one -> {
                var named = named(one);
                yield new ChoiceOfK.Answer(named, none(named));
            }
            case BestWorst one -> picked(one);
            case ImportanceSatisfaction one -> rated(one);
            case ImportanceSatisfactionByRating one -> bothRated(one);
            case Points _ -> new Points.Answer(cells.numbers(part.points(), 0, Points.TOTAL));
            case Scale one -> new Scale.Answer(cells.whole(part.step(), one.least(), one.greatest()));
            case Nps _ -> new Nps.Answer(cells.whole(part.step(), 0, Nps.GREATEST));
            case NumberQuestion _ -> new NumberQuestion.Answer(cells.decimal(part.number()));
            case DateQuestion _ -> new DateQuestion.Answer(cells.day(part.day()));
            case FileQuestion one -> one.blank();
            case Text _ -> new Text.Answer(cells.words(part.words()));
            case OwnWords _ ->
                new OwnWords.Answer(
                        cells.words(part.words()),
                        cells.words(part.who()),
                        cells.numbered(OwnWords.Often.values(), part.often()),
                        cells.numbered(OwnWords.Badly.values(), part.badly()));
        };
    }

    private SingleChoice.Answer chosen(SingleChoice question) {
        var words = cells.words(part.other());
        var key = cells.of(part.chosen());
        if (key.isEmpty()) {
            return new SingleChoice.Answer(words.isEmpty() ? null : Other.KEY, words);
        }
        return new SingleChoice.Answer(keyOf(question, key), words);
    }

    private MultipleChoice.Answer severalChosen(MultipleChoice question) {
        var words = cells.words(part.other());
        var keys = new ArrayList<>(named(question));
        if (!words.isEmpty()) {
            keys.add(Other.KEY);
        }
        return new MultipleChoice.Answer(keys, none(keys), words);
    }

    private List<String> named(Question question) {
        var named = new ArrayList<String>();
        if (part.named() != null) {
            for (var column : part.named()) {
                var said = cells.of(column);
                if (!said.isEmpty()) {
                    named.add(keyOf(question, said));
                }
            }
        }
        if (part.marked() != null) {
            part.marked().forEach((column, key) -> {
                if (cells.isMarked(column)) {
                    named.add(key);
                }
            });
        }
        return named;
    }

    private boolean none(List<String> named) {
        return cells.isMarked(part.none()) || part.noneIfEmpty() && named.isEmpty();
    }

    /** Other tools write what people read: an item may be named by its text, too. An export has its place for it. */
    private String keyOf(Question question, String said) {
        if (cells.exported() && CODE.matcher(said).matches()) {
            return coded(question, Integer.parseInt(said));
        }
        return question.items().stream()
                .filter(item -> item.key().equals(said))
                .findFirst()
                .or(() -> question.items().stream()
                        .filter(item -> item.text().texts().values().stream()
                                .anyMatch(text -> text.strip().equalsIgnoreCase(said)))
                        .findFirst())
                .map(Item::key)
                .or(() -> Optional.of(said).filter(Other.KEY::equals))
                .orElseThrow(() -> new DomainException(SurveyError.IMPORT_NO_SUCH_ITEM));
    }

    private static String coded(Question question, int code) {
        var items = question.items();
        if (code == ExportedTable.SOMETHING_ELSE && question instanceof SingleChoice one && one.other()) {
            return Other.KEY;
        }
        if (code < 1 || code > items.size()) {
            throw new DomainException(SurveyError.IMPORT_NO_SUCH_CODE, items.size());
        }
        return items.get(code - 1).key();
    }

    private ImportanceSatisfaction.Answer rated(ImportanceSatisfaction question) {
        var named = named(question);
        boolean none = none(named);
        var satisfaction =
                cells.numbers(part.satisfaction(), ImportanceSatisfaction.DONT_KNOW, ImportanceSatisfaction.SCALE);
        // An export says "don't know" itself.
        if (cells.exported() || named.isEmpty() && !none && satisfaction.isEmpty()) {
            return new ImportanceSatisfaction.Answer(named, none, satisfaction);
        }
        var known = new LinkedHashMap<>(satisfaction);
        if (part.satisfaction() != null) {
            part.satisfaction().values().forEach(key -> known.putIfAbsent(key, ImportanceSatisfaction.DONT_KNOW));
        }
        return new ImportanceSatisfaction.Answer(named, none, known);
    }

    /** Who rated something at all did not know what is empty; an export says so itself. */
    private ImportanceSatisfactionByRating.Answer bothRated(ImportanceSatisfactionByRating question) {
        var importance = new LinkedHashMap<>(rated(part.importance()));
        var satisfaction = new LinkedHashMap<>(rated(part.satisfaction()));
        if (!cells.exported() && !(importance.isEmpty() && satisfaction.isEmpty())) {
            question.items().forEach(item -> {
                importance.putIfAbsent(item.key(), ImportanceSatisfactionByRating.DONT_KNOW);
                satisfaction.putIfAbsent(item.key(), ImportanceSatisfactionByRating.DONT_KNOW);
            });
        }
        return new ImportanceSatisfactionByRating.Answer(importance, satisfaction);
    }

    private Map<String, Integer> rated(@Nullable Map<String, String> columns) {
        return cells.numbers(columns, ImportanceSatisfactionByRating.DONT_KNOW, ImportanceSatisfactionByRating.SCALE);
    }

    private BestWorst.Answer picked(BestWorst question) {
        var picks = new LinkedHashMap<Integer, BestWorst.Pick>();
        for (int set = 0; set < question.sets().size(); set++) {
            var pick = new BestWorst.Pick(key(question, part.best(), set), key(question, part.worst(), set));
            if (pick.best() != null || pick.worst() != null) {
                picks.put(set, pick);
            }
        }
        return new BestWorst.Answer(picks);
    }

    private @Nullable String key(BestWorst question, @Nullable List<String> columns, int set) {
        if (columns == null) {
            return null;
        }
        var said = cells.of(columns.get(set));
        return said.isEmpty() ? null : keyOf(question, said);
    }

    private Kano.Answer felt() {
        var feelings = Feeling.values();
        var there = cells.numbers(part.there(), 1, feelings.length);
        var missing = cells.numbers(part.missing(), 1, feelings.length);
        var pairs = new LinkedHashMap<String, Kano.Pair>();
        Stream.concat(there.keySet().stream(), missing.keySet().stream())
                .distinct()
                .forEach(key -> pairs.put(
                        key,
                        new Kano.Pair(
                                CellValues.at(feelings, there.get(key)), CellValues.at(feelings, missing.get(key)))));
        return new Kano.Answer(pairs);
    }
}
