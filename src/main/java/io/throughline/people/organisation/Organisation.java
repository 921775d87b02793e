package io.throughline.people.organisation;

import io.throughline.people.OrganisationInfo;
import io.throughline.people.OrganisationWeighed;
import io.throughline.shared.CommonError;
import io.throughline.shared.DomainException;
import io.throughline.shared.OrganisationId;
import io.throughline.shared.TypedText;
import io.throughline.shared.act.Act;
import io.throughline.shared.act.ActKind;
import io.throughline.shared.act.ObjectRef;
import io.throughline.shared.persistence.AggregateRoot;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** A customer company or an internal department, with one segment and a weight. */
@Entity
@Table(name = "organisation")
public class Organisation extends AggregateRoot {

    public static final String KIND = "organisation";
    static final int NAME_LIMIT = 200;
    static final int SEGMENT_LIMIT = 100;
    static final BigDecimal LARGEST_WEIGHT = BigDecimal.valueOf(1000);

    private String name = "";
    private String segment = "";
    private BigDecimal weight = BigDecimal.ONE;

    protected Organisation() {}

    public Organisation(String name, String segment) {
        this.name = named(name);
        this.segment = segmentNamed(segment);
        record(Act.of(ActKind.ORGANISATION_CREATED, ref()));
    }

    public void rename(String newName) {
        var text = named(newName);
        if (!text.equals(name)) {
            name = text;
            record(Act.of(ActKind.ORGANISATION_CHANGED, ref()));
        }
    }

    public void moveToSegment(String newSegment) {
        var text = segmentNamed(newSegment);
        if (!text.equals(segment)) {
            segment = text;
            record(Act.of(ActKind.ORGANISATION_CHANGED, ref()));
        }
    }

    public void weigh(BigDecimal newWeight) {
        if (newWeight.signum() < 0 || newWeight.compareTo(LARGEST_WEIGHT) > 0) {
            throw new DomainException(
                    CommonError.OUT_OF_RANGE, "people.organisation.weight", BigDecimal.ZERO, LARGEST_WEIGHT);
        }
        var rounded = newWeight.setScale(4, RoundingMode.HALF_UP);
        if (rounded.compareTo(weight) != 0) {
            weight = rounded;
            record(Act.of(ActKind.ORGANISATION_WEIGHT_CHANGED, ref()));
            record(new OrganisationWeighed(id(), rounded));
        }
    }

    /**
     * A name as it would be kept.
     *
     * @throws DomainException REQUIRED, TOO_LONG
     */
    public static String named(String text) {
        return TypedText.required(TypedText.oneLine(text), "people.organisation.name", NAME_LIMIT);
    }

    private static String segmentNamed(String text) {
        return TypedText.optional(TypedText.oneLine(text), "people.organisation.segment", SEGMENT_LIMIT);
    }

    public String name() {
        return name;
    }

    public OrganisationId id() {
        return new OrganisationId(uuid());
    }

    public OrganisationInfo info() {
        return new OrganisationInfo(id(), name, segment, weight);
    }

    private ObjectRef ref() {
        return new ObjectRef(KIND, uuid());
    }
}
