package io.throughline.api;

import java.util.UUID;

/** What a request made. */
record Created(UUID id) {}
