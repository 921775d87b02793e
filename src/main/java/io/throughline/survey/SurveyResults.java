package io.throughline.survey;

import io.throughline.people.OrganisationInfo;
import io.throughline.people.Organisations;
import io.throughline.shared.DomainException;
import io.throughline.shared.Hashes;
import io.throughline.shared.LocalizedText;
import io.throughline.shared.OrganisationId;
import io.throughline.shared.PersonId;
import io.throughline.shared.act.Act;
import io.throughline.shared.act.ActKind;
import io.throughline.shared.act.ObjectRef;
import io.throughline.shared.persistence.Command;
import io.throughline.survey.question.Answer;
import io.throughline.survey.question.BestWorst;
import io.throughline.survey.question.ChoiceOfK;
import io.throughline.survey.question.Chosen;
import io.throughline.survey.question.DateQuestion;
import io.throughline.survey.question.FileQuestion;
import io.throughline.survey.question.Given;
import io.throughline.survey.question.ImportanceSatisfaction;
import io.throughline.survey.question.ImportanceSatisfactionByRating;
import io.throughline.survey.question.Kano;
import io.throughline.survey.question.MultipleChoice;
import io.throughline.survey.question.Nps;
import io.throughline.survey.question.NumberQuestion;
import io.throughline.survey.question.OwnWords;
import io.throughline.survey.question.Pairwise;
import io.throughline.survey.question.Points;
import io.throughline.survey.question.Question;
import io.throughline.survey.question.Ranking;
import io.throughline.survey.question.Result;
import io.throughline.survey.question.Scale;
import io.throughline.survey.question.SingleChoice;
import io.throughline.survey.question.Text;
import io.throughline.survey.question.stats.ByWeighting;
import io.throughline.survey.question.stats.Settings;
import io.throughline.survey.question.stats.Size;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a survey found out. Only submitted revisions count; those in progress are a number beside n. */
@Service
@Transactional(readOnly = true)
@PreAuthorize("hasAnyRole('PROJECT_MANAGER','MANAGER')")
public class SurveyResults {

