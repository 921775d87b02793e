package io.throughline.survey.design;

import io.throughline.shared.CommonError;
import io.throughline.shared.DomainException;
import io.throughline.shared.Hashes;
import io.throughline.shared.act.Act;
import io.throughline.shared.act.ActKind;
import io.throughline.shared.persistence.Command;
import io.throughline.survey.SurveyError;
import io.throughline.survey.SurveyId;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Until when the answers to a survey are kept. After that day what people said is deleted; the figures stay. */
@Service
@Transactional(readOnly = true)
@PreAuthorize("hasAnyRole('PROJECT_MANAGER','MANAGER')")
public class Retention {

    /** What the database can keep. */
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    private final SurveyAccess access;
    private final RetentionStore store;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Retention(SurveyAccess access, RetentionStore store, ApplicationEventPublisher events, Clock clock) {
        this.access = access;
        this.store = store;
        this.events = events;
        this.clock = clock;
    }

    /** The last day answers are kept (UTC); empty for no end. @throws DomainException NOT_FOUND */
    public Optional<LocalDate> until(SurveyId id) {
        return store.of(access.readable(id).id());
    }

    /**
     * Sets the last day answers are kept. Once somebody has begun to answer, or an anonymous survey has opened, it may come
     * earlier, not later: it was read.
     *
     * @param seen as it stood when this was decided
     * @param until null for no end
     * @throws DomainException NOT_FOUND, NOT_ALLOWED, STALE, RETENTION_TOO_EARLY before today and before a round has closed,
     *     RETENTION_TOO_LATE, RETENTION_PROMISED
     */
    @Command
    @PreAuthorize("hasRole('PROJECT_MANAGER')")
    public void set(SurveyId id, @Nullable LocalDate seen, @Nullable LocalDate until) {
        var survey = access.editable(id);
        var before = store.locked(id).orElse(null);
        if (!Objects.equals(before, seen)) {
            throw new DomainException(CommonError.STALE);
        }
        if (Objects.equals(before, until)) {
            return;
        }
        if (until != null) {
            requireNotEarlier(id, until);
            requireKeepable(until);
        }
        if (before != null && (until == null || until.isAfter(before)) && store.isRead(id, clock.instant())) {
            throw new DomainException(SurveyError.RETENTION_PROMISED, before);
        }
        store.set(id, until);
        events.publishEvent(Act.of(ActKind.RETENTION_SET, survey.ref()).withHash(Hashes.sha256(String.valueOf(until))));
    }

    private void requireNotEarlier(SurveyId id, LocalDate until) {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var least = store.lastClosing(id)
                .map(RetentionStore::day)
                .filter(today::isBefore)
                .orElse(today);
        if (until.isBefore(least)) {
            throw new DomainException(SurveyError.RETENTION_TOO_EARLY, least);
        }
    }

    private static void requireKeepable(LocalDate until) {
        if (until.isAfter(LAST)) {
            throw new DomainException(SurveyError.RETENTION_TOO_LATE, LAST);
        }
    }
}
