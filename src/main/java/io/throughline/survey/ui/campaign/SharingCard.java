package io.throughline.survey.ui.campaign;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import io.throughline.shared.ui.Kit;
import io.throughline.survey.Sharing;
import io.throughline.survey.ui.SharingFields;
import java.util.function.Consumer;

/** Whether those asked see the results, in the words they read, and for editors the way to change it. */
class SharingCard extends Composite<Div> {

    /** @param change gets another choice */
    SharingCard(Sharing sharing, boolean editing, Consumer<Sharing> change) {
        var card = Kit.card(
                getTranslation("sharing.card"),
                new Paragraph(getTranslation("sharing.read", getTranslation(SharingFields.told(sharing)))));
        if (editing) {
            card.add(new Button(getTranslation("sharing.change"), click -> ask(sharing, change)));
        }
        getContent().add(card);
    }

    private void ask(Sharing sharing, Consumer<Sharing> change) {
        var dialog = new Dialog(getTranslation("sharing.change"));
        dialog.setWidth("min(520px, 92vw)");
        var fields = new SharingFields(sharing);
        dialog.add(Kit.stack(fields, Kit.dim(getTranslation("sharing.change.text"))));
        var store = new Button(getTranslation("action.save"), click -> {
            dialog.close();
            change.accept(fields.sharing());
        });
        store.addThemeVariants(ButtonVariant.PRIMARY);
        dialog.getFooter().add(new Button(getTranslation("action.cancel"), click -> dialog.close()), store);
        dialog.open();
    }
}
