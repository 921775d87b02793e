package io.throughline.survey.intake;

import io.throughline.shared.DomainException;
import io.throughline.survey.ImportedCell;
import io.throughline.survey.QuestionId;
import io.throughline.survey.SurveyContent;
import io.throughline.survey.SurveyError;
import io.throughline.survey.answer.Voice;
import io.throughline.survey.logic.Course;
import io.throughline.survey.question.Answer;
import io.throughline.survey.question.ImportanceSatisfaction;
import io.throughline.survey.question.Problem;
import io.throughline.survey.question.Question;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** What the lines of a file say, each by itself: several may be read at once. */
final class ImportLines {

    private static final int SHORT = 100;

    /** Nobody can be called by more. */
    private static final int LONGEST_NAME = 200;

    /** Of so many questions a line tells what is wrong. */
    private static final int MOST_WRONG = 3;

    private final SurveyContent content;
    private final List<Question> questions;
    private final ImportMap map;
    private final Map<String, Voice> voices;

    /**
     * @param voices the organisations asked, by name
     * @throws DomainException IMPORT_MAP_INVALID
     */
    ImportLines(SurveyContent content, ImportMap map, Map<String, Voice> voices) {
        this.content = content;
        this.questions = content.questions();
        this.map = map;
        this.voices = voices;
        for (var part : map.answers()) {
            requireFitting(part);
        }
    }

    private void requireFitting(ImportMap.Part part) {
        if (part.question() < 1
                || part.question() > questions.size()
                || !AnswerColumns.fit(questions.get(part.question() - 1), part)) {
            throw new DomainException(SurveyError.IMPORT_MAP_INVALID, "question " + part.question());
        }
    }

    /**
     * A line.
     *
     * @param number of it in the file, from 1
     * @param columns the headings of its table
     * @param exported whether the table is an export of the portal
     */
    record Written(CSVRecord row, long number, List<String> columns, boolean exported) {}

    /**
     * What a line says, or what is wrong with it.
     *
     * @param respondent null where it names none
     * @param read null where something is wrong
     * @param wrong of the first questions that are, in their order; empty where nothing is
     */
    record Checked(
            long number,
            @Nullable String respondent,
            @Nullable ImportedLine read,
            List<Wrong> wrong) {}

    /** @param cells looked for only where the error is told */
    record Wrong(DomainException error, Supplier<List<ImportedCell>> cells) {}

    /** Something is wrong with some cells. */
    private static final class Misread extends Exception {

        private final transient List<Wrong> wrong;

        Misread(DomainException error, Supplier<List<ImportedCell>> cells) {
            this(List.of(new Wrong(error, cells)));
        }

        Misread(List<Wrong> wrong) {
            super(wrong.getFirst().error());
            this.wrong = wrong;
        }
    }

    Checked checked(Written line) {
        String respondent = null;
        try {
            respondent = respondent(line);
            return new Checked(line.number(), respondent, read(line, respondent), List.of());
        } catch (Misread e) {
            return new Checked(line.number(), respondent, null, e.wrong);
        }
    }

    private String respondent(Written line) throws Misread {
        if (line.row().size() != line.columns().size()) {
            throw new Misread(
                    new DomainException(
                            SurveyError.IMPORT_CELLS,
                            line.columns().size(),
                            line.row().size()),
                    List::of);
        }
        var respondent = cells(line).of(map.respondent());
        if (respondent.isEmpty() || respondent.length() > SHORT) {
            throw misread(SurveyError.IMPORT_RESPONDENT_MISSING, line, map.respondent());
        }
        return respondent;
    }

    private static Misread misread(SurveyError code, Written line, String column, Object... arguments) {
        return new Misread(
                new DomainException(code, arguments), () -> List.of(cells(line).told(column)));
    }

    private static Cells cells(Written line) {
        return new Cells(line.row(), line.exported());
    }

    private ImportedLine read(Written line, String respondent) throws Misread {
        var cells = cells(line);
        var home = map.organisationName(cells.of(map.organisation()));
        var voice = voices.get(home);
        if (voice == null) {
            throw misread(SurveyError.IMPORT_ORGANISATION_UNKNOWN, line, map.organisation(), home);
        }
        var called = map.respondentName(respondent, cells::of);
        if (called.length() > LONGEST_NAME) {
            var column = map.nameColumns().findFirst().orElse(map.respondent());
            throw misread(SurveyError.WORDS_TOO_LONG, line, column, LONGEST_NAME, called.length());
        }
        var answers = answers(cells);
        var course = Course.of(content, answers);
        requireAsked(course, answers, cells);
        return new ImportedLine(respondent, called, voice, course.counted(answers), course.hidden(content));
    }

    private Map<QuestionId, Answer> answers(Cells cells) throws Misread {
        var answers = new LinkedHashMap<QuestionId, Answer>();
        for (var part : map.answers()) {
            var question = questions.get(part.question() - 1);
            var answer = answer(question, part, cells);
            // A blank row says that the question was shown and left; words nobody said are no row.
            if (!answer.isEmpty() || question instanceof ImportanceSatisfaction) {
                answers.put(question.id(), answer);
            }
        }
        return answers;
    }

    private Answer answer(Question question, ImportMap.Part part, Cells cells) throws Misread {
        try {
            return new AnswerColumns(cells, part).read(question);
        } catch (DomainException e) {
            throw new Misread(unreadable(cells));
        }
    }

    /**
     * What no answer says, whatever else the line does: which questions were asked nobody knows as long as one of them can't
     * be read.
     */
    private List<Wrong> unreadable(Cells cells) {
        return map.answers().stream()
                .flatMap(part -> unreadable(questions.get(part.question() - 1), part, cells).stream())
                .limit(MOST_WRONG)
                .toList();
    }

    private static Optional<Wrong> unreadable(Question question, ImportMap.Part part, Cells cells) {
        try {
            return question.accept(new AnswerColumns(cells, part).read(question)).stream()
                    .findFirst()
                    .map(ImportLines::refusal)
                    .map(refusal -> new Wrong(refusal, () -> new WrongCells(question, part, cells).of(refusal)));
        } catch (DomainException e) {
            return Optional.of(new Wrong(e, () -> new WrongCells(question, part, cells).of(e)));
        }
    }

    private static DomainException refusal(Problem problem) {
        return new DomainException(problem.code(), problem.arguments().toArray());
    }

    private void requireAsked(Course course, Map<QuestionId, Answer> answers, Cells cells) throws Misread {
        var wrong = Misfit.among(content, course, answers)
                .limit(MOST_WRONG)
                .map(misfit -> wrong(misfit, cells))
                .toList();
        if (!wrong.isEmpty()) {
            throw new Misread(wrong);
        }
    }

    private Wrong wrong(Misfit misfit, Cells cells) {
        var refusal = refusal(misfit.problem());
        return new Wrong(refusal, () -> cells(misfit.entry().question(), cells, refusal));
    }

    /** None where the file has no columns for the question. */
    private List<ImportedCell> cells(Question question, Cells cells, DomainException error) {
        return map.answers().stream()
                .filter(part -> questions.get(part.question() - 1).id().equals(question.id()))
                .findFirst()
                .map(part -> new WrongCells(question, part, cells).of(error))
                .orElse(List.of());
    }
}
