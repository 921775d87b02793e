package io.throughline.survey.ballot;

import io.throughline.shared.CurrentViewer;
import io.throughline.shared.DomainException;
import io.throughline.shared.persistence.Command;
import io.throughline.shared.row.Utc;
import io.throughline.survey.AnswerSheet;
import io.throughline.survey.CampaignId;
import io.throughline.survey.Confidentiality;
import io.throughline.survey.Gap;
import io.throughline.survey.HeldAnswer;
import io.throughline.survey.QuestionId;
import io.throughline.survey.ResponseId;
import io.throughline.survey.ResponseState;
import io.throughline.survey.SurveyError;
import io.throughline.survey.answer.AskedCampaigns;
import io.throughline.survey.answer.BallotStanding;
import io.throughline.survey.campaign.Invitations;
import io.throughline.survey.campaign.LinkScope;
import io.throughline.survey.campaign.Quotas;
import io.throughline.survey.design.VersionContents;
import io.throughline.survey.logic.Course;
import io.throughline.survey.question.Answer;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Answering an anonymous survey. The register says who has begun; what is answered goes by a key that only the browser of
 * whoever answers knows, and that opens nothing to anybody else. Nothing here is stored with a time, counted or recorded, and nothing is said in the log.
 */
@Service
@Transactional(readOnly = true)
@PreAuthorize("hasAnyRole('CUSTOMER','RESPONDENT')")
public class Ballots {

    private final BallotBox box;
    private final BallotSeal seal;
    private final BallotTries tries;
    private final VersionContents contents;
    private final AskedCampaigns campaigns;
    private final Invitations invitations;
    private final Quotas quotas;
    private final LinkScope scope;
    private final CurrentViewer viewer;
    private final Clock clock;

    Ballots(
            BallotBox box,
            BallotSeal seal,
            BallotTries tries,
            VersionContents contents,
            AskedCampaigns campaigns,
            Invitations invitations,
            Quotas quotas,
            LinkScope scope,
            CurrentViewer viewer,
            Clock clock) {
        this.box = box;
        this.seal = seal;
        this.tries = tries;
        this.contents = contents;
        this.campaigns = campaigns;
        this.invitations = invitations;
        this.quotas = quotas;
        this.scope = scope;
        this.viewer = viewer;
        this.clock = clock;
    }

    /** Whether the viewer has begun, and has submitted. @throws DomainException NOT_FOUND if the viewer isn't asked */
    public BallotStanding standing(CampaignId campaign) {
        asked(campaign);
        return box.standing(campaign, viewer.get().id());
    }

    /**
     * Begins the viewer's one ballot of this campaign.
     *
     * @return its key, told this once
     * @throws DomainException NOT_FOUND if the viewer isn't asked, NOT_ANONYMOUS, NOT_YET_OPEN, CLOSED, QUOTA_REACHED,
     *     BALLOT_BEGUN if there is one
     */
    @Command
    @PreAuthorize("hasAnyRole('CUSTOMER','RESPONDENT')")
    public BallotKey begin(CampaignId campaign) {
        var asked = asked(campaign);
        asked.requireOpen(clock.instant());
        quotas.requireRoom(campaign, asked.voice().segment());
        var person = viewer.get().id();
        // Whoever joins while it is open is invited as of its opening: the time of beginning is not to be known.
        invitations.invite(campaign, Map.of(person, asked.voice().organisation()), asked.opensAt());
        try {
            box.register(campaign, person);
        } catch (DuplicateKeyException e) {
            throw new DomainException(SurveyError.BALLOT_BEGUN);
        }
        var key = BallotKey.fresh(seal.random());
        box.add(campaign, person, key, asked.voice().organisation());
        return key;
    }

    /**
     * The ballot a key opens that somebody enters, or their browser remembers: of those that open nothing only so many can
     * be tried.
     *
     * @throws DomainException as {@link #sheet}, and BALLOT_PAUSED
     */
    public AnswerSheet open(CampaignId campaign, BallotKey key) {
        return tries.trying(viewer.get().id(), () -> sheet(campaign, key));
    }

