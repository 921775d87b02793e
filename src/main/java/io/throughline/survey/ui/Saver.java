package io.throughline.survey.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import io.throughline.shared.ui.Notices;
import io.throughline.shared.ui.SaveState;
import io.throughline.survey.Answering;
import io.throughline.survey.Answering.Held;
import io.throughline.survey.Answering.Stamp;
import io.throughline.survey.QuestionId;
import io.throughline.survey.ResponseId;
import io.throughline.survey.question.Answer;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Stores an answer as it is given, and says so. */
class Saver extends Composite<Div> {

    private final transient Answering answering;
    private final transient ResponseId response;
    private final transient QuestionId question;
    private final UUID tab = UUID.randomUUID();
    private final SaveState state;
    private int seenRevision;
    private long sequence;
    private transient @Nullable Answer last;

    Saver(Answering answering, ResponseId response, QuestionId question, @Nullable Held held, ZoneId zone) {
        this.answering = answering;
        this.response = response;
        this.question = question;
        this.seenRevision = held == null ? 0 : held.revision();
        this.state = new SaveState(zone, this::again);
        getContent().add(state);
        if (held != null) {
            state.saved(held.savedAt());
        }
    }

    void save(Answer answer) {
        last = answer;
        sequence++;
        again();
    }

    /** The stamp stays the same, so that a save which had reached the server is not done twice. */
    private void again() {
        var answer = last;
        if (answer == null) {
            return;
        }
        try {
            var saved = answering.save(response, question, answer, new Stamp(tab, sequence, seenRevision));
            seenRevision = saved.revision();
            state.saved(saved.at());
            if (saved.replacedOther()) {
                Notices.refused(getTranslation("answer.other-tab"));
            }
        } catch (DataAccessException | TransactionException e) {
            state.failed();
        }
    }
}
