package io.throughline.survey;

import io.throughline.shared.CurrentViewer;
import io.throughline.shared.DomainException;
import io.throughline.shared.Hashes;
import io.throughline.shared.persistence.Command;
import io.throughline.shared.row.Columns;
import io.throughline.shared.row.Utc;
import io.throughline.survey.lineage.EarlierFate;
import io.throughline.survey.lineage.NextVersion;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Publishing as a program asks for it: a draft is published, what is published is asked once more. */
@Service
@Transactional(readOnly = true)
@PreAuthorize("hasRole('PROJECT_MANAGER')")
public class CampaignRequests {

    private final Campaigns campaigns;
    private final Surveys surveys;
    private final NextVersion next;
    private final CurrentViewer viewer;
    private final JdbcClient jdbc;
    private final Clock clock;

    CampaignRequests(
            Campaigns campaigns,
            Surveys surveys,
            NextVersion next,
            CurrentViewer viewer,
            JdbcClient jdbc,
            Clock clock) {
        this.campaigns = campaigns;
        this.surveys = surveys;
        this.next = next;
        this.viewer = viewer;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @throws DomainException as {@link Campaigns#publish} and {@link Campaigns#again} */
    @Command
    public CampaignId carryOut(SurveyId id, Round round, List<Locale> languages) {
        var detail = surveys.detail(id);
        return detail.campaigns().isEmpty()
                ? campaigns.publish(id, detail.version(), round, languages)
                : campaigns.again(
                        id,
                        detail.campaigns().stream()
                                        .mapToInt(CampaignInfo::number)
                                        .max()
                                        .orElse(0)
                                + 1,
                        round);
    }

    /**
     * As above, but only the first time: the same request again gives the campaign it made.
     *
     * @param key chosen by the sender, another for every request; at most 100 characters
     * @param hash of what was sent
     * @throws DomainException IDEMPOTENCY_KEY_USED, and as above
     */
    @Command
    public CampaignId once(SurveyId id, String key, String hash, Round round, List<Locale> languages) {
        return once(id, key, hash, () -> carryOut(id, round, languages));
    }

    /**
     * Publishes the next version of a survey, only the first time: the same request again gives the campaign it made.
     *
     * @param key chosen by the sender, another for every request; at most 100 characters
     * @param hash of what was sent
     * @param version of the draft as it was seen
     * @throws DomainException IDEMPOTENCY_KEY_USED, and as {@link NextVersion#publish}
     */
    @Command
    public CampaignId onceNext(
            SurveyId id,
            String key,
            String hash,
            long version,
            Round round,
            List<Locale> languages,
            EarlierFate earlier) {
        return once(id, key, hash, () -> next.publish(id, version, round, languages, earlier));
    }

    private CampaignId once(SurveyId id, String key, String hash, Supplier<CampaignId> act) {
        var request = Hashes.sha256(hash + id.value());
        var before = before(key, request);
        if (before.isPresent()) {
            return before.get();
        }
        var campaign = act.get();
        try {
            jdbc.sql("""
                            insert into campaign_request (person_id, request_key, request_hash, campaign_id, received_at)
                            values (?, ?, ?, ?, ?)""")
                    .params(viewer.get().id().value(), key, request, campaign.value(), Utc.column(Utc.now(clock)))
                    .update();
        } catch (DuplicateKeyException e) {
            throw new CannotAcquireLockException("the same request is carried out just now", e);
        }
        return campaign;
    }

    private Optional<CampaignId> before(String key, String request) {
        return jdbc.sql(
                        "select request_hash, campaign_id from campaign_request where person_id = ? and request_key = ?")
                .params(viewer.get().id().value(), key)
                .query((row, number) -> {
                    if (!row.getString("request_hash").equals(request)) {
                        throw new DomainException(SurveyError.IDEMPOTENCY_KEY_USED);
                    }
                    return new CampaignId(Columns.uuid(row, "campaign_id"));
                })
                .optional();
    }
}
