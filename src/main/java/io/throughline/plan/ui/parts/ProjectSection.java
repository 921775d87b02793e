package io.throughline.plan.ui.parts;

import com.vaadin.flow.component.Component;
import io.throughline.plan.ProjectDetail;
import java.util.Optional;

/** What a room above this one adds to the project's page. A bean; several stand in the order of their beans. */
public interface ProjectSection {

    /** Where on the page it stands. */
    enum Place {
        /** Below the plan. */
        MAIN,
        /** Beside it. */
        ASIDE
    }

    Place place();

    /** Empty if there is nothing the viewer may see. */
    Optional<Component> of(ProjectDetail project);
}
