package io.throughline.notice.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.textfield.TextField;
import io.throughline.notice.MailId;
import io.throughline.notice.MailPreview;
import io.throughline.notice.Outbox;
import io.throughline.notice.OutboxRow;
import io.throughline.shared.mail.MailState;
import io.throughline.shared.ui.Badge;
import io.throughline.shared.ui.CopyButton;
import io.throughline.shared.ui.Kit;
import io.throughline.shared.ui.Labels;
import io.throughline.shared.ui.Moment;
import io.throughline.shared.ui.Tone;
import java.time.ZoneId;

/** One mail as it would be sent now, its link masked, and what an administrator can do about it. */
class MailCard extends Composite<Div> {

    private final transient Outbox outbox;
    private final Runnable changed;
    private final Div standing = Kit.row();

    /** @param changed to be run when another list of it is out of date */
    MailCard(MailId id, Outbox outbox, ZoneId zone, Runnable changed) {
        this.outbox = outbox;
        this.changed = changed;
        var mail = outbox.preview(id);
        var row = mail.row();
        stand(row);
        getContent()
                .add(Kit.card(
                        mail.subject().isEmpty() ? getTranslation("mail.kind." + row.kind()) : mail.subject(),
                        Kit.row(
                                standing,
                                Kit.dim((row.to().isEmpty() ? getTranslation("outbox.unnamed") : row.to())
                                        + (mail.address().isEmpty() ? "" : " <" + mail.address() + ">")),
                                new Moment(row.due(), zone)),
                        Kit.dim(row.about()),
                        body(mail),
                        acts(mail),
                        Kit.link(NoticeNavigation.OUTBOX, getTranslation("outbox.back"))));
    }

    private void stand(OutboxRow row) {
        standing.removeAll();
        standing.add(new Badge(tone(row), icon(row), label(this, row)), Kit.dim(trouble(this, row)));
    }

    private Component body(MailPreview mail) {
        if (!mail.withheldKey().isEmpty()) {
            return new Paragraph(getTranslation(mail.withheldKey()));
        }
        var text = new Pre(mail.text());
        text.addClassName("tl-letter");
        return text;
    }

    private Component acts(MailPreview mail) {
        var acts = Kit.row();
        var id = mail.row().id();
        if (mail.row().state() == MailState.FAILED) {
            acts.add(new Button(getTranslation("outbox.again"), click -> {
                outbox.again(id);
                UI.getCurrent().refreshCurrentRoute(false);
            }));
        }
        if (mail.releasable()) {
            acts.add(new Button(getTranslation("outbox.release"), click -> release(acts, id)));
            acts.add(Kit.dim(getTranslation("outbox.release.text")));
        }
        return acts;
    }

    /** The link is shown only now, so the page stays; what it says of the mail is true again. */
    private void release(Div acts, MailId id) {
        show(acts, outbox.release(id));
        stand(outbox.preview(id).row());
        changed.run();
    }

    private void show(Div acts, String link) {
        var field = new TextField(getTranslation("outbox.released"));
        field.setReadOnly(true);
        field.setWidthFull();
        field.setValue(link);
        acts.removeAll();
        acts.add(field, new CopyButton(getTranslation("outbox.copy"), link));
        field.focus();
    }

    static Tone tone(OutboxRow mail) {
        return switch (mail.state()) {
            case WAITING -> Tone.INFO;
            case SENT -> Tone.OK;
            case FAILED -> Tone.BAD;
            case WITHHELD -> Tone.NEUTRAL;
        };
    }

    static String label(Component reader, OutboxRow mail) {
        return mail.givenOut() ? reader.getTranslation("outbox.given-out") : Labels.of(reader, mail.state());
    }

    static String icon(OutboxRow mail) {
        return switch (mail.state()) {
            case WAITING -> "…";
            case SENT -> "✓";
            case FAILED -> "✕";
            case WITHHELD -> "–";
        };
    }

    /** What went wrong, or why it was withheld. */
    static String trouble(Component reader, OutboxRow mail) {
        var trouble = mail.trouble();
        if (trouble.isEmpty()) {
            return "";
        }
        return trouble.startsWith("mail.")
                ? reader.getTranslation(trouble)
                : reader.getTranslation("outbox.trouble", trouble, mail.attempts());
    }
}
