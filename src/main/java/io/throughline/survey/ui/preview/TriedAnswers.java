package io.throughline.survey.ui.preview;

import io.throughline.shared.PersonId;
import io.throughline.survey.HeldAnswer;
import io.throughline.survey.QuestionId;
import io.throughline.survey.ResponseId;
import io.throughline.survey.SurveyContent;
import io.throughline.survey.question.Question;
import io.throughline.survey.ui.Keep;
import io.throughline.survey.ui.question.AnswerField;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What somebody tries in a preview: remembered until the page is left, and stored nowhere. */
class TriedAnswers {

    private final Map<QuestionId, HeldAnswer> answers = new HashMap<>();
    private final ResponseId nobody = ResponseId.next();
    private final PersonId viewer;
    private final Clock clock;

    TriedAnswers(PersonId viewer, Clock clock) {
        this.viewer = viewer;
        this.clock = clock;
    }

    /** A response that is none. */
    ResponseId response() {
        return nobody;
    }

    Map<QuestionId, HeldAnswer> all() {
        return answers;
    }

    void forget() {
        answers.clear();
    }

    /** Whoever edits a question makes what was tried in it meaningless. */
    void fit(SurveyContent content) {
        answers.entrySet()
                .removeIf(one -> content.questions().stream()
                        .noneMatch(question -> question.id().equals(one.getKey())
                                && question.accept(one.getValue().answer()).isEmpty()));
    }

    /**
     * Stands around fields where answers are kept elsewhere.
     *
     * @param field the one inside; empty for several
     * @param tried runs after each value
     */
    Keep around(List<Question> questions, String field, Runnable tried) {
        var keep = new Keep(viewer, nobody, field);
        keep.onValue(value -> {
            questions.stream()
                    .filter(one -> one.id().value().toString().equals(value.field()))
                    .findFirst()
                    .ifPresent(one -> {
                        var answer = AnswerField.read(one, value.value());
                        if (one.accept(answer).isEmpty()) {
                            answers.put(one.id(), new HeldAnswer(answer, 0, clock.instant()));
                        }
                    });
            var reply = new Keep.Reply(Keep.Outcome.SAVED, keep.getTranslation("surveys.live.forgotten"), 0);
            keep.getUI().ifPresent(ui -> Keep.answer(ui, value, reply));
            tried.run();
        });
        return keep;
    }
}
