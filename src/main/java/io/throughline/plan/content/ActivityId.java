package io.throughline.plan.content;

import io.throughline.shared.Id;

/** What a schedule places in time and links join: a task or a milestone. */
public sealed interface ActivityId extends Id permits TaskId, MilestoneId {}
