package io.throughline.shared.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.DescriptionList.Description;
import com.vaadin.flow.component.html.DescriptionList.Term;
import com.vaadin.flow.component.html.Div;

/** A row of headline figures. */
public class Kpis extends Composite<Div> {

    public Kpis() {
        getContent().addClassName("tl-kpis");
    }

    /** @param note what the figure is compared with, or empty */
    public Kpis add(String name, String figure, String note, Tone tone) {
        var noteText = Kit.div("tl-kpi-note");
        noteText.setText(note);
        var list = new DescriptionList();
        list.add(new Term(name), new Description(figure));
        list.getStyle().setMargin("0");
        var kpi = Kit.div("tl-kpi", list, noteText);
        kpi.getElement().setAttribute("data-tone", tone.attribute());
        getContent().add(kpi);
        return this;
    }
}
