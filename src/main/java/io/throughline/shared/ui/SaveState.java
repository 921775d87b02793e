package io.throughline.shared.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

/** Says, and announces, whether what the person gave is stored. */
public class SaveState extends Composite<Div> {

    private final Span text = new Span();
    private final Button retry = new Button();
    private final ZoneId zone;

    public SaveState(ZoneId zone, Runnable again) {
        this.zone = zone;
        retry.setText(getTranslation("save.retry"));
        retry.addClickListener(click -> again.run());
        retry.setVisible(false);
        getContent().addClassName("tl-save");
        getContent().getElement().setAttribute("role", "status");
        getContent().add(text, retry);
    }

    /** What holds before anything was stored on this page. */
    public SaveState idle(String words) {
        show("idle", words, false);
        return this;
    }

    public void saving() {
        show("saving", getTranslation("save.saving"), false);
    }

    public void saved(Instant when) {
        var time = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(getLocale())
                .format(when.atZone(zone));
        show("saved", "✓ " + getTranslation("save.saved", time), false);
    }

    public void failed() {
        show("failed", "! " + getTranslation("save.failed"), true);
    }

    private void show(String state, String message, boolean offerRetry) {
        getContent().getElement().setAttribute("data-state", state);
        text.setText(message);
        retry.setVisible(offerRetry);
    }
}
