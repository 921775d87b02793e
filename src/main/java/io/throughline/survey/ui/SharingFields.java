package io.throughline.survey.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import io.throughline.shared.ui.Labels;
import io.throughline.survey.SharedFrom;
import io.throughline.survey.SharedWith;
import io.throughline.survey.Sharing;
import java.util.Objects;

/** Who of those asked sees the results, and from when on. */
public class SharingFields extends Composite<Div> {

    private final RadioButtonGroup<SharedWith> with = new RadioButtonGroup<>();
    private final RadioButtonGroup<SharedFrom> from = new RadioButtonGroup<>();

    public SharingFields(Sharing sharing) {
        with.setLabel(getTranslation("sharing.with"));
        with.setHelperText(getTranslation("sharing.with.help"));
        with.setItems(SharedWith.values());
        with.setItemLabelGenerator(one -> Labels.of(this, one));
        with.setValue(sharing.with());
        with.addValueChangeListener(change -> showFrom());
        from.setLabel(getTranslation("sharing.from"));
        from.setItems(SharedFrom.values());
        from.setItemLabelGenerator(one -> Labels.of(this, one));
        from.setValue(sharing.from());
        showFrom();
        getContent().addClassName("survey-settings");
        getContent().add(with, from);
    }

    private void showFrom() {
        from.setVisible(with.getValue() != SharedWith.NOBODY);
    }

    public Sharing sharing() {
        return new Sharing(Objects.requireNonNull(with.getValue()), Objects.requireNonNull(from.getValue()));
    }

    /** The key of the sentence that says so to those asked. */
    public static String told(Sharing sharing) {
        return "sharing.told."
                + (sharing.with() == SharedWith.NOBODY ? sharing.with() : sharing.with() + "." + sharing.from());
    }
}
