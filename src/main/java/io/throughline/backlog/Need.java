package io.throughline.backlog;

import io.throughline.shared.CommonError;
import io.throughline.shared.DomainException;
import io.throughline.shared.LocalizedText;
import io.throughline.shared.PersonId;
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

/** What customers need, in one wording for all who said it. Its title is what they read. */
@Entity
@Table(name = "need")
class Need extends AggregateRoot {

    private static final int LONGEST_TITLE = 300;

    private String needKey = "";

    @JdbcTypeCode(SqlTypes.JSON)
    private LocalizedText title = new LocalizedText(Map.of());

    private String searchText = "";
    private UUID createdBy = new UUID(0, 0);
    private Instant createdAt = Instant.EPOCH;

    protected Need() {}

    Need(String key, LocalizedText title, PersonId by, Instant at) {
        needKey = key;
        createdBy = by.value();
        createdAt = at;
        reword(title);
        record(Act.of(ActKind.NEED_CREATED, ObjectRef.of(BacklogKinds.NEED, id())));
    }

    NeedId id() {
        return new NeedId(uuid());
    }

    String key() {
        return needKey;
    }

    LocalizedText title() {
        return title;
    }

    final void reword(LocalizedText changed) {
        if (changed.isBlank()) {
            throw new DomainException(CommonError.REQUIRED, "backlog.need.title");
        }
        if (changed.texts().values().stream().anyMatch(t -> t.length() > LONGEST_TITLE)) {
            throw new DomainException(CommonError.TOO_LONG, "backlog.need.title", LONGEST_TITLE);
        }
        title = changed;
        searchText = SearchText.of(needKey, changed);
    }
}
