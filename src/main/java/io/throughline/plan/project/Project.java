package io.throughline.plan.project;

import io.throughline.backlog.AreaId;
import io.throughline.plan.BaselineApproved;
import io.throughline.plan.BaselineId;
import io.throughline.plan.PlanError;
import io.throughline.plan.PlanKinds;
import io.throughline.plan.ProjectId;
import io.throughline.plan.content.PlanHeader;
import io.throughline.shared.DomainException;
import io.throughline.shared.LocalizedText;
import io.throughline.shared.PersonId;
import io.throughline.shared.TypedText;
import io.throughline.shared.act.Act;
import io.throughline.shared.act.ActKind;
import io.throughline.shared.act.ObjectRef;
import io.throughline.shared.persistence.AggregateRoot;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** Knows which baseline is in force: the one row every approval of the project must move. */
@Entity
@Table(name = "project")
public class Project extends AggregateRoot {

    private static final int LONGEST_NAME = 200;

    private String projectKey = "";
    private String name = "";

    @JdbcTypeCode(SqlTypes.JSON)
    private LocalizedText publicName = new LocalizedText(Map.of());

    private UUID areaId = new UUID(0, 0);
    private @Nullable UUID baselineId;
    private int baselineNumber;
    private UUID openedBy = new UUID(0, 0);
    private Instant openedAt = Instant.EPOCH;

    protected Project() {}

    public Project(String key, String name, LocalizedText publicName, AreaId area, PersonId by, Instant at) {
        projectKey = key;
        areaId = area.value();
        openedBy = by.value();
        openedAt = at;
        this.name = TypedText.required(name, "plan.project.name", LONGEST_NAME);
        this.publicName = publicName;
        record(Act.of(ActKind.PROJECT_OPENED, ObjectRef.of(PlanKinds.PROJECT, id())));
    }

    public ProjectId id() {
        return new ProjectId(uuid());
    }

    public AreaId area() {
        return new AreaId(areaId);
    }

    int baselineNumber() {
        return baselineNumber;
    }

    /** @throws DomainException STALE_BASELINE if another one than the draft's base is in force */
    public void requireBase(int number) {
        if (baselineNumber != number) {
            throw new DomainException(PlanError.STALE_BASELINE, baselineNumber);
        }
    }

    /** Puts the next baseline in force, with the names it gives the project. */
    public int advance(BaselineId next, PlanHeader header) {
        baselineId = next.value();
        baselineNumber++;
        name = TypedText.required(header.name(), "plan.project.name", LONGEST_NAME);
        publicName = header.publicName();
        record(new BaselineApproved(io.throughline.shared.Ids.next(), id(), next, baselineNumber));
        return baselineNumber;
    }

    @Nullable
    public BaselineId baseline() {
        return baselineId == null ? null : new BaselineId(baselineId);
    }
}
