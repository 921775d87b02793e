package io.throughline.delivery.ui;

import io.throughline.delivery.Acceptances;
import io.throughline.delivery.Deliverables;
import io.throughline.people.People;
import io.throughline.plan.Projects;
import io.throughline.plan.ui.parts.Behind;
import io.throughline.shared.CurrentViewer;
import io.throughline.shared.ui.LineStrips;
import org.springframework.stereotype.Component;

/** What the pages of deliveries ask. */
@Component
record DeliveryPages(
        Deliverables deliverables,
        Acceptances acceptances,
        Projects projects,
        Behind behind,
        People people,
        LineStrips strips,
        CurrentViewer viewer) {}
