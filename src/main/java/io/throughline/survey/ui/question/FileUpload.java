package io.throughline.survey.ui.question;

import com.vaadin.flow.internal.JacksonUtils;
import com.vaadin.flow.server.streams.UploadEvent;
import io.throughline.shared.DomainException;
import io.throughline.shared.ui.PlainUpload;
import io.throughline.survey.SurveyError;
import io.throughline.survey.answer.AnswerFile;
import io.throughline.survey.question.FileQuestion;
import java.io.IOException;
import java.util.Locale;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;

/**
 * Takes one file a request, as its plain content with its name in a header, and says what became of it. Nothing larger
 * than asked for is read, and nothing is kept here.
 */
record FileUpload(FileQuestion question, FilesDoor files, Locale locale) implements PlainUpload {

    /** A file that arrived. */
    record Given(String id, String name, String size) {

        static Given of(AnswerFile file, Locale locale) {
            return new Given(file.id().value().toString(), file.name(), FileSize.of(file.bytes(), locale));
        }
    }

    private record Refused(String refused) {}

    @Override
    public void handleUploadRequest(UploadEvent upload) throws IOException {
        var response = upload.getResponse();
        // Said, since the server's own would lose what a name is written in.
        response.setContentType(MediaType.APPLICATION_JSON_VALUE + ";charset=UTF-8");
        response.getWriter().write(JacksonUtils.getMapper().writeValueAsString(reply(upload)));
    }

    private Object reply(UploadEvent upload) throws IOException {
        try {
            if (upload.getFileSize() > question.longest()) {
                throw new DomainException(SurveyError.FILE_TOO_LARGE, question.megabytes());
            }
            byte[] content;
            try (var in = upload.getInputStream()) {
                content = in.readNBytes(question.longest() + 1);
            }
            return Given.of(files.take(question.id(), upload.getFileName(), content), locale);
        } catch (DomainException refusal) {
            return refused(upload, refusal);
        } catch (AccessDeniedException _) {
            return refused(upload, DomainException.notFound());
        }
    }

    private Refused refused(UploadEvent upload, DomainException refusal) {
        return new Refused(upload.getOwningComponent()
                .getTranslation(
                        locale, refusal.code().key(), refusal.arguments().toArray()));
    }

    @Override
    public long getFileSizeMax() {
        return question.longest();
    }

    @Override
    public long getRequestSizeMax() {
        return question.longest();
    }

    @Override
    public String getUrlPostfix() {
        return "file";
    }
}
