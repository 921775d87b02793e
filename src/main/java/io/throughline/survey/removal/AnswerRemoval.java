package io.throughline.survey.removal;

import io.throughline.shared.Hashes;
import io.throughline.shared.Ids;
import io.throughline.shared.Progress;
import io.throughline.shared.i18n.Texts;
import io.throughline.shared.persistence.Command;
import io.throughline.shared.row.Columns;
import io.throughline.shared.row.Utc;
import io.throughline.survey.AnswersRemoved;
import io.throughline.survey.CampaignId;
import io.throughline.survey.Confidentiality;
import io.throughline.survey.Group;
import io.throughline.survey.ResponseId;
import io.throughline.survey.ResultsFilter;
import io.throughline.survey.SurveyResults;
import io.throughline.survey.Turnout;
import io.throughline.survey.campaign.Campaign;
import io.throughline.survey.campaign.CampaignAccess;
import io.throughline.survey.design.SurveyJson;
import io.throughline.survey.design.VersionContents;
import io.throughline.survey.question.Question;
import io.throughline.survey.question.Result;
import io.throughline.survey.results.ConfidentialResults;
import io.throughline.survey.results.CountedResults;
import io.throughline.survey.results.KeptResults;
import io.throughline.survey.results.ResultsAccess;
import io.throughline.survey.results.SegmentsApart;
import io.throughline.survey.results.Turnouts;
import io.throughline.survey.results.WantedResults;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Removes what people said in a campaign, once it is no longer to be kept. First, at one moment, the figures are written
 * down and the campaign is marked: from then on nothing reads its answers. Then they are deleted, some at a time; whatever
 * stops that, the next round goes on where it ended. Of a response stays that there was one, of nobody.
 */
@Component
public class AnswerRemoval {

    private static final int AT_ONCE = 50;

    private final CampaignAccess campaigns;
    private final VersionContents contents;
    private final CountedResults counted;
    private final KeptResults kept;
    private final Turnouts turnouts;
    private final ResultsAccess access;
    private final Texts texts;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;
    private final Clock clock;

