package io.throughline.survey;

import io.throughline.shared.DomainException;
import io.throughline.shared.Hashes;
import io.throughline.shared.OrganisationId;
import io.throughline.shared.Progress;
import io.throughline.shared.act.Act;
import io.throughline.shared.act.ActKind;
import io.throughline.shared.act.ObjectRef;
import io.throughline.shared.persistence.Command;
import io.throughline.shared.row.Utc;
import io.throughline.survey.campaign.CampaignAccess;
import io.throughline.survey.campaign.CampaignRows;
import io.throughline.survey.count.KnownCells;
import io.throughline.survey.count.WantedCells;
import io.throughline.survey.design.Survey;
import io.throughline.survey.design.SurveyAccess;
import io.throughline.survey.question.Question;
import io.throughline.survey.question.Result;
import io.throughline.survey.results.AnonymousResults;
import io.throughline.survey.results.AnswersBehind;
import io.throughline.survey.results.CountedResults;
import io.throughline.survey.results.ItemFinding;
import io.throughline.survey.results.ReadableResults;
import io.throughline.survey.results.ResultsAccess;
import io.throughline.survey.results.ResultsCsv;
import io.throughline.survey.results.ToldTurnouts;
import io.throughline.survey.results.WantedResults;
import io.throughline.survey.results.WeightSets;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What a survey found out. Only submitted revisions count; those in progress are a number beside n. */
@Service
@Transactional(readOnly = true)
@PreAuthorize("hasAnyRole('PROJECT_MANAGER','MANAGER')")
public class SurveyResults {

    /** Of fewer people no figures are kept once single answers are removed. */
    public static final int KEPT_OF = SurveyAccess.SMALLEST_GROUP;

