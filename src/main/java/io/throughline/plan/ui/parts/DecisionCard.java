package io.throughline.plan.ui.parts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import io.throughline.plan.Decided;
import io.throughline.plan.content.PlanProblem;
import io.throughline.shared.ui.Badge;
import io.throughline.shared.ui.Kit;
import io.throughline.shared.ui.Moment;
import io.throughline.shared.ui.ReasonDialog;
import io.throughline.shared.ui.Tone;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Where a person decides, or reads who decided, who may, or why they can't. */
public class DecisionCard extends Composite<Section> {

    /**
     * What a decision does; each may refuse by throwing, and typed words then stay.
     *
     * @param approve null where nothing can be approved any more
     */
    public record Acts(@Nullable Runnable approve, Consumer<String> ask, Consumer<String> reject) {}

    private final H2 heading = new H2();

    public DecisionCard() {
        heading.setText(getTranslation("approval.decision"));
        heading.getElement().setAttribute("tabindex", "-1");
        getContent().addClassNames("tl-card", "plan-decision");
        getContent().getElement().setAttribute("aria-live", "polite");
        getContent().add(heading);
    }

    /** @param hindrances what keeps it from being approved as it stands */
    public DecisionCard hindered(List<PlanProblem> hindrances) {
        if (!hindrances.isEmpty()) {
            getContent().add(new Paragraph(getTranslation("approval.hindered")), new ProblemsPart(hindrances));
        }
        return this;
    }

    /** @param signs what is signed, in one sentence */
    public DecisionCard deciding(String hash, String signs, Acts acts) {
        var buttons = Kit.row();
        var approve = acts.approve();
        if (approve != null) {
            getContent().add(new Paragraph(signs));
            var sign = new Button(getTranslation("approval.approve"), click -> sign(hash, signs, approve));
            sign.addThemeVariants(ButtonVariant.PRIMARY);
            buttons.add(sign);
        }
        var ask = new Button(getTranslation("approval.ask"), click -> reason("ask", acts.ask()));
        var reject = new Button(getTranslation("approval.reject"), click -> reason("reject", acts.reject()));
        reject.addThemeVariants(ButtonVariant.ERROR);
        buttons.add(ask, reject);
        getContent().add(signature(hash), buttons);
        return this;
    }

    public DecisionCard decided(Decided decision, String name, ZoneId zone) {
        var badge = decision.approved()
                ? new Badge(Tone.OK, "✓", getTranslation("approval.approved"))
                : new Badge(Tone.BAD, "×", getTranslation("approval.rejected"));
        getContent()
                .add(Kit.row(badge, new Span(getTranslation("approval.by", name)), new Moment(decision.at(), zone)));
        var reason = decision.reason();
        if (reason != null) {
            getContent().add(Kit.quote(reason, name));
        }
        return this;
    }

    /** Nothing to do here for this viewer, and why. */
    public DecisionCard told(String words) {
        getContent().add(new Paragraph(words));
        return this;
    }

    /** @param may those who may decide; empty: nobody, and then who can change that */
    public DecisionCard waitingFor(List<String> may, List<String> administrators) {
        return told(
                may.isEmpty()
                        ? getTranslation("approval.nobody", String.join(", ", administrators))
                        : getTranslation("approval.waiting", String.join(", ", may)));
    }

    public DecisionCard with(Component... content) {
        getContent().add(content);
        return this;
    }

    /** The signed content's SHA-256: the ends of it to see, the whole of it on hover and in print. */
    public DecisionCard signed(String hash) {
        getContent().add(signature(hash));
        return this;
    }

    /** Where the eye and the screen reader go once something was decided. */
    public void focus() {
        heading.getElement().executeJs("this.focus()");
    }

    private Component signature(String hash) {
        var whole = new Span(hash);
        whole.addClassName("plan-hash");
        whole.setTitle(hash);
        return Kit.row(Kit.dim(getTranslation("approval.hash")), whole);
    }

    private void sign(String hash, String signs, Runnable approve) {
        var dialog = new Dialog();
        dialog.setHeaderTitle(getTranslation("approval.sign"));
        dialog.setWidth("min(520px, 92vw)");
        dialog.add(new Paragraph(signs), signature(hash), new Paragraph(getTranslation("approval.sign.final")));
        var go = new Button(getTranslation("approval.sign.go"), click -> {
            dialog.close();
            approve.run();
        });
        go.addThemeVariants(ButtonVariant.PRIMARY);
        dialog.getFooter().add(new Button(getTranslation("action.cancel"), click -> dialog.close()), go);
        dialog.open();
    }

    private void reason(String act, Consumer<String> how) {
        new ReasonDialog(
                        getTranslation("approval." + act + ".title"),
                        getTranslation("approval." + act + ".text"),
                        getTranslation("approval." + act + ".words"),
                        getTranslation("approval." + act + ".go"),
                        how)
                .keptFor(act + "/" + UI.getCurrent().getActiveViewLocation().getPath())
                .open();
    }
}
