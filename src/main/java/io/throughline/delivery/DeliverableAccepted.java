package io.throughline.delivery;

import io.throughline.plan.ProjectId;
import io.throughline.plan.content.DeliverableId;
import java.util.UUID;

/** A customer confirmed what was handed over. Heard after commit; the event id makes hearing it idempotent. */
public record DeliverableAccepted(UUID eventId, ProjectId project, DeliverableId deliverable, HandoverId handover) {}
