package io.throughline.survey;

import io.throughline.shared.CurrentViewer;
import io.throughline.shared.DomainException;
import io.throughline.shared.OrganisationId;
import io.throughline.shared.Viewer;
import io.throughline.shared.persistence.Command;
import io.throughline.shared.row.Columns;
import io.throughline.shared.row.Utc;
import io.throughline.survey.answer.AnswerStore;
import io.throughline.survey.answer.AskedCampaigns;
import io.throughline.survey.answer.OpenSurveys;
import io.throughline.survey.answer.Response;
import io.throughline.survey.answer.ResponseRepository;
import io.throughline.survey.answer.Revisions;
import io.throughline.survey.answer.WorkingCopies;
import io.throughline.survey.answer.WorkingCopy;
import io.throughline.survey.campaign.Invitations;
import io.throughline.survey.campaign.LinkScope;
import io.throughline.survey.campaign.Quotas;
import io.throughline.survey.design.VersionContents;
import io.throughline.survey.logic.Course;
import io.throughline.survey.question.Answer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * A customer answering. In progress, then submitted, then perhaps edited: the submitted revision keeps counting until the
 * new one is submitted. Everything here concerns the viewer's own responses; other people's read like missing ones.
 */
@Service
@Transactional(readOnly = true)
@PreAuthorize("hasAnyRole('CUSTOMER','RESPONDENT')")
public class Answering {

    private final ResponseRepository responses;
    private final AnswerStore store;
    private final WorkingCopies workingCopies;
    private final OpenSurveys openSurveys;
    private final Revisions revisions;
    private final VersionContents contents;
    private final AskedCampaigns campaigns;
    private final Invitations invitations;
    private final Quotas quotas;
    private final LinkScope scope;
    private final CurrentViewer viewer;
    private final JdbcClient jdbc;
    private final Clock clock;

