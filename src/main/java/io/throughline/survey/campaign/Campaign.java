package io.throughline.survey.campaign;

import io.throughline.shared.DomainException;
import io.throughline.shared.Hashes;
import io.throughline.shared.PersonId;
import io.throughline.shared.act.Act;
import io.throughline.shared.act.ActKind;
import io.throughline.shared.act.ObjectRef;
import io.throughline.shared.persistence.AggregateRoot;
import io.throughline.survey.CampaignId;
import io.throughline.survey.Confidentiality;
import io.throughline.survey.SharedFrom;
import io.throughline.survey.SharedWith;
import io.throughline.survey.Sharing;
import io.throughline.survey.SurveyError;
import io.throughline.survey.SurveyId;
import io.throughline.survey.SurveyState;
import io.throughline.survey.SurveyVersionId;
import io.throughline.survey.design.Survey;
import io.throughline.survey.design.SurveyVersion;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One round of asking: a version sent to an audience for a time. */
@Entity
@Table(name = "campaign")
public class Campaign extends AggregateRoot {

    public static final String KIND = "campaign";

    /** What the database can keep. */
    private static final Instant LAST_END = Instant.parse("9999-12-31T23:59:59Z");

    @Column(updatable = false)
    private UUID surveyId = new UUID(0, 0);

    @Column(updatable = false)
    private UUID surveyVersionId = new UUID(0, 0);

    @Column(updatable = false)
    private int number;

    @Column(updatable = false)
    private Instant opensAt = Instant.EPOCH;

    private Instant closesAt = Instant.EPOCH;
    private @Nullable Instant closedAt;

    @Column(updatable = false)
    private Instant publishedAt = Instant.EPOCH;

    @Column(updatable = false)
    private UUID publishedBy = new UUID(0, 0);

    @Column(updatable = false)
    private boolean following;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private Confidentiality confidentiality = Confidentiality.NAMED;

    @Column(updatable = false)
    private int groupSize;

    private @Nullable Instant removedAt;

    @Enumerated(EnumType.STRING)
    private SharedWith sharedWith = Sharing.USUAL.with();

    @Enumerated(EnumType.STRING)
    private SharedFrom sharedFrom = Sharing.USUAL.from();

    protected Campaign() {}

    /**
     * @param number within the survey, from 1
     * @param following also asks who comes while it is open; an anonymous one never does: whoever makes accounts could make
     *     all but one of those who are counted together
     * @param sharing whether those asked see its results
     * @throws DomainException CLOSES_BEFORE_OPENING, OPENS_TOO_EARLY, CLOSES_IN_THE_PAST, CLOSES_TOO_LATE
     */
    Campaign(
            SurveyVersion asked,
            int number,
            PersonId publisher,
            boolean following,
            Sharing sharing,
            Instant opensAt,
            Instant closesAt,
            Instant now) {
        requireAfter(opensAt, closesAt);
        if (opensAt.isBefore(Instant.EPOCH)) {
            throw new DomainException(SurveyError.OPENS_TOO_EARLY, LocalDate.EPOCH);
        }
        requireFuture(closesAt, now);
        requireKeepable(closesAt);
        this.surveyId = asked.survey().value();
        this.surveyVersionId = asked.uuid();
        this.number = number;
        this.opensAt = opensAt;
        this.closesAt = closesAt;
        this.publishedAt = now;
        this.publishedBy = publisher.value();
        this.sharedWith = sharing.with();
        this.sharedFrom = sharing.from();
        var content = asked.content();
        this.confidentiality = content.confidentiality();
        this.groupSize = content.groupSize();
        this.following = following && !isAnonymous();
        record(Act.of(ActKind.CAMPAIGN_PUBLISHED, survey(), ref()));
    }

    private static void requireAfter(Instant opensAt, Instant closesAt) {
        if (!opensAt.isBefore(closesAt)) {
            throw new DomainException(SurveyError.CLOSES_BEFORE_OPENING);
        }
    }

    private static void requireFuture(Instant closesAt, Instant now) {
        if (!closesAt.isAfter(now)) {
            throw new DomainException(SurveyError.CLOSES_IN_THE_PAST);
        }
    }

    private static void requireKeepable(Instant closesAt) {
        if (closesAt.isAfter(LAST_END)) {
            throw new DomainException(SurveyError.CLOSES_TOO_LATE, LocalDate.ofInstant(LAST_END, ZoneOffset.UTC));
        }
    }

    /** Ends it before its time; nothing answered is lost. @throws DomainException ALREADY_CLOSED */
    public void close(Instant now) {
        if (state(now) == SurveyState.CLOSED) {
            throw new DomainException(SurveyError.ALREADY_CLOSED);
        }
        closedAt = now;
        record(Act.of(ActKind.SURVEY_CLOSED, survey(), ref()));
    }

