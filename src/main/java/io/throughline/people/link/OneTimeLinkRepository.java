package io.throughline.people.link;

import io.throughline.people.LinkPurpose;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

public interface OneTimeLinkRepository extends Repository<OneTimeLink, UUID> {

    OneTimeLink save(OneTimeLink link);

    Optional<OneTimeLink> findByTokenHash(String hash);

    /** Earlier unused links of an account: whoever gets a new one must not leave an old one lying about. */
    @Modifying
    @Query("delete from OneTimeLink l where l.usedAt is null and l.accountId = :account")
    void withdrawUnused(UUID account);

    @Modifying
    @Query("delete from OneTimeLink l where l.usedAt is null and l.purpose = :purpose and l.accountId is null")
    void withdrawUnused(LinkPurpose purpose);

    @Modifying
    @Query("delete from OneTimeLink l where l.expiresAt < :before")
    void forget(Instant before);
}