    AnswerRemoval(
            CampaignAccess campaigns,
            VersionContents contents,
            CountedResults counted,
            KeptResults kept,
            Turnouts turnouts,
            ResultsAccess access,
            Texts texts,
            ApplicationEventPublisher events,
            JdbcClient jdbc,
            Clock clock) {
        this.campaigns = campaigns;
        this.contents = contents;
        this.counted = counted;
        this.kept = kept;
        this.turnouts = turnouts;
        this.access = access;
        this.texts = texts;
        this.events = events;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Writes the figures down and marks the campaign; nothing where that was done before. Of two servers that do it at once
     * one is refused by the database.
     */
    @Command
    public void begin(CampaignId id) {
        var campaign = campaigns.campaign(id);
        if (campaign.removedAt() != null) {
            return;
        }
        int least = campaign.isAnonymous() ? campaign.groupSize() : SurveyResults.KEPT_OF;
        var hashed = new StringBuilder();
        var questions = contents.of(campaign.surveyVersion()).questions();
        var all = counted.of(team(campaign, ResultsFilter.NONE), questions, Progress.UNWATCHED);
        for (int at = 0; at < all.size(); at++) {
            keep(campaign, KeptResults.Kind.TEAM, null, questions.get(at), all.get(at), least, hashed);
        }
        keepSegments(campaign, questions, all, least, hashed);
        var shared = counted.of(
                WantedResults.overall(campaign.id(), least, campaign.isAnonymous(), false),
                questions,
                Progress.UNWATCHED);
        for (int at = 0; at < shared.size(); at++) {
            keep(campaign, KeptResults.Kind.SHARED, null, questions.get(at), shared.get(at), least, hashed);
        }
        turnout(campaign, least).forEach(row -> kept.keep(id, row));
        campaign.removeAnswers(Hashes.sha256(hashed.toString()), Utc.now(clock));
        campaigns.save(campaign);
    }

    /** Question by question those that can be told beside each other: all less those kept is of enough people, too. */
    private void keepSegments(
            Campaign campaign, List<Question> questions, List<Result> all, int least, StringBuilder hashed) {
        var bySegment = new LinkedHashMap<String, List<Result>>();
        for (var segment : segments(campaign)) {
            bySegment.put(
                    segment, counted.of(team(campaign, ResultsFilter.of(segment)), questions, Progress.UNWATCHED));
        }
        for (int at = 0; at < all.size(); at++) {
            var answered = new ArrayList<SegmentsApart.Answered>();
            int left = all.get(at).size().people();
            for (var one : bySegment.entrySet()) {
                int people = one.getValue().get(at).size().people();
                answered.add(new SegmentsApart.Answered(one.getKey(), Group.NOT_KEPT, people));
                left -= people;
            }
            answered.add(new SegmentsApart.Answered("", Group.NOT_KEPT, left));
            answered.removeIf(one -> one.people() == 0);
            for (var segment : new TreeSet<>(new SegmentsApart(least, 1).of(answered))) {
                var result = Objects.requireNonNull(bySegment.get(segment)).get(at);
                keep(campaign, KeptResults.Kind.TEAM, segment, questions.get(at), result, least, hashed);
            }
        }
    }

    /** All who could read the results will read these, whether they knew names or not. */
    private static WantedResults team(Campaign campaign, ResultsFilter filter) {
        return (campaign.confidentiality() == Confidentiality.NAMED
                        ? WantedResults.named(campaign, filter)
                        : WantedResults.unnamed(campaign, filter))
                .withoutOrganisations();
    }

    private void keep(
            Campaign campaign,
            KeptResults.Kind kind,
            @Nullable String segment,
            Question question,
            Result result,
            int least,
            StringBuilder hashed) {
        if (result.size().people() >= least) {
            kept.keep(campaign.id(), kind, segment, question.id(), result);
            hashed.append(kind).append(segment).append(question.id().value()).append(SurveyJson.write(result));
        }
    }

    private List<String> segments(Campaign campaign) {
        return campaign.confidentiality() != Confidentiality.NAMED
                ? access.segments(campaign)
                : turnouts.bySegment(campaign.id(), ResultsFilter.NONE).stream()
                        .map(Turnout::segment)
                        .filter(segment -> !segment.isEmpty())
                        .toList();
    }

    /** By segment where enough of each answered, else together. */
    private List<Turnout> turnout(Campaign campaign, int least) {
        if (campaign.confidentiality() == Confidentiality.CONFIDENTIAL) {
            return ConfidentialResults.turnout(turnouts.of(campaign.id(), ResultsFilter.NONE));
        }
        var rows = turnouts.bySegment(campaign.id(), ResultsFilter.NONE);
        if (!campaign.isAnonymous()
                && rows.stream().mapToInt(Turnout::answered).allMatch(people -> people == 0 || people >= least)) {
            return rows;
        }
        int answered = jdbc.sql("select count(*) from response where campaign_id = ? and submitted_revision > 0")
                .param(campaign.uuid())
                .query(Integer.class)
                .single();
        return List.of(new Turnout(
                null,
                "",
                "",
                BigDecimal.ONE,
                rows.stream().mapToInt(Turnout::invited).sum(),
                null,
                answered));
    }

    /**
     * Deletes what some of a marked campaign's responses say, and whose they are.
     *
     * @return whether there may be more
     */
    @Command
    public boolean next(CampaignId campaign) {
        var responses = jdbc.sql("""
                        select id from response where campaign_id = ? and removed = false
                        order by id limit ? for update""")
                .params(campaign.value(), AT_ONCE)
                .query((row, number) -> Columns.uuid(row, "id"))
                .list();
        if (responses.isEmpty()) {
            finish(campaign);
            return false;
        }
        var spoke = said(responses);
        for (var sql : List.of(
                "delete from answer where response_id in (:ids)",
                "delete from submitted_answer where response_id in (:ids)",
                "delete from answer_file where response_id in (:ids)",
                "delete from response_revision where response_id in (:ids)",
                "delete from response_doubt where response_id in (:ids)",
                "delete from counted_response where response_id in (:ids)",
                """
                update response set removed = true, version = version + 1, person_id = null, organisation_id = null,
                       segment = null, weight = null, external_id = null, hidden = null, hash_salt = null,
                       counted_revision = submitted_revision
                where id in (:ids)""")) {
            jdbc.sql(sql).param("ids", responses).update();
        }
        if (!spoke.isEmpty()) {
            events.publishEvent(new AnswersRemoved(
                    Ids.random(), spoke.stream().map(ResponseId::new).toList()));
        }
        return true;
    }

    /** Replaces their own words by the remark that they were removed. @return the responses that had any */
    private List<UUID> said(List<UUID> responses) {
        var spoke = new ArrayList<UUID>();
        var languages = new TreeSet<String>();
        jdbc.sql("select response_id, language from expression_text where response_id in (:ids)")
                .param("ids", responses)
                .query(row -> {
                    spoke.add(Columns.uuid(row, "response_id"));
                    languages.add(row.getString("language"));
                });
        for (var language : languages) {
            jdbc.sql("""
                            update expression_text set words = :words, who = null, often = null, badly = null,
                                   person_id = null, organisation_id = null, removed_at = :now
                            where response_id in (:ids) and language = :language""")
                    .param("words", texts.getTranslation("retention.words", Locale.of(language)))
                    .param("now", Utc.column(clock.instant()))
                    .param("ids", responses)
                    .param("language", language)
                    .update();
        }
        return spoke.stream().distinct().toList();
    }

    /** What was kept so that figures could be computed from it, who had answered, and what stood wrong in which file. */
    private void finish(CampaignId campaign) {
        for (var sql : List.of(
                "delete from result_cell where campaign_id = ?",
                "delete from result_journal where campaign_id = ?",
                "delete from campaign_count where campaign_id = ?",
                "delete from held_answer where campaign_id = ?",
                "delete from ballot_register where campaign_id = ?",
                "delete from response_import where campaign_id = ?")) {
            jdbc.sql(sql).param(campaign.value()).update();
        }
    }
}
