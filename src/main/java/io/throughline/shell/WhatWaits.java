package io.throughline.shell;

import io.throughline.shared.Viewer;
import io.throughline.shared.port.WaitingSource;
import io.throughline.shared.port.WaitingSource.Waiting;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Asks every room what waits for a person, most urgent first. */
@Component
class WhatWaits {

    private final List<WaitingSource> rooms;

    WhatWaits(List<WaitingSource> rooms) {
        this.rooms = rooms;
    }

    @Transactional(readOnly = true)
    List<Waiting> of(Viewer viewer) {
        return rooms.stream()
                .flatMap(room -> room.waitingFor(viewer).stream())
                .sorted(Comparator.comparing(waiting -> waiting.due() == null ? Instant.MAX : waiting.due()))
                .toList();
    }
}
