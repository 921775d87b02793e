package io.throughline.shared.persistence;

import io.throughline.shared.CommonError;
import io.throughline.shared.DomainException;
import io.throughline.shared.Ids;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.AfterDomainEventPublication;
import org.springframework.data.domain.DomainEvents;

/** An entity that guards its own state: identity from birth, a version that travels, events published on save. */
@MappedSuperclass
public abstract class AggregateRoot {

    @Id
    private UUID id = Ids.next();

    @Version
    private @Nullable Long version;

    private final transient List<Object> events = new ArrayList<>();

    protected AggregateRoot() {}

    protected AggregateRoot(UUID id) {
        this.id = id;
    }

    public UUID uuid() {
        return id;
    }

    /** The version a reader of this state passes back with a command; 0 before the first save. */
    public long version() {
        return version == null ? 0 : version;
    }

    /** @throws DomainException STALE if what the caller saw is no longer what is stored */
    public void requireVersion(long seen) {
        if (version() != seen) {
            throw new DomainException(CommonError.STALE);
        }
    }

    protected void record(Object event) {
        events.add(event);
    }

    @DomainEvents
    Collection<Object> domainEvents() {
        return List.copyOf(events);
    }

    @AfterDomainEventPublication
    void clearEvents() {
        events.clear();
    }

    @Override
    public final boolean equals(@Nullable Object other) {
        return other instanceof AggregateRoot root && root.id.equals(id);
    }

    @Override
    public final int hashCode() {
        return id.hashCode();
    }
}
