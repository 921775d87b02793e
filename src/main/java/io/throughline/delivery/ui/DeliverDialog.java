package io.throughline.delivery.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import io.throughline.plan.content.Deliverable;
import io.throughline.plan.ui.parts.Behind.Voice;
import io.throughline.plan.ui.parts.NeedList;
import java.util.List;
import java.util.function.Consumer;

/** Says that something is handed over, with a note, and to whom it goes. Stays open, with the note, while it is refused. */
class DeliverDialog extends Dialog {

    /**
     * @param needs behind it: who is behind these is asked to accept it
     * @param anybody whether somebody is
     * @param deliver with the note, which may be empty
     */
    DeliverDialog(Deliverable deliverable, List<Voice> needs, boolean anybody, Consumer<String> deliver) {
        setHeaderTitle(getTranslation("delivery.deliver.title", deliverable.title()));
        setWidth("min(600px, 94vw)");
        var note = new TextArea(getTranslation("delivery.note"));
        note.setHelperText(getTranslation("delivery.note.help"));
        note.setWidthFull();
        note.setMaxLength(4000);
        note.setMinHeight("6em");
        add(
                new Paragraph(getTranslation(
                        "delivery.deliver.as", deliverable.publicName().in(getLocale()))),
                note,
                new H3(getTranslation(anybody ? "delivery.goesTo" : "delivery.goesTo.manager")));
        if (needs.isEmpty()) {
            add(new Paragraph(getTranslation("delivery.goesTo.nobody")));
        } else {
            if (!anybody) {
                add(new Paragraph(getTranslation("delivery.goesTo.unasked")));
            }
            add(new NeedList(needs, voice -> List.of()));
        }
        var go = new Button(getTranslation("delivery.deliver.go"), click -> {
            deliver.accept(note.getValue().strip());
            close();
        });
        go.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(getTranslation("action.cancel"), click -> close()), go);
    }
}
