package io.throughline.survey.ui.version;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Paragraph;
import io.throughline.shared.ui.Kit;
import io.throughline.survey.lineage.TouchingEdit;
import org.jspecify.annotations.Nullable;

/** How many collected answers an edit touches, with the way to them as they were asked. */
class TouchedLine extends Composite<Paragraph> {

    /** @param href of the answers; null where there is no single place to read them */
    TouchedLine(TouchingEdit touch, @Nullable String href) {
        getContent().addClassName("version-touched");
        if (touch.edit().touches().isEmpty()) {
            getContent().add(Kit.dim(getTranslation("version.touched.none")));
            return;
        }
        var count = touch.touched();
        // Nobody can have named what is new.
        boolean named = !touch.edit().item().isEmpty() && touch.edit().before() != null;
        var said =
                getTranslation(named ? "version.touched.item" : "version.touched", count.submitted(), count.naming());
        var whole = count.all() ? said : getTranslation("version.touched.least", said);
        getContent().add(href == null || count.submitted() == 0 ? Kit.dim(whole) : Kit.link(href, whole));
        if (count.nameless()) {
            getContent().add(Kit.dim(" · " + getTranslation("version.touched.nameless")));
        }
        if (count.begun() > 0) {
            getContent().add(Kit.dim(" · " + getTranslation("version.touched.begun", count.begun())));
        }
    }
}
