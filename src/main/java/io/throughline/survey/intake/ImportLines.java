package io.throughline.survey.intake;

import io.throughline.shared.DomainException;
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
            @Nullable DomainException wrong) {}

    Checked checked(Written line) {
        String respondent = null;
        try {
            respondent = respondent(line);
            return new Checked(line.number(), respondent, read(line, respondent), null);
        } catch (DomainException e) {
            return new Checked(line.number(), respondent, null, e);
        }
    }

    private String respondent(Written line) {
        if (!line.row().isConsistent()) {
            throw new DomainException(
                    SurveyError.IMPORT_CELLS, line.columns().size(), line.row().size());
        }
        var respondent = cells(line).of(map.respondent());
        if (respondent.isEmpty() || respondent.length() > SHORT) {
            throw new DomainException(SurveyError.IMPORT_RESPONDENT_MISSING);
        }
        return respondent;
    }

    private static Cells cells(Written line) {
        return new Cells(line.row(), line.exported());
    }

    private ImportedLine read(Written line, String respondent) {
        var cells = cells(line);
        var home = map.organisationName(cells.of(map.organisation()));
        var voice = voices.get(home);
        if (voice == null) {
            throw new DomainException(SurveyError.IMPORT_ORGANISATION_UNKNOWN, home);
        }
        return new ImportedLine(respondent, map.respondentName(respondent, cells::of), voice, answers(cells));
    }

    private Map<QuestionId, Answer> answers(Cells cells) {
        var answers = new LinkedHashMap<QuestionId, Answer>();
        for (var part : map.answers()) {
            var question = questions.get(part.question() - 1);
            var answer = new AnswerColumns(cells, part).read(question);
            // A blank row says that the question was shown and left; words nobody said are no row.
            if (!answer.isEmpty() || question instanceof ImportanceSatisfaction) {
                answers.put(question.id(), answer);
            }
        }
        requireAsked(answers);
        return answers;
    }

    private void requireAsked(Map<QuestionId, Answer> answers) {
        var course = Course.of(content, answers);
        Misfit.among(content, course, answers).findFirst().ifPresent(found -> {
            throw new DomainException(
                    found.problem().code(), found.problem().arguments().toArray());
        });
        answers.keySet().removeIf(question -> !course.shows(question));
    }
}
