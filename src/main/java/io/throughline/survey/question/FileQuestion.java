package io.throughline.survey.question;

import io.throughline.shared.LocalizedText;
import io.throughline.survey.FileId;
import io.throughline.survey.QuestionId;
import io.throughline.survey.SurveyError;
import io.throughline.survey.question.stats.Layout;
import io.throughline.survey.question.stats.Measure;
import io.throughline.survey.question.stats.Size;
import io.throughline.survey.question.stats.Tally;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Files: a photo of the place, a document. They are for reading; nothing is scored.
 *
 * @param kinds what may be given, in the order of {@link FileKind}
 * @param most how many, 1–10
 * @param megabytes how large each may be, 1–10 (of a million bytes)
 */
public record FileQuestion(
        QuestionId id,
        LocalizedText title,
        LocalizedText help,
        boolean required,
        List<FileKind> kinds,
        int most,
        int megabytes)
        implements Typed<FileQuestion.Answer, FileQuestion.Result> {

    public static final int MOST_FILES = 10;
    public static final int MOST_MEGABYTES = 10;

    private static final int MEGABYTE = 1_000_000;

    public FileQuestion {
        kinds = kinds.stream().distinct().sorted().toList();
    }

    /** @param files in the order they were given */
    public record Answer(List<FileId> files) implements io.throughline.survey.question.Answer {

        public Answer {
            files = List.copyOf(files);
        }

        @Override
        public boolean isEmpty() {
            return files.isEmpty();
        }
    }

    /** @param files how many all people gave together */
    public record Result(Size size, int files) implements io.throughline.survey.question.Result {}

    /** How large a file may be, in bytes. */
    public int longest() {
        return megabytes * MEGABYTE;
    }

    /**
     * Why a file is none of those asked for.
     *
     * @param format what its content is; null for nothing known
     */
    public List<Problem> refuses(long bytes, @Nullable FileFormat format) {
        return Problem.among(
                Problem.when(bytes == 0, SurveyError.FILE_EMPTY),
                Problem.when(bytes > longest(), SurveyError.FILE_TOO_LARGE, megabytes),
                Problem.when(format == null || !kinds.contains(format.kind()), SurveyError.FILE_KIND_NOT_ASKED));
    }

    @Override
    public int seconds() {
        return 45;
    }

    @Override
    public Method method() {
        return new Method("file", 1);
    }

    @Override
    public Answer blank() {
        return new Answer(List.of());
    }

    @Override
    public List<Problem> defects() {
        return Problem.among(
                Question.untitled(title),
                Problem.when(kinds.isEmpty(), SurveyError.FILE_KINDS_MISSING),
                Problem.when(most < 1 || most > MOST_FILES, SurveyError.FILES_OUT_OF_RANGE, 1, MOST_FILES),
                Problem.when(
                        megabytes < 1 || megabytes > MOST_MEGABYTES,
                        SurveyError.FILE_SIZE_OUT_OF_RANGE,
                        1,
                        MOST_MEGABYTES));
    }

    @Override
    public List<Problem> wrong(Answer answer) {
        int given = answer.files.size();
        return Problem.among(
                Problem.when(given > most, SurveyError.TOO_MANY_FILES, most, given),
                Problem.when(new HashSet<>(answer.files).size() < given, SurveyError.UNKNOWN_FILE));
    }

    @Override
    public List<Problem> missing(Answer answer) {
        return Problem.among(Problem.when(required && answer.isEmpty(), SurveyError.FILE_MISSING));
    }

    @Override
    public Layout layout() {
        return new Layout(1, 0, 0);
    }

    @Override
    public void measure(Answer answer, Measure into) {
        into.add(0, answer.files.size());
    }

    @Override
    public Result result(Tally tally) {
        return new Result(tally.size(), tally.count(0));
    }
}
