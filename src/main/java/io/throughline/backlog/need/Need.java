package io.throughline.backlog.need;

import io.throughline.backlog.BacklogError;
import io.throughline.backlog.BacklogKinds;
import io.throughline.backlog.NeedId;
import io.throughline.backlog.row.SearchText;
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

/** What customers need, in one wording for all who said it. Its title is what they read. */
@Entity
@Table(name = "need")
public class Need extends AggregateRoot {

    private static final int LONGEST_TITLE = 300;

    private String needKey = "";

    @JdbcTypeCode(SqlTypes.JSON)
    private LocalizedText title = new LocalizedText(Map.of());

    private String searchText = "";
    private UUID createdBy = new UUID(0, 0);
    private Instant createdAt = Instant.EPOCH;

    private @Nullable UUID mergedInto;
    private @Nullable Instant mergedAt;
    private @Nullable UUID mergedBy;

    protected Need() {}

    public Need(String key, LocalizedText title, PersonId by, Instant at) {
        needKey = key;
        createdBy = by.value();
        createdAt = at;
        reword(title);
        record(Act.of(ActKind.NEED_CREATED, ObjectRef.of(BacklogKinds.NEED, id())));
    }

    public NeedId id() {
        return new NeedId(uuid());
    }

    public String key() {
        return needKey;
    }

    public LocalizedText title() {
        return title;
    }

    /** The need that stands for this one, null where it stands for itself. */
    @Nullable
    public NeedId mergedInto() {
        return mergedInto == null ? null : new NeedId(mergedInto);
    }

    /** From now on another need stands for it; nothing that hangs on it moves, so that it can be had back as it was. */
    public void mergeInto(Need other, PersonId by, Instant at) {
        if (mergedInto != null || other.mergedInto != null || other.id().equals(id())) {
            throw new DomainException(BacklogError.NOT_MERGEABLE, needKey, other.needKey);
        }
        mergedInto = other.id().value();
        mergedBy = by.value();
        mergedAt = at;
        record(Act.of(ActKind.NEED_MERGED, ref(id()), ref(other.id())));
    }

    public void unmerge() {
        var from = mergedInto;
        if (from == null) {
            throw new DomainException(BacklogError.NOT_MERGED, needKey);
        }
        mergedInto = null;
        mergedBy = null;
        mergedAt = null;
        record(Act.of(ActKind.NEED_UNMERGED, ref(id()), ref(new NeedId(from))));
    }

    private static ObjectRef ref(NeedId need) {
        return ObjectRef.of(BacklogKinds.NEED, need);
    }

    public final void reword(LocalizedText changed) {
        title = TypedText.required(changed, "backlog.need.title", LONGEST_TITLE);
        searchText = SearchText.of(needKey, changed);
    }
}
