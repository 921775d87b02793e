package io.throughline.backlog;

import io.throughline.shared.Id;
import java.util.UUID;

/** Identity: one thing that happened to a requirement, as customers are told. */
public record StatusId(UUID value) implements Id {}
