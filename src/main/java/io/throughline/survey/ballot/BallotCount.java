package io.throughline.survey.ballot;

import io.throughline.shared.Ids;
import io.throughline.shared.persistence.Command;
import io.throughline.survey.Answering;
import io.throughline.survey.CampaignId;
import io.throughline.survey.QuestionId;
import io.throughline.survey.ResponseId;
import io.throughline.survey.ResponseSubmitted;
import io.throughline.survey.SurveyContent;
import io.throughline.survey.SurveyState;
import io.throughline.survey.SurveyVersionId;
import io.throughline.survey.answer.AnswerStore;
import io.throughline.survey.answer.Revisions;
import io.throughline.survey.answer.ToldWords;
import io.throughline.survey.ballot.BallotSteps.Place;
import io.throughline.survey.campaign.Campaign;
import io.throughline.survey.count.CountingBatch;
import io.throughline.survey.design.SurveyJson;
import io.throughline.survey.design.SurveyVersion;
import io.throughline.survey.design.VersionContents;
import io.throughline.survey.logic.Course;
import io.throughline.survey.question.Answer;
import io.throughline.survey.question.OwnWords;
import io.throughline.survey.question.Worded;
import io.throughline.survey.row.Utc;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts submitted ballots, many at once and in an order of chance: from then on they are responses like others, of nobody.
 * Several servers may do it at once: each campaign is counted by one after the other.
 */
@Component
public class BallotCount {

    private final BallotBox box;
    private final VersionContents contents;
    private final Revisions revisions;
    private final ApplicationEventPublisher events;
    private final CountingBatch counting;
    private final JdbcClient jdbc;
    private final Clock clock;

