package io.throughline.people.account;

import io.throughline.people.AccountState;
import io.throughline.shared.Role;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface AccountRepository extends Repository<Account, UUID> {

    Account save(Account account);

    void flush();

    Optional<Account> findById(UUID id);

    /** As it is now, and stays until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select a from Account a where a.id = :id")
    Optional<Account> findLockedById(UUID id);

    Optional<Account> findByEmailKey(String key);

    /** Those of them that are taken. */
    @Query("select a.emailKey from Account a where a.emailKey in :keys")
    Set<String> emailKeysIn(Collection<String> keys);

    @Query("select a.id from Account a join a.roles r where r = :role and a.state = :state")
    List<UUID> idsOf(Role role, AccountState state);

    @Query("select count(a) > 0 from Account a join a.roles r where a.id = :id and r = :role and a.state = :state")
    boolean has(UUID id, Role role, AccountState state);
}
