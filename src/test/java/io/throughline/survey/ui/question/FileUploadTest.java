package io.throughline.survey.ui.question;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.support.SentForm;
import io.throughline.survey.FileId;
import io.throughline.survey.QuestionId;
import io.throughline.survey.SurveyFixtures;
import io.throughline.survey.answer.AnswerFile;
import io.throughline.survey.answer.AnswerFiles;
import io.throughline.survey.question.FileKind;
import io.throughline.survey.question.FileQuestion;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class FileUploadTest {

    private static final FileQuestion QUESTION = new FileQuestion(
            QuestionId.next(),
            SurveyFixtures.text("A list?"),
            SurveyFixtures.text(""),
            false,
            List.of(FileKind.TEXT),
            2,
            1);

    /** Nothing comes in, and nothing goes out. */
    private static final class Closed implements FilesDoor {

        @Override
        public List<AnswerFile> named(List<FileId> files) {
            return List.of();
        }

        @Override
        public AnswerFiles.Content read(FileId file) {
            throw new AssertionError("nothing is read");
        }

        @Override
        public AnswerFile take(QuestionId question, String name, byte[] content) {
            throw new AssertionError("nothing is taken");
        }
    }

    @Test
    void a_form_with_files_in_it_is_refused_as_the_sender_s_fault() throws Exception {
        var upload = new FileUpload(QUESTION, new Closed(), Locale.ENGLISH);

        assertThat(SentForm.to(upload)).isEqualTo(415);
    }
}
