package io.throughline.survey.ui.design;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import io.throughline.shared.ui.Kit;
import io.throughline.survey.SectionId;

/** Where the first section begins that has no heading: what was asked before there were any stands there. */
class PlainSection extends Composite<Div> {

    PlainSection(SectionId section, DesignActs acts) {
        var head = new Button(getTranslation("surveys.section.head"), click -> acts.head(section));
        head.addThemeVariants(ButtonVariant.TERTIARY);
        getContent().addClassName("tl-row");
        getContent().setId("s-" + section.value());
        getContent().add(Kit.dim(getTranslation("surveys.section.plain")), head);
    }
}