    BallotCount(
            BallotBox box,
            VersionContents contents,
            Revisions revisions,
            ApplicationEventPublisher events,
            CountingBatch counting,
            JdbcClient jdbc,
            Clock clock) {
        this.box = box;
        this.contents = contents;
        this.revisions = revisions;
        this.events = events;
        this.counting = counting;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What is due now; nothing where that was done before. */
    @Command
    public void count(CampaignId campaign) {
        var asked = locked(campaign);
        var now = Utc.now(clock);
        boolean closed = asked.state(now) == SurveyState.CLOSED;
        var waiting = box.waiting(campaign);
        var content = contents.of(asked.version());
        waiting.stream()
                .limit(BallotSteps.due(asked.step(), waiting.size(), closed))
                .forEach(ballot -> count(campaign, ballot, content, asked.language(), now));
        tellWhoAnswered(campaign, closed ? 1 : asked.step());
        if (closed) {
            settle(campaign, asked.step());
        }
    }

    private Asked locked(CampaignId campaign) {
        return jdbc.sql("""
                        select c.survey_version_id, c.group_size, c.opens_at, c.closes_at, c.closed_at, v.languages
                        from campaign c join survey_version v on v.id = c.survey_version_id
                        where c.id = ? for update""")
                .param(campaign.value())
                .query((row, number) -> new Asked(
                        new SurveyVersionId(Utc.uuid(row, "survey_version_id")),
                        row.getInt("group_size"),
                        SurveyVersion.languages(row.getString("languages"))
                                .getFirst()
                                .getLanguage(),
                        Utc.instant(row, "opens_at"),
                        Utc.instant(row, "closes_at"),
                        Utc.optional(row, "closed_at")))
                .single();
    }

    private record Asked(
            SurveyVersionId version,
            int step,
            String language,
            Instant opensAt,
            Instant closesAt,
            @Nullable Instant closedAt) {

        SurveyState state(Instant now) {
            return Campaign.state(now, opensAt, closesAt, closedAt);
        }
    }

    private void count(CampaignId campaign, UUID ballot, SurveyContent content, String language, Instant now) {
        var answers = box.submitted(ballot);
        var course = Course.of(content, answers);
        var hidden = Answering.hidden(content, course);
        var response = new ResponseId(Ids.random());
        jdbc.sql("""
                        insert into response (id, version, campaign_id, weight, started_at, submitted_at, first_submitted_at,
                                              submitted_revision, submitted_edits, hidden)
                        values (:id, 0, :campaign, 1, :at, :at, :at, 1, 0, :hidden)""")
                .param("id", response.value())
                .param("campaign", campaign.value())
                .param("at", Utc.column(now))
                .param("hidden", hidden.isEmpty() ? null : SurveyJson.write(hidden))
                .update();
        answers.forEach((question, answer) -> count(response, question, answer, language, now));
        revisions.add(
                response,
                1,
                null,
                content.questions().stream()
                        .filter(question -> course.shows(question.id()))
                        .toList(),
                answers);
        box.counted(ballot, response);
        events.publishEvent(new ResponseSubmitted(Ids.random(), response, campaign));
    }

    private void count(ResponseId response, QuestionId question, Answer answer, String language, Instant now) {
        UUID text = null;
        if (answer instanceof Worded own && (!own.words().isEmpty() || own instanceof OwnWords.Answer)) {
            text = Ids.random();
            jdbc.sql("""
                            insert into expression_text (id, source, response_id, question_id, language, words, who, often,
                                                         badly, told_at)
                            values (:id, :source, :response, :question, :language, :words, :who, :often, :badly, :at)""")
                    .param("id", text)
                    .param("source", AnswerStore.sourceOf(own))
                    .param("response", response.value())
                    .param("question", question.value())
                    .param("language", language)
                    .params(ToldWords.of(own).columns())
                    .param("at", Utc.column(now))
                    .update();
        }
        jdbc.sql("""
                        insert into submitted_answer (response_id, revision, question_id, content, expression_text_id)
                        values (:response, 1, :question, :content, :text)""")
                .param("response", response.value())
                .param("question", question.value())
                .param("content", AnswerStore.contentOf(answer))
                .param("text", text)
                .update();
    }

    private void tellWhoAnswered(CampaignId campaign, int step) {
        int submitted = jdbc.sql("select count(*) from ballot_register where campaign_id = ? and state = 'SUBMITTED'")
                .param(campaign.value())
                .query(Integer.class)
                .single();
        if (submitted >= step) {
            jdbc.sql("update ballot_register set state = 'ANSWERED' where campaign_id = ? and state = 'SUBMITTED'")
                    .param(campaign.value())
                    .update();
        }
    }

    /** Nothing comes any more: what may be kept of where the responses come from is told, the rest forgotten. */
    private void settle(CampaignId campaign, int step) {
        var voices = voices(campaign);
        var places = new HashMap<UUID, Place>();
        box.places(campaign).forEach((response, organisation) -> {
            var voice = voices.get(organisation.value());
            places.put(response, new Place(organisation.value(), voice == null ? null : voice.segment()));
        });
        BallotSteps.kept(places, step).forEach((response, place) -> {
            var voice = place.organisation() == null ? null : voices.get(place.organisation());
            jdbc.sql("""
                            update response set organisation_id = :organisation, segment = :segment, weight = :weight
                            where id = :id""")
                    .param("organisation", place.organisation())
                    .param("segment", place.segment())
                    .param("weight", voice == null ? BigDecimal.ONE : voice.weight())
                    .param("id", response)
                    .update();
        });
        box.empty(campaign);
        // They were counted as nobody's group: now they are counted anew, each with its own.
        counting.forget(campaign);
    }

    private record Voice(@Nullable String segment, BigDecimal weight) {}

    private Map<UUID, Voice> voices(CampaignId campaign) {
        var voices = new HashMap<UUID, Voice>();
        jdbc.sql("select organisation_id, segment, weight from survey_audience where campaign_id = ?")
                .param(campaign.value())
                .query(row -> {
                    var segment = row.getString("segment");
                    voices.put(
                            Utc.uuid(row, "organisation_id"),
                            new Voice(segment.isEmpty() ? null : segment, row.getBigDecimal("weight")));
                });
        return voices;
    }
}
