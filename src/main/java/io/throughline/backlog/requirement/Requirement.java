package io.throughline.backlog.requirement;

import io.throughline.backlog.AreaId;
import io.throughline.backlog.BacklogError;
import io.throughline.backlog.BacklogKinds;
import io.throughline.backlog.Fulfilment;
import io.throughline.backlog.RequirementContent;
import io.throughline.backlog.RequirementId;
import io.throughline.backlog.RequirementState;
import io.throughline.backlog.row.SearchText;
import io.throughline.shared.DomainException;
import io.throughline.shared.Effort;
import io.throughline.shared.LocalizedText;
import io.throughline.shared.Money;
import io.throughline.shared.PersonId;
import io.throughline.shared.TypedText;
import io.throughline.shared.act.Act;
import io.throughline.shared.act.ActKind;
import io.throughline.shared.act.ObjectRef;
import io.throughline.shared.persistence.AggregateRoot;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** Guards its own state machine and numbers its wordings. */
@Entity
@Table(name = "requirement")
public class Requirement extends AggregateRoot {

    private String reqKey = "";
    private UUID areaId = new UUID(0, 0);

    @JdbcTypeCode(SqlTypes.JSON)
    private LocalizedText title = new LocalizedText(Map.of());

    private String statement = "";
    private String fitCriterion = "";
    private String searchText = "";
    private @Nullable String noNeedReason;

    @Enumerated(EnumType.STRING)
    private RequirementState state = RequirementState.PROPOSED;

    private int contentVersion = 1;
    private BigDecimal effortHours = BigDecimal.ZERO;
    private BigDecimal cost = BigDecimal.ZERO;
    private boolean must;

    @JdbcTypeCode(SqlTypes.JSON)
    private Map<String, BigDecimal> inputs = Map.of();

    private @Nullable String declineReason;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable LocalizedText projectName;

    @Column(name = "planned_from")
    private @Nullable LocalDate plannedFrom;

    @Column(name = "planned_to")
    private @Nullable LocalDate plannedTo;

    private UUID createdBy = new UUID(0, 0);
    private Instant createdAt = Instant.EPOCH;

    protected Requirement() {}

    public Requirement(String key, AreaId area, RequirementContent content, PersonId by, Instant at) {
        reqKey = key;
        areaId = area.value();
        createdBy = by.value();
        createdAt = at;
        apply(content);
        act(ActKind.REQUIREMENT_CREATED);
    }

    public RequirementId id() {
        return new RequirementId(uuid());
    }

    public AreaId area() {
        return new AreaId(areaId);
    }

    public String key() {
        return reqKey;
    }

    public RequirementState state() {
        return state;
    }

    public int contentVersion() {
        return contentVersion;
    }

    @Nullable
    public String declineReason() {
        return declineReason;
    }

    @Nullable
    public LocalizedText projectName() {
        return projectName;
    }

    @Nullable
    public LocalDate plannedFrom() {
        return plannedFrom;
    }

    @Nullable
    public LocalDate plannedTo() {
        return plannedTo;
    }

    public RequirementContent content() {
        return new RequirementContent(
                title, statement, fitCriterion, noNeedReason, new Effort(effortHours), new Money(cost), must, inputs);
    }

    /** @return whether anything changed, so that a new wording has to be kept */
    public boolean reword(RequirementContent changed) {
        if (changed.equals(content())) {
            return false;
        }
        apply(changed);
        contentVersion++;
        act(ActKind.REQUIREMENT_CHANGED);
        return true;
    }

    /** Others than before must be done with or before it. */
    public void dependsOnOthers() {
        act(ActKind.REQUIREMENT_CHANGED);
    }

    public void accept() {
        become(RequirementState.ACCEPTED);
        act(ActKind.REQUIREMENT_CHANGED);
    }

    public void decline(String reason) {
        if (TypedText.showsNothing(reason)) {
            throw new DomainException(BacklogError.REASON_REQUIRED);
        }
        become(RequirementState.DECLINED);
        declineReason = reason.strip();
        act(ActKind.REQUIREMENT_DECLINED);
    }

    public void reconsider() {
        become(RequirementState.PROPOSED);
        declineReason = null;
        act(ActKind.REQUIREMENT_CHANGED);
    }

    /** @return whether this is news: a first plan, or another one than before */
    public boolean plan(LocalizedText project, LocalDate from, LocalDate to) {
        boolean same = project.equals(projectName) && from.equals(plannedFrom) && to.equals(plannedTo);
        boolean underWay = state == RequirementState.PLANNED || state == RequirementState.PARTLY_DONE;
        if (underWay && same) {
            return false;
        }
        if (!underWay) {
            become(RequirementState.PLANNED);
        }
        projectName = project;
        plannedFrom = from;
        plannedTo = to;
        return true;
    }

    public void drop() {
        become(RequirementState.ACCEPTED);
        projectName = null;
        plannedFrom = null;
        plannedTo = null;
    }

    /** @return whether that is news */
    public boolean fulfil(Fulfilment how) {
        var next = switch (how) {
            case NOTHING -> RequirementState.PLANNED;
            case WAITING -> RequirementState.DELIVERED;
            case PARTLY -> RequirementState.PARTLY_DONE;
            case WHOLLY -> RequirementState.DONE;
        };
        if (state == next) {
            return false;
        }
        become(next);
        return true;
    }

    private void become(RequirementState next) {
        if (!state.mayBecome(next)) {
            throw new DomainException(
                    BacklogError.NO_SUCH_STEP,
                    reqKey,
                    "enum.RequirementState." + state,
                    "enum.RequirementState." + next);
        }
        record(new Became(id(), area(), state, next));
        state = next;
    }

    /** It went from one state to another. */
    public record Became(RequirementId id, AreaId area, RequirementState before, RequirementState after) {}

    private void apply(RequirementContent content) {
        content.requireInRange();
        title = content.title();
        statement = content.statement();
        fitCriterion = content.fitCriterion();
        noNeedReason = content.noNeedReason();
        effortHours = content.effort().hours();
        cost = content.cost().amount();
        must = content.must();
        inputs = content.inputs();
        searchText = SearchText.of(reqKey, content.title());
    }

    private void act(ActKind kind) {
        record(Act.of(kind, ObjectRef.of(BacklogKinds.REQUIREMENT, id())));
    }
}
