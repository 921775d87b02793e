package io.throughline.backlog.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import io.throughline.backlog.ExpressionRow;
import io.throughline.backlog.NeedSummary;
import io.throughline.backlog.Needs;
import io.throughline.backlog.Triage;
import io.throughline.shared.LocalizedText;
import io.throughline.shared.TypedText;
import io.throughline.shared.ui.Kit;
import io.throughline.shared.ui.Labels;
import io.throughline.shared.ui.Missing;
import io.throughline.shared.ui.ReasonDialog;
import java.time.ZoneId;
import java.util.function.BiConsumer;

/** One customer's words and what can become of them: a need that says the same, a new one, or a reasoned no. */
class TriageCard extends Composite<Div> {

    private static final int SUGGESTIONS = 4;

    private final transient Triage triage;
    private final transient ExpressionRow row;
    private final transient BiConsumer<ExpressionRow, String> decided;
    private final H2 heading = new H2();

    /** @param decided told which words, and in words what became of them */
    TriageCard(Triage triage, Needs needs, ExpressionRow row, ZoneId zone, BiConsumer<ExpressionRow, String> decided) {
        this.triage = triage;
        this.row = row;
        this.decided = decided;
        heading.setText(getTranslation("backlog.triage.one", Speaker.name(this, row)));
        heading.getElement().setAttribute("tabindex", "-1");
        getContent().addClassNames("tl-card", "bl-panel");
        getContent()
                .add(
                        heading,
                        Kit.quote(row.words(), Speaker.of(this, row)),
                        Kit.dim(row.said().circumstances(constant -> Labels.of(this, constant))),
                        Speaker.when(row, zone),
                        join(needs),
                        make(),
                        decline());
    }

    void focus() {
        heading.getElement().callJsFunction("focus");
    }

    private Component join(Needs needs) {
        var part = Kit.stack(new H3(getTranslation("backlog.triage.same")));
        var alike = needs.similar(row.words(), SUGGESTIONS);
        if (!alike.isEmpty()) {
            var list = new UnorderedList();
            list.addClassName("tl-list");
            alike.forEach(need -> list.add(new ListItem(suggestion(need))));
            part.add(list);
        }
        var choice = NeedChoice.of(needs, getTranslation("backlog.triage.need"));
        var join = new Button(getTranslation("backlog.triage.join"), click -> {
            if (choice.getValue() == null) {
                choice.focus();
            } else {
                join(choice.getValue());
            }
        });
        part.add(Kit.div("bl-line", choice, join));
        return part;
    }

    private Component suggestion(NeedSummary need) {
        var join = new Button(getTranslation("backlog.triage.join"), click -> join(need));
        join.setAriaLabel(getTranslation("backlog.triage.join.one", need.key()));
        var name = new Span(need.key() + " " + need.title().in(getLocale()));
        name.addClassName("tl-grow");
        return Kit.row(name, Kit.dim(getTranslation("backlog.needs.words", need.answersBehind())), join);
    }

    private void join(NeedSummary need) {
        triage.join(row.id(), row.version(), need.id());
        decided.accept(row, getTranslation("backlog.triage.joined", need.key()));
    }

    private Component make() {
        var title = new TextField(getTranslation("backlog.need.title"));
        title.setMaxLength(300);
        title.setWidthFull();
        var make = new Button(getTranslation("backlog.triage.make"), click -> {
            if (TypedText.showsNothing(title.getValue())) {
                Missing.say(title);
                return;
            }
            triage.makeNeed(
                    row.id(),
                    row.version(),
                    LocalizedText.of(getLocale(), title.getValue().strip()));
            decided.accept(row, getTranslation("backlog.triage.made"));
        });
        make.addThemeVariants(ButtonVariant.PRIMARY);
        return Kit.stack(new H3(getTranslation("backlog.triage.new")), Kit.div("bl-line", title, make));
    }

    private Component decline() {
        return new Button(
                getTranslation("backlog.triage.decline"),
                click -> new ReasonDialog(
                                getTranslation("backlog.triage.decline"),
                                getTranslation("backlog.triage.decline.text"),
                                getTranslation("backlog.reason"),
                                getTranslation("backlog.decline"),
                                reason -> {
                                    triage.decline(row.id(), row.version(), reason);
                                    decided.accept(row, getTranslation("backlog.triage.declined"));
                                })
                        .keptFor("triage-decline/" + row.id().value())
                        .open());
    }
}
