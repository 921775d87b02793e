package io.throughline.survey.ui.campaign;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import io.throughline.shared.TypedText;
import io.throughline.shared.ui.Kit;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Asks until when answers are taken, and why where that is needed. Stays open, as typed, while it is refused. */
class UntilDialog extends Dialog {

    private static final int MORE_DAYS = 7;
    private static final int LONGEST_REASON = 2_000;

    private final DateTimePicker until = new DateTimePicker();
    private final TextArea reason = new TextArea();

    private UntilDialog(String key, ZonedDateTime from, boolean reasoned, BiConsumer<Instant, String> act) {
        setHeaderTitle(getTranslation(key));
        setWidth("min(520px, 92vw)");
        until.setLabel(getTranslation("surveys.publish.closes", from.getZone().getId()));
        until.setValue(from.plusDays(MORE_DAYS).toLocalDateTime());
        until.setManualValidation(true);
        reason.setLabel(getTranslation("surveys.reopen.reason"));
        reason.setMaxLength(LONGEST_REASON);
        reason.setWidthFull();
        reason.setRequiredIndicatorVisible(true);
        reason.setManualValidation(true);
        reason.setVisible(reasoned);
        add(new Paragraph(getTranslation(key + ".text")), Kit.stack(until, reason));
        var go = new Button(getTranslation(key + ".go"), click -> {
            if (isComplete(reasoned)) {
                act.accept(
                        until.getValue().atZone(from.getZone()).toInstant(),
                        reason.getValue().strip());
                close();
            }
        });
        go.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(getTranslation("action.cancel"), click -> close()), go);
    }

    /** @param end as announced, in the reader's zone */
    static UntilDialog extending(ZonedDateTime end, Consumer<Instant> extend) {
        return new UntilDialog("surveys.extend", end, false, (until, _) -> extend.accept(until));
    }

    /** @param now on the minute, in the reader's zone */
    static UntilDialog reopening(ZonedDateTime now, BiConsumer<Instant, String> reopen) {
        return new UntilDialog("surveys.reopen", now, true, reopen);
    }

    private boolean isComplete(boolean reasoned) {
        var needed = getTranslation("surveys.publish.needed");
        boolean unexplained = reasoned && TypedText.showsNothing(reason.getValue());
        reason.setErrorMessage(needed);
        reason.setInvalid(unexplained);
        until.setErrorMessage(needed);
        until.setInvalid(until.isEmpty());
        if (until.isEmpty()) {
            until.getElement().callJsFunction("focus");
        } else if (unexplained) {
            reason.focus();
        }
        return !until.isEmpty() && !unexplained;
    }
}
