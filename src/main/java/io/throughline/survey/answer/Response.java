package io.throughline.survey.answer;

import io.throughline.shared.Hashes;
import io.throughline.shared.Ids;
import io.throughline.shared.OrganisationId;
import io.throughline.shared.PersonId;
import io.throughline.shared.act.Act;
import io.throughline.shared.act.ActKind;
import io.throughline.shared.act.ObjectRef;
import io.throughline.shared.persistence.AggregateRoot;
import io.throughline.survey.CampaignId;
import io.throughline.survey.QuestionId;
import io.throughline.survey.ResponseId;
import io.throughline.survey.ResponseSubmitted;
import io.throughline.survey.campaign.Campaign;
import io.throughline.survey.design.SurveyJson;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** What one person answers in one campaign. Its answers are rows of their own, so that saving one never waits. */
@Entity
@Table(name = "response")
public class Response extends AggregateRoot {

    public static final String KIND = "response";

    @Column(updatable = false)
    private UUID campaignId = new UUID(0, 0);

    @Column(updatable = false)
    private UUID personId = new UUID(0, 0);

    private UUID organisationId = new UUID(0, 0);
    private @Nullable String segment;
    private @Nullable BigDecimal weight;

    @Column(updatable = false)
    private @Nullable String externalId;

    @Column(updatable = false)
    private Instant startedAt = Instant.EPOCH;

    private @Nullable Instant submittedAt;
    private @Nullable Instant firstSubmittedAt;
    private int submittedRevision;
    private long submittedEdits;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable String hidden;

    /** Random, and removed with the answers: the audit trail keeps the hash, and there are few answers to try out. */
    private @Nullable UUID hashSalt;

    protected Response() {}

    public Response(CampaignId campaign, PersonId person, OrganisationId organisation, Instant now) {
        this.campaignId = campaign.value();
        this.personId = person.value();
        this.organisationId = organisation.value();
        this.startedAt = now;
    }

    /** What an import knows of a respondent. */
    public static Response imported(
            CampaignId campaign, PersonId person, OrganisationId organisation, String externalId, Instant now) {
        var response = new Response(campaign, person, organisation, now);
        response.externalId = externalId;
        return response;
    }

    /**
     * What stands in the working copy is what counts from now on.
     *
     * @param edits how many saves made the working copy
     * @param unasked questions that were not asked, as the answers before them had it
     * @param contentHash of the answers
     */
    public void submit(long edits, Voice voice, Set<QuestionId> unasked, String contentHash, Instant now) {
        count(edits, voice, unasked, now);
        record(Act.of(ActKind.RESPONSE_SUBMITTED, ref(), new ObjectRef(Campaign.KIND, campaignId))
                .withHash(salted(contentHash)));
        record(new ResponseSubmitted(Ids.next(), id(), campaign()));
    }

    private String salted(String contentHash) {
        if (hashSalt == null) {
            hashSalt = Ids.random();
        }
        return Hashes.sha256(hashSalt + " " + contentHash);
    }

    /** As {@link #submit}; of what is brought in the act and the event are the import's. */
    public void submitImported(long edits, Voice voice, Set<QuestionId> unasked, Instant now) {
        count(edits, voice, unasked, now);
    }

    private void count(long edits, Voice voice, Set<QuestionId> unasked, Instant now) {
        hidden = unasked.isEmpty() ? null : SurveyJson.write(unasked);
        submittedRevision++;
        submittedEdits = edits;
        submittedAt = now;
        firstSubmittedAt = firstSubmittedAt == null ? now : firstSubmittedAt;
        organisationId = voice.organisation().value();
        segment = voice.segment();
        weight = voice.weight();
    }

    /** Whether the working copy of so many saves is what was submitted last. */
    public boolean isSubmittedAt(long edits) {
        return submittedRevision > 0 && submittedEdits == edits;
    }

    public ResponseId id() {
        return new ResponseId(uuid());
    }

    public CampaignId campaign() {
        return new CampaignId(campaignId);
    }

    public int submittedRevision() {
        return submittedRevision;
    }

    public @Nullable Instant submittedAt() {
        return submittedAt;
    }

    ObjectRef ref() {
        return new ObjectRef(KIND, uuid());
    }
}
