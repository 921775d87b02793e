package io.throughline.survey.intake;

import io.throughline.shared.DomainException;
import io.throughline.survey.ImportedCell;
import io.throughline.survey.SurveyError;
import io.throughline.survey.question.Question;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which cells of a line make the answer to a question wrong. */
record WrongCells(Question question, ImportMap.Part part, Cells cells) {

    /** So many are told; a question may have a hundred columns. */
    private static final int MOST = 3;

    /** What says that something is not there. */
    private static final Set<SurveyError> LEFT = EnumSet.of(
            SurveyError.NOTHING_NAMED,
            SurveyError.NOTHING_CHOSEN,
            SurveyError.NOTHING_GIVEN,
            SurveyError.NOTHING_RANKED,
            SurveyError.WORDS_MISSING,
            SurveyError.RATINGS_LEFT,
            SurveyError.PAIRS_LEFT,
            SurveyError.SETS_LEFT);

    /**
     * The fewest that are wrong in the same way when nothing else stands in the line; those that are empty where something
     * is missing; otherwise all of the question's that say something.
     */
    List<ImportedCell> of(DomainException error) {
        var filled = new LinkedHashSet<String>();
        var empty = new LinkedHashSet<String>();
        part.columns()
                .filter(column -> !column.isEmpty())
                .forEach(column -> (cells.of(column).isEmpty() ? empty : filled).add(column));
        if (isRefused(filled, error)) {
            return told(fewest(filled, error));
        }
        boolean left = error.code() instanceof SurveyError one && LEFT.contains(one);
        return told(left && !empty.isEmpty() || filled.isEmpty() ? empty : filled);
    }

    private Set<String> fewest(Set<String> columns, DomainException error) {
        var fewest = new LinkedHashSet<>(columns);
        for (var column : columns) {
            fewest.remove(column);
            if (!isRefused(fewest, error)) {
                fewest.add(column);
            }
        }
        return fewest;
    }

    /** For the very same reason: two cells of a question may each have a limit of its own. */
    private boolean isRefused(Set<String> columns, DomainException error) {
        try {
            var answer = new AnswerColumns(cells.only(columns), part).read(question);
            return question.accept(answer).stream()
                    .anyMatch(problem -> problem.code() == error.code()
                            && problem.arguments().equals(error.arguments()));
        } catch (DomainException e) {
            return e.code() == error.code() && e.arguments().equals(error.arguments());
        }
    }

    private List<ImportedCell> told(Set<String> columns) {
        return columns.stream().limit(MOST).map(cells::told).toList();
    }
}
