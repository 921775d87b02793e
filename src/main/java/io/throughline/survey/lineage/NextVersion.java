package io.throughline.survey.lineage;

import io.throughline.shared.CommonError;
import io.throughline.shared.CurrentViewer;
import io.throughline.shared.DomainException;
import io.throughline.shared.Hashes;
import io.throughline.shared.act.Act;
import io.throughline.shared.act.ActKind;
import io.throughline.shared.persistence.Command;
import io.throughline.shared.row.Utc;
import io.throughline.survey.CampaignId;
import io.throughline.survey.Confidentiality;
import io.throughline.survey.Round;
import io.throughline.survey.SurveyContent;
import io.throughline.survey.SurveyError;
import io.throughline.survey.SurveyId;
import io.throughline.survey.campaign.Campaign;
import io.throughline.survey.campaign.CampaignAccess;
import io.throughline.survey.campaign.CampaignStart;
import io.throughline.survey.design.Survey;
import io.throughline.survey.design.SurveyAccess;
import io.throughline.survey.design.SurveyJson;
import io.throughline.survey.design.SurveyStore;
import io.throughline.survey.design.SurveyVersion;
import io.throughline.survey.lineage.VersionDecisions.Drafted;
import io.throughline.survey.lineage.VersionDecisions.Final;
import io.throughline.survey.version.Decision;
import io.throughline.survey.version.Edit;
import io.throughline.survey.version.Edits;
import io.throughline.survey.version.Lines;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.modulith.NamedInterface;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The draft that follows a published version: what it changes, which collected answers that touches, what becomes of them,
 * and its publication as the next version. What was published and answered is never changed by any of it.
 */
@NamedInterface("lineage")
@Service
@Transactional(readOnly = true)
@PreAuthorize("hasRole('PROJECT_MANAGER')")
public class NextVersion {

    private final SurveyStore surveys;
    private final CampaignStart start;
    private final EarlierRounds earlierRounds;
    private final SurveyAccess access;
    private final CampaignAccess campaignAccess;
    private final TouchedAnswers touched;
    private final VersionDecisions decisions;
    private final VersionLines lines;
    private final CurrentViewer viewer;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    NextVersion(
            SurveyStore surveys,
            CampaignStart start,
            EarlierRounds earlierRounds,
            SurveyAccess access,
            CampaignAccess campaignAccess,
            TouchedAnswers touched,
            VersionDecisions decisions,
            VersionLines lines,
            CurrentViewer viewer,
            ApplicationEventPublisher events,
            Clock clock) {
        this.surveys = surveys;
        this.start = start;
        this.earlierRounds = earlierRounds;
        this.access = access;
        this.campaignAccess = campaignAccess;
        this.touched = touched;
        this.decisions = decisions;
        this.lines = lines;
        this.viewer = viewer;
        this.events = events;
        this.clock = clock;
    }

    /**
     * For how many edits somebody still has to say what becomes of the answers they touch.
     *
     * @throws DomainException NOT_FOUND, NOT_ALLOWED, NOT_PUBLISHED
     */
    public int undecided(SurveyId id) {
        var survey = access.editable(id);
        var base = last(survey);
        var edits = edits(survey, base);
        return Lines.undecided(edits, wishes(decided(base, edits))).size();
    }

    /** @throws DomainException NOT_FOUND, NOT_ALLOWED, NOT_PUBLISHED */
    public VersionImpact impact(SurveyId id) {
        var survey = access.editable(id);
        var base = last(survey);
        var edits = edits(survey, base);
        var counts = touched.of(id, base.id(), edits);
        var decided = decided(base, edits);
        return new VersionImpact(
                base.number() + 1,
                base.content(),
                survey.content(),
                edits.stream()
                        .map(edit -> new TouchingEdit(
                                edit,
                                fingerprint(edit),
                                counts.getOrDefault(edit.key(), Touched.NONE),
                                shown(decided.get(edit.key()))))
                        .toList());
    }

    private static @Nullable Decided shown(@Nullable Drafted one) {
        return one == null ? null : new Decided(one.decision(), one.name(), one.at());
    }

    /**
     * Says what becomes of the answers that edits touch. It can be said otherwise until the version is published, and has
     * to be said again once the edit itself is changed.
     *
     * @throws DomainException NOT_FOUND, NOT_ALLOWED, NOT_PUBLISHED, STALE if an edit is no longer what was seen,
     *     DECISION_IMPOSSIBLE
     */
    @Command
    public void decide(SurveyId id, List<Wish> wishes) {
        var survey = access.editable(id);
        var base = last(survey);
        var edits = edits(survey, base).stream().collect(Collectors.toMap(Edit::key, Function.identity()));
        var me = viewer.get();
        for (var wish : wishes) {
            var edit = edits.get(wish.edit());
            if (edit == null || !fingerprint(edit).equals(wish.fingerprint())) {
                throw new DomainException(CommonError.STALE);
            }
            if (!edit.offer().isOpen() || !edit.offer().allows(wish.decision())) {
                throw new DomainException(SurveyError.DECISION_IMPOSSIBLE);
            }
            decisions.draft(
                    base.id(),
                    wish.edit(),
                    new Drafted(wish.fingerprint(), survey.version(), wish.decision(), me.id(), "", Utc.now(clock)));
        }
    }