    /**
     * Gives more time. To an anonymous one not, either, whose end was set down when its last ballots were counted, whatever
     * this server's clock says.
     *
     * @throws DomainException ALREADY_CLOSED, NOT_LATER, CLOSES_TOO_LATE
     */
    public void extend(Instant until, Instant now) {
        if (state(now) == SurveyState.CLOSED || isAnonymous() && closedAt != null) {
            throw new DomainException(SurveyError.ALREADY_CLOSED);
        }
        if (!until.isAfter(closesAt())) {
            throw new DomainException(SurveyError.NOT_LATER);
        }
        requireKeepable(until);
        closesAt = until;
        closedAt = null;
        record(Act.of(ActKind.CAMPAIGN_EXTENDED, survey(), ref()));
    }

    /**
     * Takes answers again. An anonymous one doesn't: its last figures would tell from those before what a few have said.
     *
     * @throws DomainException NOT_CLOSED, ANONYMOUS_STAYS_CLOSED, CLOSES_IN_THE_PAST, CLOSES_BEFORE_OPENING if it was
     *     closed before it opened, CLOSES_TOO_LATE
     */
    public void reopen(Instant until, String reason, Instant now) {
        if (state(now) != SurveyState.CLOSED) {
            throw new DomainException(SurveyError.NOT_CLOSED);
        }
        if (isAnonymous()) {
            throw new DomainException(SurveyError.ANONYMOUS_STAYS_CLOSED);
        }
        requireFuture(until, now);
        requireAfter(opensAt, until);
        requireKeepable(until);
        closesAt = until;
        closedAt = null;
        record(Act.of(ActKind.CAMPAIGN_REOPENED, survey(), ref()).withHash(Hashes.sha256(reason)));
    }

    /** From now on its answers may be deleted, and are not read any more. Doing it again changes nothing. */
    public void removeAnswers(String figuresHash, Instant now) {
        if (removedAt == null) {
            removedAt = now;
            record(Act.of(ActKind.ANSWERS_REMOVED, survey(), ref()).withHash(figuresHash));
        }
    }

    /** When its single answers were removed; null where they are there. */
    @Nullable
    public Instant removedAt() {
        return removedAt;
    }

    /** @throws DomainException ANSWERS_REMOVED */
    public void requireAnswers() {
        if (removedAt != null) {
            throw new DomainException(SurveyError.ANSWERS_REMOVED, removedAt);
        }
    }

    /** Changes who of those asked sees its results; the same again changes nothing. */
    public void share(Sharing sharing) {
        if (sharing.equals(sharing())) {
            return;
        }
        sharedWith = sharing.with();
        sharedFrom = sharing.from();
        record(Act.of(ActKind.RESULTS_SHARED, survey(), ref())
                .withHash(Hashes.sha256(sharing.with() + " " + sharing.from())));
    }

    Sharing sharing() {
        return new Sharing(sharedWith, sharedFrom);
    }

    public SurveyState state(Instant now) {
        return state(now, opensAt, closesAt, closedAt);
    }

    public static SurveyState state(Instant now, Instant opensAt, Instant closesAt, @Nullable Instant closedAt) {
        if (closedAt != null && !now.isBefore(closedAt) || !now.isBefore(closesAt)) {
            return SurveyState.CLOSED;
        }
        return now.isBefore(opensAt) ? SurveyState.SCHEDULED : SurveyState.OPEN;
    }

    public CampaignId id() {
        return new CampaignId(uuid());
    }

    public SurveyId surveyId() {
        return new SurveyId(surveyId);
    }

    public SurveyVersionId surveyVersion() {
        return new SurveyVersionId(surveyVersionId);
    }

    public Confidentiality confidentiality() {
        return confidentiality;
    }

    /** Of an anonymous one: fewer people are never told apart from the others. */
    public int groupSize() {
        return groupSize;
    }

    public boolean isAnonymous() {
        return confidentiality == Confidentiality.ANONYMOUS;
    }

    boolean following() {
        return following;
    }

    public int number() {
        return number;
    }

    Instant opensAt() {
        return opensAt;
    }

    /** When answers stop being taken: the announced time, or earlier where it was closed by hand. */
    public Instant closesAt() {
        return end(closesAt, closedAt);
    }

    public static Instant end(Instant closesAt, @Nullable Instant closedAt) {
        return closedAt != null && closedAt.isBefore(closesAt) ? closedAt : closesAt;
    }

    private ObjectRef survey() {
        return new ObjectRef(Survey.KIND, surveyId);
    }

    public ObjectRef ref() {
        return new ObjectRef(KIND, uuid());
    }
}
