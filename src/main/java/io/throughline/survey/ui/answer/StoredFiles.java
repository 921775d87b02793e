package io.throughline.survey.ui.answer;

import io.throughline.shared.DomainException;
import io.throughline.survey.FileId;
import io.throughline.survey.QuestionId;
import io.throughline.survey.ResponseId;
import io.throughline.survey.answer.AnswerFile;
import io.throughline.survey.answer.AnswerFiles;
import io.throughline.survey.answer.AnswerFiles.Content;
import io.throughline.survey.ui.question.FilesDoor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** @param response the viewer's own that takes files; null where they are only read */
public record StoredFiles(AnswerFiles files, @Nullable ResponseId response) implements FilesDoor {

    @Override
    public List<AnswerFile> named(List<FileId> ids) {
        return files.named(ids);
    }

    @Override
    public Content read(FileId file) {
        return files.read(file);
    }

    @Override
    public AnswerFile take(QuestionId question, String name, byte[] content) {
        if (response == null) {
            throw DomainException.notFound();
        }
        return files.take(response, question, name, content);
    }
}
