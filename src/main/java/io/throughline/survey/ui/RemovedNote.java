package io.throughline.survey.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import io.throughline.shared.ui.Kit;
import java.time.Instant;
import java.util.Date;

/** That single answers are not there any more, and since when. */
public class RemovedNote extends Composite<Div> {

    public RemovedNote(Instant removedAt) {
        getContent()
                .add(Kit.card(
                        getTranslation("retention.removed.title"),
                        new Paragraph(getTranslation("retention.removed", Date.from(removedAt)))));
    }
}
