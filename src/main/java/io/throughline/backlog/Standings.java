package io.throughline.backlog;

import io.throughline.backlog.priority.Estimate;
import io.throughline.backlog.rank.Places;
import io.throughline.shared.DomainException;
import io.throughline.shared.PersonId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps where every open requirement stands in its area: its score, its computed rank, its place. Writers take the
 * area's row first, so that they queue instead of colliding; readers never wait.
 */
@Component
class Standings {

    /**
     * What a requirement is ranked by.
     *
     * @param score null without evidence
     * @param evidence the share behind it, for the bar; null without evidence
     * @param people how many answered; 0 without evidence
     */
    record Scored(@Nullable Estimate score, @Nullable Estimate evidence, int people) {
        static final Scored NONE = new Scored(null, null, 0);
    }

    private final JdbcClient jdbc;
    private final Clock clock;

    Standings(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void lock(AreaId area) {
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
    void lock(RequirementId requirement) {
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
    void open(Requirement requirement) {
        lock(requirement.area());
        insert(requirement);
    }

    /** No longer ranked; those below move up in computed order. */
    void close(Requirement requirement) {
        lock(requirement.area());
        var at = standing(requirement.uuid());
        if (at.closed()) {
            return;
        }
        shift(requirement.area(), at.rank() + 1, Integer.MAX_VALUE, -1);
        jdbc.sql("""
                update standing set closed = 1, computed_rank = 0, pinned = 0, pin_reason = null, place = computed_key
                where requirement_id = :id
                """).param("id", requirement.uuid()).update();
    }

    /** Ranked again, by its score. */
    void reopen(Requirement requirement) {
        lock(requirement.area());
        var at = standing(requirement.uuid());
        if (!at.closed()) {
            return;
        }
        int rank = above(requirement.area(), at.key()) + 1;
        shift(requirement.area(), rank, Integer.MAX_VALUE, 1);
        jdbc.sql("update standing set closed = 0, computed_rank = :rank where requirement_id = :id")
                .param("rank", rank)
                .param("id", requirement.uuid())
                .update();
    }

    void score(Requirement requirement, Scored scored) {
        lock(requirement.area());
        var at = standing(requirement.uuid());
        var key = Places.computed(
                decimal(scored.score() == null ? null : scored.score().value()), requirement.uuid());
        int rank = at.rank();
        if (!at.closed() && !key.equals(at.key())) {
            int above = above(requirement.area(), key);
            if (above >= at.rank()) {
                rank = above;
                shift(requirement.area(), at.rank() + 1, rank, -1);
            } else {
                rank = above + 1;
                shift(requirement.area(), rank, at.rank() - 1, 1);
            }
        }
        jdbc.sql("""
                update standing set score = :score, score_low = :low, score_high = :high,
                    evidence_value = :evidence, evidence_low = :evidenceLow, evidence_high = :evidenceHigh,
                    evidence_n = :n, computed_key = :key, computed_rank = :rank,
                    place = if(pinned, place, :key)
                where requirement_id = :id
                """)
                .param("score", decimal(value(scored.score(), Estimate::value)))
                .param("low", decimal(value(scored.score(), Estimate::low)))
                .param("high", decimal(value(scored.score(), Estimate::high)))
                .param("evidence", decimal(value(scored.evidence(), Estimate::value)))
                .param("evidenceLow", decimal(value(scored.evidence(), Estimate::low)))
                .param("evidenceHigh", decimal(value(scored.evidence(), Estimate::high)))
                .param("n", scored.people() == 0 ? null : scored.people())
                .param("key", key)
                .param("rank", rank)
                .param("id", requirement.uuid())
                .update();
    }

    /**
     * Places a requirement right below another, by hand.
     *
     * @param below null puts it on top
     */
    void pin(Requirement requirement, @Nullable UUID below, String reason, PersonId by) {
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
        jdbc.sql("""
                update standing set pinned = 1, place = :place, pin_reason = :reason, pinned_by = :by, pinned_at = :at
                where requirement_id = :id
                """)
                .param("place", place)
                .param("reason", reason)
                .param("by", by.value())
                .param("at", Rows.utc(clock.instant()))
                .param("id", requirement.uuid())
                .update();
    }

    /** Back to where the score puts it. */
    void release(Requirement requirement) {
        lock(requirement.area());
        jdbc.sql("""
                update standing set pinned = 0, place = computed_key, pin_reason = null, pinned_by = null,
                    pinned_at = null
                where requirement_id = :id
                """).param("id", requirement.uuid()).update();
    }

    private void insert(Requirement requirement) {
        var key = Places.computed(null, requirement.uuid());
        int rank = above(requirement.area(), key) + 1;
        shift(requirement.area(), rank, Integer.MAX_VALUE, 1);
        jdbc.sql("""
                insert into standing (requirement_id, area_id, closed, computed_key, computed_rank, place, pinned)
                values (:id, :area, 0, :key, :rank, :key, 0)
                """)
                .param("id", requirement.uuid())
                .param("area", requirement.area().value())
                .param("key", key)
                .param("rank", rank)
                .update();
    }

    private record At(String key, int rank, boolean closed) {}

    private At standing(UUID requirement) {
        return jdbc.sql("select computed_key, computed_rank, closed from standing where requirement_id = :id")
                .param("id", requirement)
                .query((row, i) -> new At(row.getString(1), row.getInt(2), row.getBoolean(3)))
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

    /** The computed rank of the last one whose key is smaller, 0 if there is none. */
    private int above(AreaId area, String key) {
        return jdbc.sql("""
                select computed_rank from standing
                where area_id = :area and closed = 0 and computed_key < :key order by computed_key desc limit 1
                """)
                .param("area", area.value())
                .param("key", key)
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    private void shift(AreaId area, int from, int to, int by) {
        if (from > to) {
            return;
        }
        jdbc.sql("""
                update standing set computed_rank = computed_rank + :by
                where area_id = :area and closed = 0 and computed_rank between :from and :to
                """)
                .param("by", by)
                .param("area", area.value())
                .param("from", from)
                .param("to", to)
                .update();
    }

    private static @Nullable Double value(
            @Nullable Estimate estimate, java.util.function.ToDoubleFunction<Estimate> part) {
        return estimate == null ? null : part.applyAsDouble(estimate);
    }

    private static @Nullable BigDecimal decimal(@Nullable Double value) {
        return value == null ? null : BigDecimal.valueOf(value).setScale(6, RoundingMode.HALF_UP);
    }
}
