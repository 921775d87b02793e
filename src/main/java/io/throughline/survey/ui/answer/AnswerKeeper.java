package io.throughline.survey.ui.answer;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Span;
import io.throughline.shared.CurrentViewer;
import io.throughline.shared.i18n.Texts;
import io.throughline.shared.ui.Kit;
import io.throughline.survey.AnswerSheet;
import io.throughline.survey.ui.Keep;
import java.util.HashSet;
import java.util.Set;

/** Keeps what is given on the pages of a response until it is stored, and knows what could not be. */
class AnswerKeeper {

    private final CurrentViewer viewers;
    private final Texts texts;
    private final Runnable reload;
    private final Set<String> unsaved = new HashSet<>();

    /** @param reload draws the page anew, from what is stored */
    AnswerKeeper(CurrentViewer viewers, Texts texts, Runnable reload) {
        this.viewers = viewers;
        this.texts = texts;
        this.reload = reload;
    }

    /** Whether this tab still keeps something that could not be stored: submitting would leave it behind. */
    boolean holdsUnsaved() {
        return !unsaved.isEmpty();
    }

    /** What this tab still keeps of the response is sent again from a page without a field, too. */
    Keep around(AnswerBook book, AnswerSheet sheet) {
        return around(book, sheet, "", reload);
    }

    /**
     * @param field the one inside; empty for none or several
     * @param stored runs after each value
     */
    Keep around(AnswerBook book, AnswerSheet sheet, String field, Runnable stored) {
        var viewer = viewers.get();
        var keep = new Keep(viewer.id(), sheet.id(), field);
        var told = Kit.div("answer-told");
        told.getElement().setAttribute("role", "alert");
        keep.add(told);
        var saving = new Saving(book, texts, sheet, viewer.zone(), () -> {
            told.removeAll();
            told.add(
                    new Span("! " + keep.getTranslation("answer.elsewhere")),
                    new Button(keep.getTranslation("answer.elsewhere.load"), click -> reload.run()));
        });
        keep.onValue(value -> {
            var reply = saving.store(value, UI.getCurrent().getLocale());
            if (reply.outcome() == Keep.Outcome.FAILED) {
                unsaved.add(value.field());
            } else {
                unsaved.remove(value.field());
            }
            keep.getUI().ifPresent(ui -> Keep.answer(ui, value, reply));
            stored.run();
        });
        keep.onReturn(saving::look);
        return keep;
    }
}
