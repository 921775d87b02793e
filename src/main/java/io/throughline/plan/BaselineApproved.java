package io.throughline.plan;

import java.util.UUID;

/** A plan or a change of it became the baseline in force. Heard after commit; the event id makes hearing it idempotent. */
public record BaselineApproved(UUID eventId, ProjectId project, BaselineId baseline, int number) {}
