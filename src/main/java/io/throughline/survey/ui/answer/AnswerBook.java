package io.throughline.survey.ui.answer;

import io.throughline.survey.AnswerSheet;
import io.throughline.survey.Gap;
import io.throughline.survey.QuestionId;
import io.throughline.survey.Saved;
import io.throughline.survey.Stamp;
import io.throughline.survey.question.Answer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What keeps the answers given on the pages: a response of the viewer's, or a ballot that is nobody's. */
interface AnswerBook {

    AnswerSheet sheet();

    Saved save(QuestionId question, Answer answer, Stamp stamp);

    /** When another tab last saved an answer, as far as that is known. */
    Optional<Instant> savedElsewhere(UUID tab);

    List<Gap> gaps();

    void submit();
}