    Answering(
            ResponseRepository responses,
            AnswerStore store,
            WorkingCopies workingCopies,
            OpenSurveys openSurveys,
            Revisions revisions,
            VersionContents contents,
            AskedCampaigns campaigns,
            Invitations invitations,
            Quotas quotas,
            LinkScope scope,
            CurrentViewer viewer,
            JdbcClient jdbc,
            Clock clock) {
        this.responses = responses;
        this.store = store;
        this.workingCopies = workingCopies;
        this.openSurveys = openSurveys;
        this.revisions = revisions;
        this.contents = contents;
        this.campaigns = campaigns;
        this.invitations = invitations;
        this.quotas = quotas;
        this.scope = scope;
        this.viewer = viewer;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Surveys open to the viewer, the one closing first on top. */
    @PreAuthorize("hasRole('CUSTOMER')")
    public List<OpenSurvey> open() {
        var person = viewer.get();
        var organisation = person.organisation();
        return organisation == null ? List.of() : openSurveys.of(person.id(), organisation, clock.instant());
    }

    /** The first page. @throws DomainException NOT_FOUND if the viewer isn't asked, NOT_YET_OPEN */
    public SurveyIntro intro(CampaignId id) {
        scope.require(id);
        var asked = campaigns.of(id, viewer.get());
        if (clock.instant().isBefore(asked.opensAt())) {
            throw new DomainException(SurveyError.NOT_YET_OPEN);
        }
        return campaigns.intro(asked);
    }

    /** Whether enough answers like the viewer's are there, so that nobody begins any more. @throws DomainException NOT_FOUND */
    public boolean isEnough(CampaignId id) {
        scope.require(id);
        return quotas.isReached(id, campaigns.of(id, viewer.get()).voice().segment());
    }

    /** The viewer's response in this campaign, if there is one. */
    public Optional<ResponseId> find(CampaignId id) {
        scope.require(id);
        return responses
                .findByCampaignIdAndPersonId(id.value(), viewer.get().id().value())
                .map(Response::id);
    }

    /**
     * Begins a response, or goes on with the one there is.
     *
     * @throws DomainException NOT_FOUND if the viewer isn't asked, NOT_YET_OPEN, CLOSED, ANSWERED_BY_IMPORT,
     *     QUOTA_REACHED, ANSWERED_BY_BALLOT where it is anonymous
     */
    @Command
    @PreAuthorize("hasAnyRole('CUSTOMER','RESPONDENT')")
    public ResponseId start(CampaignId id) {
        scope.require(id);
        var person = viewer.get();
        var existing =
                responses.findByCampaignIdAndPersonId(id.value(), person.id().value());
        if (existing.isPresent()) {
            return existing.get().id();
        }
        var asked = campaigns.of(id, person);
        asked.requireOpen(clock.instant());
        if (contents.of(asked.version()).confidentiality() == Confidentiality.ANONYMOUS) {
            throw new DomainException(SurveyError.ANSWERED_BY_BALLOT);
        }
        if (wasImported(id, person)) {
            throw new DomainException(SurveyError.ANSWERED_BY_IMPORT);
        }
        quotas.requireRoom(id, asked.voice().segment());
        invitations.invite(id, Map.of(person.id(), asked.voice().organisation()), Utc.now(clock));
        try {
            return responses
                    .saveAndFlush(new Response(id, person.id(), asked.voice().organisation(), Utc.now(clock)))
                    .id();
        } catch (DuplicateKeyException e) {
            // Started meanwhile in another tab: a second look finds it.
            throw new CannotAcquireLockException("started meanwhile in another tab", e);
        }
    }

    private boolean wasImported(CampaignId id, Viewer person) {
        return jdbc.sql("""
                                select count(*) from respondent_link l join response r on r.person_id = l.respondent_id
                                where l.person_id = ? and r.campaign_id = ?""")
                        .params(person.id().value(), id.value())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** A response of the viewer's own, also after closing. @throws DomainException NOT_FOUND */
    public AnswerSheet sheet(ResponseId id) {
        scope.require(id);
        var loadedAt = Utc.now(clock);
        var person = viewer.get();
        var head = jdbc.sql("""
                        select campaign_id, organisation_id, submitted_revision, submitted_edits, submitted_at
                        from response where id = ? and person_id = ?""")
                .params(id.value(), person.id().value())
                .query((row, number) -> Head.of(row))
                .optional()
                .orElseThrow(DomainException::notFound);
        var asked = campaigns.of(head.campaign(), head.organisation());
        var working = workingCopies.of(id);
        var answers = new LinkedHashMap<QuestionId, HeldAnswer>();
        working.held()
                .values()
                .forEach(one -> answers.put(one.question(), new HeldAnswer(one.answer(), one.revision(), one.at())));
        return new AnswerSheet(
                id,
                head.campaign(),
                campaigns.intro(asked),
                contents.of(asked.version()),
                answers,
                ResponseState.of(head.submittedRevision(), head.submittedEdits(), working.edits()),
                asked.isOpen(loadedAt),
                head.submittedRevision(),
                head.submittedAt(),
                loadedAt);
    }

    /** When another tab last saved any answer of this response. */
    public Optional<Instant> savedElsewhere(ResponseId id, UUID tab) {
        scope.require(id);
        return jdbc.sql("""
                        select max(a.saved_at) saved_at from answer a join response r on r.id = a.response_id
                        where a.response_id = ? and a.tab <> ? and r.person_id = ?""")
                .params(id.value(), tab, viewer.get().id().value())
                .query((row, number) -> Optional.ofNullable(Utc.optional(row, "saved_at")))
                .single();
    }

    /**
     * Stores one answer durably, complete or not. A save that reaches the server before closing is taken. The later save
     * wins; the earlier tab learns it from {@link Saved}.
     *
     * @throws DomainException NOT_FOUND, NOT_YET_OPEN, CLOSED, or what makes it no answer to this question
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    @PreAuthorize("hasAnyRole('CUSTOMER','RESPONDENT')")
    public Saved save(ResponseId id, QuestionId question, Answer answer, Stamp stamp) {
        scope.require(id);
        return store.save(viewer.get(), id, question, answer, stamp, Utc.now(clock));
    }

    /** What is still missing; empty if it may be submitted. @throws DomainException NOT_FOUND */
    public List<Gap> gaps(ResponseId id) {
        var sheet = sheet(id);
        return Gap.in(sheet.course(), sheet.given());
    }

    /**
     * Makes what stands saved count. Submitting again what was submitted already gives the same receipt and does nothing,
     * so that two tabs, a double click or a retry after a lost connection end in one response.
     *
     * @throws DomainException NOT_FOUND, NOT_YET_OPEN, CLOSED, INCOMPLETE (see {@link #gaps})
     */
    @Command
    @PreAuthorize("hasAnyRole('CUSTOMER','RESPONDENT')")
    public Receipt submit(ResponseId id) {
        scope.require(id);
        var person = viewer.get();
        var response =
                responses.findByIdAndPersonId(id.value(), person.id().value()).orElseThrow(DomainException::notFound);
        var working = workingCopies.of(id);
        long edits = working.edits();
        var submittedAt = response.submittedAt();
        if (submittedAt != null && response.isSubmittedAt(edits)) {
            return new Receipt(id, response.submittedRevision(), submittedAt, true);
        }
        var asked = campaigns.of(response.campaign(), person);
        var now = Utc.now(clock);
        asked.requireOpen(now);
        var content = contents.of(asked.version());
        var answers = working.answers();
        var course = Course.of(content, answers);
        var gaps = Gap.in(course, answers);
        if (!gaps.isEmpty()) {
            throw new DomainException(SurveyError.INCOMPLETE, gaps.size());
        }
        var counting = course.counted(working.held());
        response.submit(edits, asked.voice(), course.hidden(content), WorkingCopy.hashOf(counting.values()), now);
        workingCopies.freeze(id, response.submittedRevision(), counting.keySet());
        responses.save(response);
        revisions.add(
                id,
                response.submittedRevision(),
                submittedAt,
                content.questions().stream()
                        .filter(question -> course.shows(question.id()))
                        .toList(),
                answers);
        return new Receipt(id, response.submittedRevision(), now, false);
    }

    private record Head(
            CampaignId campaign,
            OrganisationId organisation,
            int submittedRevision,
            long submittedEdits,
            @Nullable Instant submittedAt) {

        static Head of(ResultSet row) throws SQLException {
            return new Head(
                    new CampaignId(Columns.uuid(row, "campaign_id")),
                    new OrganisationId(Columns.uuid(row, "organisation_id")),
                    row.getInt("submitted_revision"),
                    row.getLong("submitted_edits"),
                    Utc.optional(row, "submitted_at"));
        }
    }
}
