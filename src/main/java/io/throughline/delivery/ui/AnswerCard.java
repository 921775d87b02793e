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
import io.throughline.shared.TypedText;
import io.throughline.shared.ui.Badge;
import io.throughline.shared.ui.Kit;
import io.throughline.shared.ui.Moment;
import io.throughline.shared.ui.ReasonDialog;
import io.throughline.shared.ui.Tone;
import java.time.ZoneId;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Is it what was asked for? Where a customer says so, and where everybody else reads what they said. */
class AnswerCard extends Composite<Section> {

    /** What an answer does; each may refuse by throwing, and typed words then stay. */
    record Acts(Runnable accept, Consumer<String> refuse, BiConsumer<Handover.Outcome, String> forNobody) {}

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
        } else if (page.mayAnswerForNobody()) {
            nobody(page.handover().publicName().in(getLocale()), acts);
        } else {
            heading.setText(getTranslation("delivery.answer"));
            getContent()
                    .add(new Paragraph(getTranslation(
                            page.nobodyAsked() ? "delivery.nobody.waiting" : "delivery.answer.waiting")));
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
                click -> reason("delivery.refuse", name, "delivery.refuse.go", acts.refuse()));
        ask("delivery.question.text", accept, refuse);
    }

    private void nobody(String name, Acts acts) {
        heading.setText(getTranslation("delivery.nobody.question"));
        var accept = new Button(
                getTranslation("delivery.nobody.accept"),
                click -> reason(
                        "delivery.nobody.accept",
                        name,
                        "delivery.nobody.accept.go",
                        reason -> acts.forNobody().accept(Handover.Outcome.ACCEPTED, reason)));
        accept.addThemeVariants(ButtonVariant.PRIMARY);
        var refuse = new Button(
                getTranslation("delivery.refuse"),
                click -> reason(
                        "delivery.nobody.refuse",
                        name,
                        "delivery.refuse.go",
                        reason -> acts.forNobody().accept(Handover.Outcome.REFUSED, reason)));
        ask("delivery.nobody.text", accept, refuse);
    }

    private void ask(String text, Button accept, Button refuse) {
        var buttons = Kit.row(accept, refuse);
        buttons.addClassName("delivery-buttons");
        getContent().add(new Paragraph(getTranslation(text)), buttons);
    }

    private void reason(String key, String name, String go, Consumer<String> act) {
        new ReasonDialog(
                        getTranslation(key + ".title", name),
                        getTranslation(key + ".text"),
                        getTranslation("delivery.refuse.reason"),
                        getTranslation(go),
                        act)
                .keptFor(key + "/" + UI.getCurrent().getActiveViewLocation().getPath())
                .open();
    }

    /** Whose words the reason of an answer is. */
    static String by(Handover.Answer answer) {
        return answer.forNobody() ? "delivery.nobody.by" : "delivery.refused.by";
    }

    private static String then(Handover.Answer answer) {
        if (answer.outcome() == Handover.Outcome.REFUSED) {
            return "delivery.refused.then";
        }
        return answer.forNobody() ? "delivery.nobody.accepted.then" : "delivery.accepted.then";
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
        if (reason != null && !TypedText.showsNothing(reason)) {
            getContent().add(Kit.quote(reason, getTranslation(by(answer))));
        }
        if (answer.forNobody()) {
            getContent().add(new Paragraph(getTranslation("delivery.nobody.answered")));
        }
        getContent().add(new Span(getTranslation(then(answer))));
    }
}
