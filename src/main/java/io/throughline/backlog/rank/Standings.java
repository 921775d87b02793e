package io.throughline.backlog.rank;

import io.throughline.backlog.AreaId;
import io.throughline.backlog.BacklogError;
import io.throughline.backlog.RequirementId;
import io.throughline.backlog.priority.Estimate;
import io.throughline.backlog.requirement.Requirement;
import io.throughline.shared.DomainException;
import io.throughline.shared.PersonId;
import io.throughline.shared.row.Utc;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps where every open requirement stands in its area: its score, its place, and the blocks that count it. Writers take the
 * area's row first, so that they queue instead of colliding; readers never wait.
 */
@Component
public class Standings {

    private final RankTree ranks;
    private final JdbcClient jdbc;
    private final Clock clock;

    public Standings(RankTree ranks, JdbcClient jdbc, Clock clock) {
        this.ranks = ranks;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public void lock(AreaId area) {
        boolean missing = jdbc.sql("select id from area where id = :area for update")
                .param("area", area.value())
                .query(UUID.class)
                .optional()
                .isEmpty();
        if (missing) {
            throw DomainException.notFound();
        }
    }

    /**
     * Takes the requirement and its area before anything is read: a read that takes no lock would freeze what this
     * transaction sees, and then the neighbours it finds may be yesterday's.
     */
    public void lock(RequirementId requirement) {
        boolean missing = jdbc.sql("""
                select a.id from requirement r join area a on a.id = r.area_id where r.id = :id for update
                """)
                .param("id", requirement.value())
                .query(UUID.class)
                .optional()
                .isEmpty();
        if (missing) {
            throw DomainException.notFound();
        }
    }

    /** A new requirement: unscored, last. */
    public void open(Requirement requirement) {
        lock(requirement.area());
        insert(requirement);
    }

    /** No longer ranked. */
    public void close(Requirement requirement) {
        lock(requirement.area());
        if (standing(requirement.uuid()).closed()) {
            return;
        }
        for (var ordering : Ordering.values()) {
            ranks.remove(ordering, requirement.uuid());
        }
        jdbc.sql("""
                update standing set closed = 1, pinned = 0, pin_reason = null, place = computed_key
                where requirement_id = :id
                """).param("id", requirement.uuid()).update();
    }

    /** Ranked again, by its score. */
    public void reopen(Requirement requirement) {
        lock(requirement.area());
        var at = standing(requirement.uuid());
        if (!at.closed()) {
            return;
        }
        jdbc.sql("update standing set closed = 0 where requirement_id = :id")
                .param("id", requirement.uuid())
                .update();
        for (var ordering : Ordering.values()) {
            ranks.add(requirement.area().value(), ordering, requirement.uuid(), at.key());
        }
    }

    /** Keeps the state beside the place, so that a list of one state is read in its order, and counts. */
    @EventListener
    void on(Requirement.Became became) {
        jdbc.sql("update standing set state = :state where requirement_id = :id")
                .param("state", became.after().name())
                .param("id", became.id().value())
                .update();
        jdbc.sql("""
                insert into standing_tally (area_id, state, size) values (:area, :before, -1), (:area, :after, 1)
                on duplicate key update size = size + value(size)
                """)
                .param("area", became.area().value())
                .param("before", became.before().name())
                .param("after", became.after().name())
                .update();
    }

    void score(Requirement requirement, Scored scored) {
        lock(requirement.area());
        var at = standing(requirement.uuid());
        var key = key(requirement.uuid(), scored);
        boolean moves = !at.closed() && !key.equals(at.key());
        boolean moved = moves && !at.pinned();
        if (moves) {
            ranks.remove(Ordering.COMPUTED, requirement.uuid());
        }
        if (moved) {
            ranks.remove(Ordering.SHOWN, requirement.uuid());
        }
        write(requirement.uuid(), scored, key);
        if (moves) {
            ranks.add(requirement.area().value(), Ordering.COMPUTED, requirement.uuid(), key);
        }
        if (moved) {
            ranks.add(requirement.area().value(), Ordering.SHOWN, requirement.uuid(), key);
        }
    }

    /** Scores many of an area at once, which its caller has locked; those not named keep their score. */
    void scoreAll(AreaId area, Map<UUID, Scored> scored) {
        scored.forEach((requirement, score) -> write(requirement, score, key(requirement, score)));
        for (var ordering : Ordering.values()) {
            ranks.rebuild(area.value(), ordering);
        }
    }

    private static String key(UUID requirement, Scored scored) {
        return Places.computed(decimal(value(scored.score(), Estimate::value)), scored.tooFew(), requirement);
    }

    private void write(UUID requirement, Scored scored, String key) {
        jdbc.sql("""
                update standing set score = :score, score_low = :low, score_high = :high, too_few = :tooFew,
                    evidence_value = :evidence, evidence_low = :evidenceLow, evidence_high = :evidenceHigh,
                    evidence_n = :n, computed_key = :key, place = if(pinned, place, :key)
                where requirement_id = :id
                """)
                .param("score", decimal(value(scored.score(), Estimate::value)))
                .param("low", decimal(value(scored.score(), Estimate::low)))
                .param("high", decimal(value(scored.score(), Estimate::high)))
                .param("tooFew", scored.tooFew())
                .param("evidence", decimal(value(scored.evidence(), Estimate::value)))
                .param("evidenceLow", decimal(value(scored.evidence(), Estimate::low)))
                .param("evidenceHigh", decimal(value(scored.evidence(), Estimate::high)))
                .param("n", scored.people() == 0 ? null : scored.people())
                .param("key", key)
                .param("id", requirement)
                .update();
    }

    /**
     * Places a requirement right below another, by hand.
     *
     * @param below null puts it on top
     */
    public void pin(Requirement requirement, @Nullable UUID below, String reason, PersonId by) {
        lock(requirement.area());
        if (standing(requirement.uuid()).closed()) {
            throw new DomainException(BacklogError.NOT_RANKED);
        }
        var before = below == null ? null : placeInArea(requirement.area(), below);
        var after = jdbc.sql("""
                select place from standing
                where area_id = :area and closed = 0 and place > :before and requirement_id <> :id
                order by place limit 1
                """)
                .param("area", requirement.area().value())
                .param("before", before == null ? "" : before)
                .param("id", requirement.uuid())
                .query(String.class)
                .optional()
                .orElse(null);
        var place = Places.between(before, after).orElseThrow(() -> new DomainException(BacklogError.NO_ROOM_BETWEEN));
        ranks.remove(Ordering.SHOWN, requirement.uuid());
        jdbc.sql("""
                update standing set pinned = 1, place = :place, pin_reason = :reason, pinned_by = :by, pinned_at = :at
                where requirement_id = :id
                """)
                .param("place", place)
                .param("reason", reason)
                .param("by", by.value())
                .param("at", Utc.column(clock.instant()))
                .param("id", requirement.uuid())
                .update();
        ranks.add(requirement.area().value(), Ordering.SHOWN, requirement.uuid(), place);
    }

    /** Back to where the score puts it; nothing happens where it stands there. */
    public void release(Requirement requirement) {
        lock(requirement.area());
        var at = standing(requirement.uuid());
        if (!at.pinned()) {
            return;
        }
        ranks.remove(Ordering.SHOWN, requirement.uuid());
        jdbc.sql("""
                update standing set pinned = 0, place = computed_key, pin_reason = null, pinned_by = null,
                    pinned_at = null
                where requirement_id = :id
                """).param("id", requirement.uuid()).update();
        ranks.add(requirement.area().value(), Ordering.SHOWN, requirement.uuid(), at.key());
    }

    private void insert(Requirement requirement) {
        var key = Places.computed(null, false, requirement.uuid());
        jdbc.sql("""
                insert into standing (requirement_id, area_id, closed, state, computed_key, place, pinned)
                values (:id, :area, 0, :state, :key, :key, 0)
                """)
                .param("id", requirement.uuid())
                .param("area", requirement.area().value())
                .param("state", requirement.state().name())
                .param("key", key)
                .update();
        jdbc.sql("""
                insert into standing_tally (area_id, state, size) values (:area, :state, 1)
                on duplicate key update size = size + 1
                """)
                .param("area", requirement.area().value())
                .param("state", requirement.state().name())
                .update();
        for (var ordering : Ordering.values()) {
            ranks.add(requirement.area().value(), ordering, requirement.uuid(), key);
        }
    }

    private record At(String key, boolean pinned, boolean closed) {}

    private At standing(UUID requirement) {
        return jdbc.sql("select computed_key, pinned, closed from standing where requirement_id = :id")
                .param("id", requirement)
                .query((row, i) -> new At(row.getString(1), row.getBoolean(2), row.getBoolean(3)))
                .optional()
                .orElseThrow(DomainException::notFound);
    }

    private String placeInArea(AreaId area, UUID requirement) {
        return jdbc.sql("select place from standing where requirement_id = :id and area_id = :area and closed = 0")
                .param("id", requirement)
                .param("area", area.value())
                .query(String.class)
                .optional()
                .orElseThrow(DomainException::notFound);
    }

    private static @Nullable Double value(
            @Nullable Estimate estimate, java.util.function.ToDoubleFunction<Estimate> part) {
        return estimate == null ? null : part.applyAsDouble(estimate);
    }

    private static @Nullable BigDecimal decimal(@Nullable Double value) {
        return value == null ? null : BigDecimal.valueOf(value).setScale(6, RoundingMode.HALF_UP);
    }
}
