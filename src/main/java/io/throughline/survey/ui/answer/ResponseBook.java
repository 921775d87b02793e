package io.throughline.survey.ui.answer;

import io.throughline.survey.AnswerSheet;
import io.throughline.survey.Answering;
import io.throughline.survey.Gap;
import io.throughline.survey.QuestionId;
import io.throughline.survey.ResponseId;
import io.throughline.survey.Saved;
import io.throughline.survey.Stamp;
import io.throughline.survey.question.Answer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Answers kept in the viewer's own response. */
record ResponseBook(Answering answering, ResponseId response) implements AnswerBook {

    @Override
    public AnswerSheet sheet() {
        return answering.sheet(response);
    }

    @Override
    public Saved save(QuestionId question, Answer answer, Stamp stamp) {
        return answering.save(response, question, answer, stamp);
    }

    @Override
    public Optional<Instant> savedElsewhere(UUID tab) {
        return answering.savedElsewhere(response, tab);
    }

    @Override
    public List<Gap> gaps() {
        return answering.gaps(response);
    }

    @Override
    public void submit() {
        answering.submit(response);
    }
}