    private final SurveyAccess access;
    private final CampaignAccess campaignAccess;
    private final CampaignRows campaigns;
    private final ResultsAccess reading;
    private final WantedCells cells;
    private final CountedResults counted;
    private final ToldTurnouts turnouts;
    private final AnswersBehind behind;
    private final AnonymousResults anonymous;
    private final WeightSets weights;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SurveyResults(
            SurveyAccess access,
            CampaignAccess campaignAccess,
            CampaignRows campaigns,
            ResultsAccess reading,
            WantedCells cells,
            CountedResults counted,
            ToldTurnouts turnouts,
            AnswersBehind behind,
            AnonymousResults anonymous,
            WeightSets weights,
            ApplicationEventPublisher events,
            Clock clock) {
        this.access = access;
        this.campaignAccess = campaignAccess;
        this.campaigns = campaigns;
        this.reading = reading;
        this.cells = cells;
        this.counted = counted;
        this.turnouts = turnouts;
        this.behind = behind;
        this.anonymous = anonymous;
        this.weights = weights;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Who has answered, per organisation, by name; per segment that may be looked at alone for those who are not to know who
     * answered.
     *
     * @throws DomainException NOT_FOUND, or what the filter is refused for
     */
    public List<Turnout> turnout(CampaignId campaign, ResultsFilter filter) {
        return turnouts.of(reading.readable(campaign, filter), filter);
    }

    /** The segments asked whose figures the viewer may read alone, in alphabetical order. @throws DomainException NOT_FOUND */
    public List<String> segments(CampaignId campaign) {
        return turnouts.segments(reading.readable(campaign));
    }

    /**
     * The organisations asked, by name; none for those who are not to know who answered, who may not filter by anything but
     * segments, and where single answers were removed.
     *
     * @throws DomainException NOT_FOUND
     */
    public Map<OrganisationId, String> organisations(CampaignId campaign) {
        return turnouts.organisations(reading.readable(campaign));
    }

    /**
     * Refuses a filter that names what isn't there, where it would otherwise be answered with the figures of nobody.
     *
     * @param campaigns looked at together: an organisation must have been asked in one of them
     * @throws DomainException NOT_FOUND
     */
    public void requireAsked(List<CampaignId> campaigns, ResultsFilter filter) {
        reading.requireAsked(campaigns, filter);
    }

    /** What a campaign asks. @throws DomainException NOT_FOUND */
    public SurveyContent asked(CampaignId id) {
        return reading.readable(id).content();
    }

    /**
     * All figures of a campaign, up to the last answer submitted.
     *
     * @throws DomainException NOT_FOUND, or what the filter is refused for
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    public ResultsReport report(CampaignId id, ResultsFilter filter) {
        return report(id, filter, Progress.UNWATCHED);
    }

    /**
     * As {@link #report(CampaignId, ResultsFilter)}, for whoever waits for it.
     *
     * @param progress of counting, or of looking through answers
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    public ResultsReport report(CampaignId id, ResultsFilter filter, Progress progress) {
        var readable = reading.readable(id, filter);
        var campaign = readable.campaign();
        var questions = readable.content().questions();
        var state = campaign.removedAt() == null ? cells.of(id, filter, progress) : KnownCells.NOTHING;
        var found = counted.of(WantedResults.of(readable, filter), questions, state);
        return new ResultsReport(
                id,
                campaign.surveyVersion(),
                readable.survey().id(),
                readable.survey().key(),
                readable.content().title(),
                campaign.state(clock.instant()),
                filter,
                turnouts.of(readable, filter, state),
                campaign.removedAt() == null ? readable.least() : KEPT_OF,
                campaign.isAnonymous() && campaign.removedAt() == null
                        ? anonymous.uncounted(campaign, clock.instant())
                        : 0,
                weights.inForce(id),
                campaign.removedAt(),
                IntStream.range(0, found.size())
                        .mapToObj(at -> new QuestionReport(questions.get(at), found.get(at)))
                        .toList());
    }

    /**
     * The campaign that speaks for a version: the newest one anybody answered, or else the newest. Waves are never mixed.
     *
     * @throws DomainException NOT_FOUND
     */
    public CampaignId speakingFor(SurveyVersionId version) {
        var campaign = campaigns.speakingFor(version);
        access.readable(campaignAccess.campaign(campaign).surveyId());
        return campaign;
    }

    /**
     * What is found about one item, over all segments. Of a survey that is not named it is what may be told to all, whoever
     * asks: it is written down where others read it.
     *
     * @throws DomainException NOT_FOUND, UNKNOWN_QUESTION, UNKNOWN_ITEM (always for own words, which have none)
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    public ItemFigures itemFigures(CampaignId campaign, QuestionId questionId, String item) {
        var question = requireReadable(campaign, questionId, item);
        var asked = reading.readable(campaign).campaign();
        var result = all(
                asked.confidentiality() == Confidentiality.NAMED
                        ? WantedResults.named(asked, ResultsFilter.NONE)
                        : WantedResults.unnamed(asked, ResultsFilter.NONE),
                question);
        var found = ItemFinding.of(result, item);
        return new ItemFigures(
                asked.surveyVersion(),
                questionId,
                item,
                question.method().name(),
                question.method().version(),
                result.size(),
                found.named(),
                found.importance(),
                found.satisfaction(),
                found.rating(),
                Utc.now(clock));
    }

    private Result all(WantedResults wanted, Question question) {
        return counted.of(wanted, List.of(question), Progress.UNWATCHED).getFirst();
    }

    /**
     * Single answers to a question, or those that name, rate or give points to one of its items; last submitted first.
     *
     * @param item null for all answers to the question
     * @param limit at most 200
     * @throws DomainException NOT_FOUND, UNKNOWN_QUESTION, UNKNOWN_ITEM, or what the filter is refused for
     */
    public List<AnswerBehind> answersBehind(
            CampaignId campaign,
            QuestionId questionId,
            @Nullable String item,
            ResultsFilter filter,
            int offset,
            int limit) {
        var question = requireReadable(campaign, questionId, item);
        var readable = reading.readable(campaign, filter);
        return isHidden(readable, question, filter)
                ? List.of()
                : behind.page(campaign, questionId, item, filter, readable.names(), offset, limit);
    }

    /** As {@link #answersBehind(CampaignId, QuestionId, String, ResultsFilter, int, int)}, of everybody. */
    public List<AnswerBehind> answersBehind(
            CampaignId campaign, QuestionId questionId, @Nullable String item, int offset, int limit) {
        return answersBehind(campaign, questionId, item, ResultsFilter.NONE, offset, limit);
    }

    /**
     * Removed ones are nobody's to read. For whoever is not to know who answered, single answers say nothing of where they
     * come from, and are there where figures are.
     */
    private boolean isHidden(ReadableResults readable, Question question, ResultsFilter filter) {
        return readable.campaign().removedAt() != null
                || !readable.names()
                        && (!filter.isNone()
                                || all(WantedResults.of(readable, filter), question)
                                                .size()
                                                .people()
                                        == 0);
    }

    /** How many {@link #answersBehind} would give without a limit. */
    public int countBehind(CampaignId campaign, QuestionId questionId, @Nullable String item, ResultsFilter filter) {
        var question = requireReadable(campaign, questionId, item);
        return isHidden(reading.readable(campaign, filter), question, filter)
                ? 0
                : behind.count(campaign, questionId, item, filter);
    }

    /** As {@link #countBehind(CampaignId, QuestionId, String, ResultsFilter)}, of everybody. */
    public int countBehind(CampaignId campaign, QuestionId questionId, @Nullable String item) {
        return countBehind(campaign, questionId, item, ResultsFilter.NONE);
    }

    private Question requireReadable(CampaignId campaign, QuestionId questionId, @Nullable String item) {
        var question = asked(campaign).question(questionId);
        if (item != null) {
            requireItem(question, item);
        }
        return question;
    }

    private static void requireItem(Question question, String item) {
        if (question.items().stream().noneMatch(one -> one.key().equals(item))) {
            throw new DomainException(SurveyError.UNKNOWN_ITEM);
        }
    }

    /**
     * The figures as a table (RFC 4180, UTF-8): one line per question, item and weighting, with method, n, N and limits.
     *
     * @throws DomainException NOT_FOUND, or what the filter is refused for
     */
    @Command
    @PreAuthorize("hasAnyRole('PROJECT_MANAGER','MANAGER')")
    public String exportCsv(CampaignId campaign, ResultsFilter filter, Locale locale) {
        var report = report(campaign, filter);
        var csv = ResultsCsv.of(report, locale);
        events.publishEvent(Act.of(ActKind.RESULTS_EXPORTED, ObjectRef.of(Survey.KIND, report.survey()))
                .withHash(Hashes.sha256(csv)));
        return csv;
    }
}
