package io.throughline.survey.ui.version;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import io.throughline.shared.ui.Kit;
import io.throughline.survey.version.Edit;

/** One edit: how it was and how it is to be, side by side, with what belongs under it. */
class EditSides extends Composite<Div> {

    /** @param number of the version after the edit */
    EditSides(Edit edit, EditWords words, int number, Component... below) {
        getContent().addClassName("version-edit");
        var name = new H3(words.name(edit));
        var sides = Kit.div(
                "version-sides",
                side(getTranslation("version.number", number - 1), words.before(edit), "before"),
                side(getTranslation("version.number", number), words.after(edit), "after"));
        getContent().add(name, sides);
        getContent().add(below);
    }

    private static Component side(String heading, Component content, String className) {
        var side = Kit.div("version-side", Kit.dim(heading), content);
        side.addClassName(className);
        return side;
    }
}