    /**
     * The ballot this key opens. Once it is submitted its answers are nobody's to see.
     *
     * @throws DomainException NOT_FOUND, NOT_ANONYMOUS, BALLOT_UNKNOWN if no ballot the viewer began in this campaign
     *     has this key (any more)
     */
    public AnswerSheet sheet(CampaignId campaign, BallotKey key) {
        var asked = asked(campaign);
        var ballot = box.find(campaign, viewer.get().id(), key);
        var answers = new HashMap<QuestionId, HeldAnswer>();
        box.answers(ballot, key).forEach((question, answer) -> answers.put(question, new HeldAnswer(answer, 0, null)));
        var now = Utc.now(clock);
        return new AnswerSheet(
                new ResponseId(ballot.id()),
                campaign,
                campaigns.intro(asked),
                contents.of(asked.version()),
                answers,
                ballot.sealed() ? ResponseState.SUBMITTED : ResponseState.IN_PROGRESS,
                asked.isOpen(now),
                0,
                null,
                now);
    }

    /**
     * Stores one answer durably, complete or not, in the place of the one before; the same again changes nothing.
     *
     * @return when it reached the server, which is not kept
     * @throws DomainException NOT_FOUND, BALLOT_UNKNOWN, BALLOT_SUBMITTED, NOT_YET_OPEN, CLOSED, or what makes it no answer
     *     to this question
     */
    @Command
    @PreAuthorize("hasAnyRole('CUSTOMER','RESPONDENT')")
    public Instant save(CampaignId campaign, BallotKey key, QuestionId question, Answer answer) {
        var arrived = Utc.now(clock);
        var asked = asked(campaign);
        var ballot = locked(campaign, asked, key);
        requireUnsealed(ballot);
        asked.requireOpen(arrived);
        contents.of(asked.version()).question(question).accept(answer).stream()
                .findFirst()
                .ifPresent(problem -> {
                    throw new DomainException(
                            problem.code(), problem.arguments().toArray());
                });
        box.put(ballot.id(), question, answer, key.lock());
        return arrived;
    }

    /** What is still missing; empty if it may be submitted. @throws DomainException NOT_FOUND, BALLOT_UNKNOWN */
    public List<Gap> gaps(CampaignId campaign, BallotKey key) {
        var sheet = sheet(campaign, key);
        return Gap.in(sheet.course(), sheet.given());
    }

    /**
     * Puts the ballot to the others, to be counted with them: from now on nobody sees or changes it. Doing it again changes
     * nothing.
     *
     * @throws DomainException NOT_FOUND, BALLOT_UNKNOWN, NOT_YET_OPEN, CLOSED, INCOMPLETE (see {@link #gaps})
     */
    @Command
    @PreAuthorize("hasAnyRole('CUSTOMER','RESPONDENT')")
    public void submit(CampaignId campaign, BallotKey key) {
        var asked = asked(campaign);
        var ballot = locked(campaign, asked, key);
        if (ballot.sealed()) {
            return;
        }
        asked.requireOpen(Utc.now(clock));
        var answers = box.answers(ballot, key);
        var course = Course.of(contents.of(asked.version()), answers);
        var gaps = Gap.in(course, answers);
        if (!gaps.isEmpty()) {
            throw new DomainException(SurveyError.INCOMPLETE, gaps.size());
        }
        box.seal(ballot.id(), course.counted(answers));
        box.markSubmitted(campaign, viewer.get().id());
    }

    /** Whose ballot went with the campaign's end reads that it has closed, as does whoever has any other key. */
    private BallotBox.Ballot locked(CampaignId campaign, AskedCampaigns.Asked asked, BallotKey key) {
        return box.locked(campaign, viewer.get().id(), key).orElseThrow(() -> {
            asked.requireOpen(Utc.now(clock));
            return BallotBox.unknown();
        });
    }

    private static void requireUnsealed(BallotBox.Ballot ballot) {
        if (ballot.sealed()) {
            throw new DomainException(SurveyError.BALLOT_SUBMITTED);
        }
    }

    private AskedCampaigns.Asked asked(CampaignId campaign) {
        scope.require(campaign);
        var asked = campaigns.of(campaign, viewer.get());
        if (contents.of(asked.version()).confidentiality() != Confidentiality.ANONYMOUS) {
            throw new DomainException(SurveyError.NOT_ANONYMOUS);
        }
        return asked;
    }
}