    /**
     * Publishes the draft as the next version and asks it for the first time.
     *
     * @param version of the draft as it was seen
     * @param languages it is asked in, at least one
     * @throws DomainException NOT_FOUND, NOT_ALLOWED, STALE, NOT_PUBLISHED, NOTHING_CHANGED, UNDECIDED, MAPPED_TWICE,
     *     REQUIRED, TOO_LONG, ALREADY_CLOSED, NO_AUDIENCE, CONFIDENTIAL_ALL_ASKED if who answered a confidential version
     *     is to be left out, and what else is missing
     */
    @Command
    public CampaignId publish(SurveyId id, long version, Round round, List<Locale> languages, EarlierFate earlier) {
        var survey = access.editable(id);
        survey.requireVersion(version);
        start.requireSomebody(round);
        var base = last(survey);
        if (earlier.leaveOut() && base.content().confidentiality() == Confidentiality.CONFIDENTIAL) {
            // Many read who is asked, and in the outbox who is invited: all but those who have answered.
            throw new DomainException(SurveyError.CONFIDENTIAL_ALL_ASKED);
        }
        var edits = edits(survey, base);
        var decided = decided(base, edits);
        requireDecided(survey.content(), edits, wishes(decided));
        var published = survey.publishAfter(base, viewer.get().id(), languages, Utc.now(clock));
        var next = surveys.save(survey, published);
        keep(survey, version, base, next, edits, decided);
        earlierRounds.close(id, earlier);
        int number = campaignAccess.newest(survey).map(Campaign::number).orElse(0);
        return start.begin(next, number + 1, round, earlier.leaveOut() ? earlierRounds.answered(base) : Set.of());
    }

    private static void requireDecided(SurveyContent draft, List<Edit> edits, Map<String, Decision> wishes) {
        int undecided = Lines.undecided(edits, wishes).size();
        if (undecided > 0) {
            throw new DomainException(SurveyError.UNDECIDED, undecided);
        }
        if (!Lines.colliding(draft, edits, wishes).isEmpty()) {
            throw new DomainException(SurveyError.MAPPED_TWICE);
        }
    }

    private void keep(
            Survey survey,
            long draft,
            SurveyVersion base,
            SurveyVersion next,
            List<Edit> edits,
            Map<String, Drafted> decided) {
        var counts = touched.of(survey.id(), base.id(), edits);
        var kept = edits.stream()
                .filter(edit -> !edit.offer().possible().isEmpty())
                .map(edit -> new Final(
                        edit.key(),
                        decided.getOrDefault(edit.key(), unasked(edit, draft)),
                        counts.getOrDefault(edit.key(), Touched.NONE)))
                .toList();
        decisions.keep(next.id(), kept);
        lines.keep(next.id(), Lines.of(base.content(), next.content(), edits, wishes(decided)));
        events.publishEvent(Act.of(ActKind.VERSION_DECIDED, survey.ref())
                .withHash(Hashes.sha256(kept.stream()
                        .map(one -> one.edit() + " " + one.decided().decision())
                        .sorted()
                        .collect(Collectors.joining("\n")))));
    }

    /** Where there was one possibility. */
    private Drafted unasked(Edit edit, long draft) {
        var only = Objects.requireNonNull(Lines.decided(edit, null));
        return new Drafted("", draft, only, viewer.get().id(), "", Utc.now(clock));
    }

    private SurveyVersion last(Survey survey) {
        return surveys.newest(survey).orElseThrow(() -> new DomainException(SurveyError.NOT_PUBLISHED, survey.key()));
    }

    private static List<Edit> edits(Survey survey, SurveyVersion base) {
        return Edits.between(base.content(), base.asked(), survey.content());
    }

    /** Decisions that hold: about the edits as they are now. */
    private Map<String, Drafted> decided(SurveyVersion base, List<Edit> edits) {
        var drafted = decisions.drafted(base.id());
        var holding = new HashMap<String, Drafted>();
        for (var edit : edits) {
            var one = drafted.get(edit.key());
            if (one != null
                    && one.fingerprint().equals(fingerprint(edit))
                    && edit.offer().allows(one.decision())) {
                holding.put(edit.key(), one);
            }
        }
        return holding;
    }

    private static Map<String, Decision> wishes(Map<String, Drafted> decided) {
        return decided.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, one -> one.getValue().decision()));
    }

    private static String fingerprint(Edit edit) {
        return Hashes.sha256(SurveyJson.write(edit));
    }
}
