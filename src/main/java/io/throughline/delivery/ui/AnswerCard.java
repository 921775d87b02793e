package io.throughline.delivery.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import io.throughline.delivery.Deliverables.Page;
import io.throughline.delivery.Handover;
import io.throughline.shared.ui.Badge;
import io.throughline.shared.ui.Kit;
import io.throughline.shared.ui.Moment;
import io.throughline.shared.ui.ReasonDialog;
import io.throughline.shared.ui.Tone;
import java.time.ZoneId;
import java.util.function.Consumer;

/** Is it what was asked for? Where a customer says so, and where everybody else reads what they said. */
class AnswerCard extends Composite<Section> {

    /** What an answer does; each may refuse by throwing, and typed words then stay. */
    record Acts(Runnable accept, Consumer<String> refuse) {}

    private final H2 heading = new H2();

    AnswerCard(Page page, ZoneId zone, Acts acts) {
        heading.getElement().setAttribute("tabindex", "-1");
        getContent().addClassNames("tl-card", "delivery-answer");
        getContent().getElement().setAttribute("aria-live", "polite");
        getContent().add(heading);
        var answer = page.handover().answer();
        if (answer != null) {
            answered(answer, zone);
        } else if (page.mayAnswer()) {
            asked(page.handover().publicName().in(getLocale()), acts);
        } else {
            heading.setText(getTranslation("delivery.answer"));
            getContent().add(new Paragraph(getTranslation("delivery.answer.waiting")));
        }
    }

    void focus() {
        heading.getElement().executeJs("this.focus()");
    }

    private void asked(String name, Acts acts) {
        heading.setText(getTranslation("delivery.question"));
        var accept = new Button(
                getTranslation("delivery.accept"), click -> acts.accept().run());
        accept.addThemeVariants(ButtonVariant.PRIMARY);
        var refuse = new Button(
                getTranslation("delivery.refuse"),
                click -> new ReasonDialog(
                                getTranslation("delivery.refuse.title", name),
                                getTranslation("delivery.refuse.text"),
                                getTranslation("delivery.refuse.reason"),
                                getTranslation("delivery.refuse.go"),
                                acts.refuse())
                        .keptFor("refuse/"
                                + UI.getCurrent().getActiveViewLocation().getPath())
                        .open());
        var buttons = Kit.row(accept, refuse);
        buttons.addClassName("delivery-buttons");
        getContent().add(new Paragraph(getTranslation("delivery.question.text")), buttons);
    }

    private void answered(Handover.Answer answer, ZoneId zone) {
        boolean accepted = answer.outcome() == Handover.Outcome.ACCEPTED;
        heading.setText(getTranslation("delivery.answer"));
        getContent()
                .add(Kit.row(
                        accepted
                                ? new Badge(Tone.OK, "●", getTranslation("delivery.state.ACCEPTED"))
                                : new Badge(Tone.BAD, "×", getTranslation("delivery.state.REFUSED")),
                        new Moment(answer.at(), zone)));
        var reason = answer.reason();
        if (reason != null && !reason.isBlank()) {
            getContent().add(Kit.quote(reason, getTranslation("delivery.refused.by")));
        }
        getContent().add(new Span(getTranslation(accepted ? "delivery.accepted.then" : "delivery.refused.then")));
    }
}
