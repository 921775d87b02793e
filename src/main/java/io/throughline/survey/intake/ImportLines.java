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
import io.throughline.survey.question.Question;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** What the lines of a file say, each by itself: several may be read at once. */
final class ImportLines {

    private static final int SHORT = 100;

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
     * @param wrong null where nothing is
     */
    record Checked(
            long number,
            @Nullable String respondent,
            @Nullable ImportedLine read,
            @Nullable Wrong wrong) {}

    /** @param cells looked for only where the error is told */
    record Wrong(DomainException error, Supplier<List<ImportedCell>> cells) {}

    /** Something is wrong with these cells. */
    private static final class Misread extends Exception {

        private final transient Wrong wrong;

        Misread(DomainException error, Supplier<List<ImportedCell>> cells) {
            super(error);
            wrong = new Wrong(error, cells);
        }
    }

    Checked checked(Written line) {
        String respondent = null;
        try {
            respondent = respondent(line);
            return new Checked(line.number(), respondent, read(line, respondent), null);
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
        var answers = answers(cells);
        var course = Course.of(content, answers);
        requireAsked(course, answers, cells);
        return new ImportedLine(
                respondent,
                map.respondentName(respondent, cells::of),
                voice,
                course.counted(answers),
                course.hidden(content));
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

    private static Answer answer(Question question, ImportMap.Part part, Cells cells) throws Misread {
        try {
            return new AnswerColumns(cells, part).read(question);
        } catch (DomainException e) {
            throw new Misread(e, () -> new WrongCells(question, part, cells).of(e.code()));
        }
    }

    private void requireAsked(Course course, Map<QuestionId, Answer> answers, Cells cells) throws Misread {
        var misfit = Misfit.among(content, course, answers).findFirst();
        if (misfit.isPresent()) {
            var problem = misfit.get().problem();
            var question = misfit.get().entry().question();
            throw new Misread(
                    new DomainException(problem.code(), problem.arguments().toArray()),
                    () -> cells(question, cells, problem.code()));
        }
    }

    /** None where the file has no columns for the question. */
    private List<ImportedCell> cells(Question question, Cells cells, SurveyError code) {
        return map.answers().stream()
                .filter(part -> questions.get(part.question() - 1).id().equals(question.id()))
                .findFirst()
                .map(part -> new WrongCells(question, part, cells).of(code))
                .orElse(List.of());
    }
}
