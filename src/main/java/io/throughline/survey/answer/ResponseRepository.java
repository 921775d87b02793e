package io.throughline.survey.answer;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.repository.Repository;

public interface ResponseRepository extends Repository<Response, UUID> {

    Response save(Response response);

    /** Rows of other tables refer to it within the same transaction. */
    Response saveAndFlush(Response response);

    void flush();

    Optional<Response> findByCampaignIdAndPersonId(UUID campaignId, UUID personId);

    /** Locks the one row that submitting competes for, before anything else is read. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<Response> findByIdAndPersonId(UUID id, UUID personId);
}
