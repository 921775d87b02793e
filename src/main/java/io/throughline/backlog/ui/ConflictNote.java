package io.throughline.backlog.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.throughline.backlog.RequirementContent;
import io.throughline.shared.ui.Kit;
import java.util.Objects;

/** Shows, where two people changed the same field, what the other one stored beside what this one typed. */
class ConflictNote extends Composite<Div> {

    ConflictNote() {
        getContent().addClassName("bl-conflict");
        getContent().getElement().setAttribute("role", "alert");
        setVisible(false);
    }

    /**
     * @param before what both started from
     * @param theirs stored meanwhile; fields this person left alone take it over
     * @param mine as typed
     */
    void show(RequirementContent before, RequirementContent theirs, RequirementContent mine, RequirementFields fields) {
        getContent().removeAll();
        getContent().add(new Paragraph(getTranslation("backlog.conflict")));
        for (var field : RequirementFields.Part.values()) {
            var stored = field.read(theirs);
            if (!Objects.equals(stored, field.read(before)) && !Objects.equals(stored, field.read(mine))) {
                if (Objects.equals(field.read(mine), field.read(before))) {
                    fields.take(field, theirs);
                } else {
                    getContent().add(line(field, shown(field, theirs), () -> fields.take(field, theirs)));
                }
            }
        }
        setVisible(true);
    }

    private static String shown(RequirementFields.Part field, RequirementContent content) {
        var text = field.read(content).toString();
        return text.isEmpty() ? "–" : text;
    }

    private Div line(RequirementFields.Part field, String stored, Runnable take) {
        var name = new Span(getTranslation(field.key()) + ": ");
        var theirs = new Span(stored);
        theirs.addClassName("bl-theirs");
        var row = Kit.row(new Div(name, theirs));
        var button = new Button(getTranslation("backlog.conflict.take"), click -> {
            take.run();
            row.setVisible(false);
        });
        row.add(button);
        return row;
    }
}
