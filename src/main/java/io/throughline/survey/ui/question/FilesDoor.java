package io.throughline.survey.ui.question;

import io.throughline.shared.DomainException;
import io.throughline.survey.FileId;
import io.throughline.survey.QuestionId;
import io.throughline.survey.answer.AnswerFile;
import io.throughline.survey.answer.AnswerFiles;
import java.util.List;

/** Where the files of answers come in and go out. */
public interface FilesDoor {

    /** Those the viewer may have; others are left out. */
    List<AnswerFile> named(List<FileId> files);

    /** @throws DomainException NOT_FOUND, also for one the viewer may not have */
    AnswerFiles.Content read(FileId file);

    /** Stores a file that may become an answer. @throws DomainException with what is wrong with it */
    AnswerFile take(QuestionId question, String name, byte[] content);
}
