package io.throughline.delivery.ui;

import com.vaadin.flow.component.Component;
import io.throughline.plan.ProjectDetail;
import io.throughline.plan.ui.parts.ProjectSection;
import java.util.Optional;
import org.springframework.core.annotation.Order;

/** What a project hands over, on its page. */
@org.springframework.stereotype.Component
@Order(10)
class DeliverablesOfProject implements ProjectSection {

    private final DeliveryPages pages;

    DeliverablesOfProject(DeliveryPages pages) {
        this.pages = pages;
    }

    @Override
    public Place place() {
        return Place.MAIN;
    }

    @Override
    public Optional<Component> of(ProjectDetail project) {
        return project.baseline() == null ? Optional.empty() : Optional.of(new DeliverablesCard(pages, project));
    }
}
