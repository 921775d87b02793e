package io.throughline.people.link;

import io.throughline.people.LinkPurpose;
import io.throughline.shared.persistence.AggregateRoot;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A link that works once and for a while. Its token is known to the receiver alone: only its hash stands here. */
@Entity
@Table(name = "one_time_link")
public class OneTimeLink extends AggregateRoot {

    @Column(name = "account_id")
    private @Nullable UUID accountId;

    @Enumerated(EnumType.STRING)
    private LinkPurpose purpose = LinkPurpose.RESET;

    @Column(name = "token_hash", length = 64)
    @JdbcTypeCode(SqlTypes.CHAR)
    private String tokenHash = "";

    @Column(name = "created_at")
    private Instant createdAt = Instant.EPOCH;

    @Column(name = "expires_at")
    private Instant expiresAt = Instant.EPOCH;

    @Column(name = "used_at")
    private @Nullable Instant usedAt;

    protected OneTimeLink() {}

    OneTimeLink(@Nullable UUID account, LinkPurpose purpose, String tokenHash, Instant createdAt, Instant expiresAt) {
        this.accountId = account;
        this.purpose = purpose;
        this.tokenHash = tokenHash;
        this.createdAt = createdAt;
        this.expiresAt = expiresAt;
    }

    public boolean usable(Instant now) {
        return usedAt == null && now.isBefore(expiresAt);
    }

    public void use(Instant now) {
        usedAt = now;
    }

    @Nullable
    public UUID account() {
        return accountId;
    }

    public LinkPurpose purpose() {
        return purpose;
    }
}