    private final SurveyAccess access;
    private final CampaignRows campaigns;
    private final VersionContents contents;
    private final SubmittedAnswers answers;
    private final Organisations organisations;
    private final AnswersBehind behind;
    private final AnonymousResults anonymous;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SurveyResults(
            SurveyAccess access,
            CampaignRows campaigns,
            VersionContents contents,
            SubmittedAnswers answers,
            Organisations organisations,
            AnswersBehind behind,
            AnonymousResults anonymous,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            Clock clock) {
        this.access = access;
        this.campaigns = campaigns;
        this.contents = contents;
        this.answers = answers;
        this.organisations = organisations;
        this.behind = behind;
        this.anonymous = anonymous;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Who of an organisation has answered.
     *
     * @param organisation null, like its name empty, where all organisations of a segment are counted together: for those
     *     who are not to know who answered, since an organisation may be one person
     * @param invited people belonging to it now
     * @param inProgress begun and never submitted
     * @param answered submitted, those edited since included
     */
    public record Turnout(
            @Nullable OrganisationId organisation,
            String name,
            String segment,
            BigDecimal weight,
            int invited,
            int inProgress,
            int answered) {}

    /**
     * @param segment null for all
     * @param organisationNames of the organisations figures are given for
     */
    public record Report(
            CampaignId campaign,
            SurveyVersionId surveyVersion,
            SurveyId survey,
            String key,
            LocalizedText title,
            SurveyState state,
            @Nullable String segment,
            List<Turnout> turnout,
            List<QuestionReport> questions) {

        public int answered() {
            return turnout.stream().mapToInt(Turnout::answered).sum();
        }

        public int inProgress() {
            return turnout.stream().mapToInt(Turnout::inProgress).sum();
        }

        public int invited() {
            return turnout.stream().mapToInt(Turnout::invited).sum();
        }
    }

    /** A question with what was answered to it. */
    public record QuestionReport(Question question, Result result) {}

    /**
     * One answer that stands behind a figure.
     *
     * @param by null where the viewer is not to know who gave it
     * @param words null but for own words
     */
    public record Behind(
            @Nullable By by, Answer answer, @Nullable ExpressionTextId words) {}

    /** Who gave an answer, and when. */
    public record By(
            ResponseId response,
            PersonId person,
            String name,
            String organisation,
            String segment,
            Instant submittedAt) {}

    /**
     * Who has answered, per organisation, by name; per segment for those who are not to know who answered.
     *
     * @param segment null for all
     * @throws DomainException NOT_FOUND, also for a segment too small for the viewer
     */
    public List<Turnout> turnout(CampaignId campaign, @Nullable String segment) {
        boolean names = requireReadable(campaign, segment);
        var rows = turnoutRows(campaign, segment);
        if (access.campaign(campaign).isAnonymous()) {
            return anonymous.turnout(campaign, segment, named(rows));
        }
        return names ? named(rows) : bySegment(rows);
    }

    private List<Turnout> turnoutRows(CampaignId campaign, @Nullable String segment) {
        return jdbc.sql("""
                        select au.organisation_id, au.segment, au.weight,
                               (select count(*) from campaign_invitation i
                                where i.campaign_id = au.campaign_id and i.organisation_id = au.organisation_id) invited,
                               coalesce(c.answered, 0) answered, coalesce(c.begun, 0) begun
                        from survey_audience au
                        left join (select organisation_id, sum(submitted_revision > 0) answered,
                                          sum(submitted_revision = 0) begun
                                   from response where campaign_id = :campaign group by organisation_id) c
                               on c.organisation_id = au.organisation_id
                        where au.campaign_id = :campaign and (:segment is null or au.segment = :segment)""")
                .param("campaign", campaign.value())
                .param("segment", segment)
                .query((row, number) -> turnout(row, ""))
                .list();
    }

    private List<Turnout> named(List<Turnout> rows) {
        var names = organisations.byIds(rows.stream()
                .flatMap(row -> Stream.ofNullable(row.organisation()))
                .collect(Collectors.toSet()));
        return rows.stream()
                .map(row -> named(row, names.get(row.organisation())))
                .sorted(Comparator.comparing(Turnout::name))
                .toList();
    }

    private static List<Turnout> bySegment(List<Turnout> rows) {
        return rows.stream()
                .collect(Collectors.groupingBy(Turnout::segment, TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(SurveyResults::together)
                .toList();
    }

    private static Turnout together(List<Turnout> rows) {
        return new Turnout(
                null,
                "",
                rows.getFirst().segment(),
                rows.stream().map(Turnout::weight).reduce(BigDecimal.ZERO, BigDecimal::add),
                rows.stream().mapToInt(Turnout::invited).sum(),
                rows.stream().mapToInt(Turnout::inProgress).sum(),
                rows.stream().mapToInt(Turnout::answered).sum());
    }

    /**
     * Whether the viewer may know who answered.
     *
     * @throws DomainException NOT_FOUND, also for a segment of so few that its figures would say whose they are
     */
    private boolean requireReadable(CampaignId id, @Nullable String segment) {
        var campaign = access.campaign(id);
        access.readable(campaign.surveyId());
        boolean names = access.seesNames(campaign);
        if (!names
                && segment != null
                && !(campaign.isAnonymous()
                        ? anonymous.segments(campaign).contains(segment)
                        : isLarge(turnoutRows(id, segment)))) {
            throw DomainException.notFound();
        }
        return names;
    }

    private static boolean isLarge(List<Turnout> rows) {
        return rows.stream().mapToInt(Turnout::invited).sum() >= SurveyAccess.SMALLEST_GROUP;
    }

    private static Turnout turnout(ResultSet row, String name) throws SQLException {
        return new Turnout(
                new OrganisationId(Utc.uuid(row, "organisation_id")),
                name,
                row.getString("segment"),
                row.getBigDecimal("weight"),
                row.getInt("invited"),
                row.getInt("begun"),
                row.getInt("answered"));
    }

    private static Turnout named(Turnout row, @Nullable OrganisationInfo info) {
        return new Turnout(
                row.organisation(),
                info == null ? "" : info.name(),
                row.segment(),
                row.weight(),
                row.invited(),
                row.inProgress(),
                row.answered());
    }

    /** The segments asked whose figures the viewer may read alone, in alphabetical order. @throws DomainException NOT_FOUND */
    public List<String> segments(CampaignId campaign) {
        boolean names = requireReadable(campaign, null);
        var asked = access.campaign(campaign);
        if (asked.isAnonymous()) {
            return anonymous.segments(asked);
        }
        return turnout(campaign, null).stream()
                .filter(row -> names || isLarge(List.of(row)))
                .map(Turnout::segment)
                .filter(segment -> !segment.isEmpty())
                .distinct()
                .sorted()
                .toList();
    }

    /** What a campaign asks. @throws DomainException NOT_FOUND */
    public SurveyContent asked(CampaignId id) {
        var campaign = access.campaign(id);
        access.readable(campaign.surveyId());
        return contents.of(campaign.surveyVersion());
    }

    /**
     * All figures of a campaign.
     *
     * @param segment null for all
     * @throws DomainException NOT_FOUND
     */
    public Report report(CampaignId id, @Nullable String segment) {
        var campaign = access.campaign(id);
        var survey = access.readable(campaign.surveyId());
        var content = contents.of(campaign.surveyVersion());
        var given = given(id, segment, content.questions());
        return new Report(
                id,
                campaign.surveyVersion(),
                survey.id(),
                survey.key(),
                content.title(),
                campaign.state(clock.instant()),
                segment,
                turnout(id, segment),
                content.questions().stream()
                        .map(question -> new QuestionReport(
                                question,
                                question.score(given.getOrDefault(question.id(), List.of()), settings(campaign))))
                        .toList());
    }

    private static Settings settings(Campaign campaign) {
        return campaign.isAnonymous() ? AnonymousResults.SETTINGS : Settings.STANDARD;
    }

    /** Organisations can't be told from each other's ids by those who are not to know who answered. */
    private Map<QuestionId, List<Given>> given(CampaignId id, @Nullable String segment, List<Question> questions) {
        boolean names = requireReadable(id, segment);
        var given = answers.of(id, segment, questions);
        if (names) {
            return given;
        }
        var campaign = access.campaign(id);
        if (campaign.isAnonymous()) {
            return anonymous.hidden(campaign, given, segment == null ? given : answers.of(id, null, questions));
        }
        var masks = new HashMap<UUID, UUID>();
        given.replaceAll((question, all) -> all.stream()
                .map(one -> new Given(one.by().masked(masks), one.answer()))
                .toList());
        return given;
    }

    /**
     * The campaign that speaks for a version: the newest one anybody answered, or else the newest. Waves are never mixed.
     *
     * @throws DomainException NOT_FOUND
     */
    public CampaignId speakingFor(SurveyVersionId version) {
        var campaign = campaigns.speakingFor(version);
        access.readable(access.campaign(campaign).surveyId());
        return campaign;
    }

    /**
     * What is found about one item, over all segments.
     *
     * @throws DomainException NOT_FOUND, UNKNOWN_QUESTION, UNKNOWN_ITEM (always for own words, which have none)
     */
    public ItemFigures itemFigures(CampaignId campaign, QuestionId questionId, String item) {
        var question = requireReadable(campaign, questionId, item);
        var asked = access.campaign(campaign);
        var version = asked.surveyVersion();
        var given = given(campaign, null, List.of(question)).getOrDefault(questionId, List.of());
        return switch (question.score(given, settings(asked))) {
            case Kano.Result result ->
                result.items().stream()
                        .filter(one -> one.key().equals(item))
                        .findFirst()
                        .map(one -> figures(version, question, item, result.size(), wanting(one), one.better()))
                        .orElseThrow();
            case Ranking.Result result ->
                result.items().stream()
                        .filter(one -> one.key().equals(item))
                        .findFirst()
                        .map(one -> figures(
                                version,
                                question,
                                item,
                                result.size(),
                                one.first(),
                                one.borda()
                                        .times(1.0 / Math.max(1, result.items().size() - 1))))
                        .orElseThrow();
            case Pairwise.Result result ->
                result.items().stream()
                        .filter(one -> one.key().equals(item))
                        .findFirst()
                        .map(one -> figures(
                                version,
                                question,
                                item,
                                result.size(),
                                result.size().people(),
                                one.weight()))
                        .orElseThrow();
            case SingleChoice.Result result -> figures(version, question, item, result.size(), result.items());
            case MultipleChoice.Result result -> figures(version, question, item, result.size(), result.items());
            case ChoiceOfK.Result result -> figures(version, question, item, result.size(), result.items());
            case BestWorst.Result result ->
                result.items().stream()
                        .filter(one -> one.key().equals(item))
                        .findFirst()
                        .map(one -> figures(version, question, item, result.size(), one.best(), one.share()))
                        .orElseThrow();
            case ImportanceSatisfaction.Result result ->
                result.items().stream()
                        .filter(one -> one.key().equals(item))
                        .findFirst()
                        .map(one -> new ItemFigures(
                                version,
                                questionId,
                                item,
                                question.method().name(),
                                question.method().version(),
                                result.size(),
                                one.named(),
                                one.importance(),
                                one.satisfaction(),
                                one.rating(),
                                Utc.now(clock)))
                        .orElseThrow();
            case Points.Result result ->
                result.items().stream()
                        .filter(one -> one.key().equals(item))
                        .findFirst()
                        .map(one -> new ItemFigures(
                                version,
                                questionId,
                                item,
                                question.method().name(),
                                question.method().version(),
                                result.size(),
                                (int) given.stream()
                                        .filter(g -> g.answer() instanceof Points.Answer points
                                                && points.points().getOrDefault(item, 0) > 0)
                                        .count(),
                                one.share(),
                                null,
                                null,
                                Utc.now(clock)))
                        .orElseThrow();
            case ImportanceSatisfactionByRating.Result result ->
                result.items().stream()
                        .filter(one -> one.key().equals(item))
                        .findFirst()
                        .map(one -> figures(version, question, item, result.size(), one))
                        .orElseThrow();
            case Scale.Result _, Nps.Result _, NumberQuestion.Result _, DateQuestion.Result _ ->
                throw new DomainException(SurveyError.UNKNOWN_ITEM);
            case FileQuestion.Result _, Text.Result _, OwnWords.Result _ ->
                throw new DomainException(SurveyError.UNKNOWN_ITEM);
        };
    }

    private ItemFigures figures(
            SurveyVersionId version, Question question, String item, Size size, List<Chosen> items) {
        return items.stream()
                .filter(one -> one.key().equals(item))
                .findFirst()
                .map(one -> figures(version, question, item, size, one.count(), one.share()))
                .orElseThrow();
    }

    private ItemFigures figures(
            SurveyVersionId version,
            Question question,
            String item,
            Size size,
            ImportanceSatisfactionByRating.ItemResult one) {
        return new ItemFigures(
                version,
                question.id(),
                item,
                question.method().name(),
                question.method().version(),
                size,
                one.importantTo(),
                one.importance(),
                one.satisfaction(),
                one.opportunity().times(1.0 / ImportanceSatisfactionByRating.MOST_OPPORTUNITY),
                Utc.now(clock));
    }

    /** People to whom it makes a difference for the better. */
    private static int wanting(Kano.ItemResult item) {
        return Stream.of(Kano.Category.ATTRACTIVE, Kano.Category.ONE_DIMENSIONAL, Kano.Category.MUST_BE)
                .mapToInt(category -> item.counts().getOrDefault(category, 0))
                .sum();
    }

    /** Of a method that asks for no satisfaction. */
    private ItemFigures figures(
            SurveyVersionId version, Question question, String item, Size size, int named, ByWeighting importance) {
        return new ItemFigures(
                version,
                question.id(),
                item,
                question.method().name(),
                question.method().version(),
                size,
                named,
                importance,
                null,
                null,
                Utc.now(clock));
    }

    /**
     * Single answers to a question, or those that name, rate or give points to one of its items; last submitted first, or
     * in no order for those who are not to know whose they are.
     *
     * @param item null for all answers to the question
     * @param segment null for all
     * @param limit at most 200
     * @throws DomainException NOT_FOUND, UNKNOWN_QUESTION, UNKNOWN_ITEM
     */
    public List<Behind> answersBehind(
            CampaignId campaign,
            QuestionId questionId,
            @Nullable String item,
            @Nullable String segment,
            int offset,
            int limit) {
        var question = requireReadable(campaign, questionId, item);
        boolean names = requireReadable(campaign, segment);
        if (isHidden(campaign, question, segment)) {
            return List.of();
        }
        return behind.page(campaign, questionId, item, segment, names, offset, limit);
    }

    /** As {@link #answersBehind(CampaignId, QuestionId, String, String, int, int)}, of all segments. */
    public List<Behind> answersBehind(
            CampaignId campaign, QuestionId questionId, @Nullable String item, int offset, int limit) {
        return answersBehind(campaign, questionId, item, null, offset, limit);
    }

    /** Of an anonymous survey single answers say nothing of where they come from, and are there where figures are. */
    private boolean isHidden(CampaignId id, Question question, @Nullable String segment) {
        return access.campaign(id).isAnonymous()
                && (segment != null
                        || given(id, null, List.of(question))
                                .getOrDefault(question.id(), List.of())
                                .isEmpty());
    }

    /** How many {@link #answersBehind} would give without a limit. */
    public int countBehind(
            CampaignId campaign, QuestionId questionId, @Nullable String item, @Nullable String segment) {
        var question = requireReadable(campaign, questionId, item);
        requireReadable(campaign, segment);
        if (isHidden(campaign, question, segment)) {
            return 0;
        }
        return behind.count(campaign, questionId, item, segment);
    }

    /** As {@link #countBehind(CampaignId, QuestionId, String, String)}, of all segments. */
    public int countBehind(CampaignId campaign, QuestionId questionId, @Nullable String item) {
        return countBehind(campaign, questionId, item, null);
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
     * @param segment null for all
     * @throws DomainException NOT_FOUND
     */
    @Command
    @PreAuthorize("hasAnyRole('PROJECT_MANAGER','MANAGER')")
    public String exportCsv(CampaignId campaign, @Nullable String segment, Locale locale) {
        var report = report(campaign, segment);
        var csv = ResultsCsv.of(report, locale);
        events.publishEvent(Act.of(ActKind.RESULTS_EXPORTED, ObjectRef.of(Survey.KIND, report.survey()))
                .withHash(Hashes.sha256(csv)));
        return csv;
    }
}
