package io.throughline.backlog.area;

import io.throughline.backlog.AreaId;
import io.throughline.backlog.BacklogKinds;
import io.throughline.backlog.priority.PriorityMethod;
import io.throughline.shared.PersonId;
import io.throughline.shared.TypedText;
import io.throughline.shared.act.Act;
import io.throughline.shared.act.ActKind;
import io.throughline.shared.act.ObjectRef;
import io.throughline.shared.persistence.AggregateRoot;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A field of work with one formula for all its requirements. */
@Entity
@Table(name = "area")
public class Area extends AggregateRoot {

    private static final int LONGEST_NAME = 120;

    private String name = "";

    @JdbcTypeCode(SqlTypes.JSON)
    private PriorityMethod method = new PriorityMethod.IsRating();

    private UUID createdBy = new UUID(0, 0);
    private Instant createdAt = Instant.EPOCH;

    protected Area() {}

    public Area(String name, PersonId by, Instant at) {
        rename(name);
        createdBy = by.value();
        createdAt = at;
        record(Act.of(ActKind.AREA_CREATED, ObjectRef.of(BacklogKinds.AREA, id())));
    }

    public AreaId id() {
        return new AreaId(uuid());
    }

    public String name() {
        return name;
    }

    public PriorityMethod method() {
        return method;
    }

    public final void rename(String changed) {
        name = TypedText.required(changed, "backlog.area.name", LONGEST_NAME);
    }

    public void rankBy(PriorityMethod changed) {
        method = changed;
    }
}
