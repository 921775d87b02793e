package io.throughline.survey.foreign;

import io.throughline.survey.QuestionId;
import io.throughline.survey.foreign.Leftover.What;
import io.throughline.survey.question.FileKind;
import io.throughline.survey.question.FileQuestion;
import java.util.List;

/** A question of SurveyJS that asks for files. */
record SurveyJsFile(SurveyJsQuestion question) {

    private static final int MEGABYTE = 1_000_000;

    /** What others call a megabyte. */
    private static final long COUNTED_IN_TWOS = 1_048_576;

    FileQuestion asked() {
        return new FileQuestion(
                QuestionId.next(),
                question.title(),
                question.help(),
                question.isRequired(),
                List.of(FileKind.values()),
                most(),
                megabytes());
    }

    private int most() {
        int most = question.element().path("allowMultiple").asBoolean(false)
                ? question.element().path("maxFiles").asInt(FileQuestion.MOST_FILES)
                : 1;
        if (most > FileQuestion.MOST_FILES) {
            left("maxFiles: " + most);
        }
        return Math.clamp(most, 1, FileQuestion.MOST_FILES);
    }

    /** As much as there can be where nothing is written. */
    private int megabytes() {
        long bytes = question.element().path("maxSize").asLong(0);
        if (bytes > FileQuestion.MOST_MEGABYTES * COUNTED_IN_TWOS) {
            left("maxSize: " + bytes);
        }
        return bytes > 0
                ? Math.clamp(Math.ceilDiv(bytes, MEGABYTE), 1, FileQuestion.MOST_MEGABYTES)
                : FileQuestion.MOST_MEGABYTES;
    }

    private void left(String detail) {
        question.sketch().left(question.name(), What.SETTING, detail);
    }
}
