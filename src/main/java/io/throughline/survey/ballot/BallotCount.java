package io.throughline.survey.ballot;

import io.throughline.shared.Ids;
import io.throughline.shared.persistence.Command;
import io.throughline.shared.row.Columns;
import io.throughline.shared.row.Utc;
import io.throughline.survey.CampaignId;
import io.throughline.survey.QuestionId;
import io.throughline.survey.ResponseId;
import io.throughline.survey.ResponseSubmitted;
import io.throughline.survey.SurveyContent;
import io.throughline.survey.SurveyState;
import io.throughline.survey.SurveyVersionId;
import io.throughline.survey.answer.Revisions;
import io.throughline.survey.answer.ToldWords;
import io.throughline.survey.campaign.Campaign;
import io.throughline.survey.count.HeldAnswers;
import io.throughline.survey.count.UncountedResponses;
import io.throughline.survey.design.SurveyJson;
import io.throughline.survey.design.SurveyVersion;
import io.throughline.survey.design.VersionContents;
import io.throughline.survey.logic.Course;
import io.throughline.survey.question.Answer;
import io.throughline.survey.question.OwnWords;
import io.throughline.survey.question.Question;
import io.throughline.survey.question.Text;
import io.throughline.survey.question.Worded;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    private final BallotSettlement settlement;
    private final HeldAnswers held;
    private final JdbcClient jdbc;
    private final Clock clock;

    BallotCount(
            BallotBox box,
            VersionContents contents,
            Revisions revisions,
            ApplicationEventPublisher events,
            BallotSettlement settlement,
            HeldAnswers held,
            JdbcClient jdbc,
            Clock clock) {
        this.box = box;
        this.contents = contents;
        this.revisions = revisions;
        this.events = events;
        this.settlement = settlement;
        this.held = held;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What is due now; nothing where that was done before. */
    @Command
    public void count(CampaignId campaign) {
        var asked = locked(campaign);
        boolean closed = asked.state(Utc.now(clock)) == SurveyState.CLOSED;
        var waiting = box.waiting(campaign);
        var content = contents.of(asked.version());
        int due = BallotSteps.due(content.counting(), asked.least(), waiting.size(), closed);
        if (due > 0) {
            count(campaign, waiting.subList(0, due), content, asked);
        }
        tellWhoAnswered(campaign, closed ? 1 : asked.least());
        if (closed && settlement.isDone(campaign)) {
            // Begun while it was settled: nobody can go on with it.
            box.empty(campaign);
        } else if (closed) {
            settlement.settle(campaign, content, asked.least());
        }
    }

    /** One step. What it says of a question is told if it, or what was held before with it, is of enough people. */
    private void count(CampaignId campaign, List<UUID> ballots, SurveyContent content, Asked asked) {
        int step = box.nextStep(campaign);
        box.told(campaign, UncountedResponses.EVERYBODY, step);
        var questions = content.questions();
        var answered = new HashMap<QuestionId, List<UUID>>();
        for (var some : BallotSteps.parts(ballots, asked.least())) {
            for (var taken : box.take(some)) {
                var counted = count(campaign, taken, content, asked, step);
                counted.answered().stream()
                        .forEach(
                                at -> answered.computeIfAbsent(questions.get(at).id(), _ -> new ArrayList<>())
                                        .add(counted.response()));
            }
        }
        var waiting = held.counts(campaign);
        for (var question : questions) {
            var now = answered.getOrDefault(question.id(), List.of());
            if (now.isEmpty() || isRead(question)) {
                continue;
            }
            if (waiting.getOrDefault(question.id(), 0) + now.size() >= asked.least()) {
                held.release(campaign, question.id());
                box.told(campaign, question.id(), step);
            } else {
                held.hold(campaign, question.id(), now);
            }
        }
    }

    /** Own words come one by one, without anything beside them: there is no figure of them that could move. */
    private static boolean isRead(Question question) {
        return question instanceof OwnWords || question instanceof Text;
    }

    private Asked locked(CampaignId campaign) {
        return jdbc.sql("""
                        select c.survey_version_id, c.group_size, c.opens_at, c.closes_at, c.closed_at, v.languages
                        from campaign c join survey_version v on v.id = c.survey_version_id
                        where c.id = ? for update""")
                .param(campaign.value())
                .query((row, number) -> new Asked(
                        new SurveyVersionId(Columns.uuid(row, "survey_version_id")),
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
            int least,
            String language,
            Instant opensAt,
            Instant closesAt,
            @Nullable Instant closedAt) {

        SurveyState state(Instant now) {
            return Campaign.state(now, opensAt, closesAt, closedAt);
        }
    }

    /** @param answered places of the questions it answers, so that figures count it */
    private record Counted(UUID response, BitSet answered) {}

    /** Nothing that is stored says when: all bears the time of opening. */
    private Counted count(CampaignId campaign, BallotBox.Taken taken, SurveyContent content, Asked asked, int step) {
        var answers = taken.answers();
        var course = Course.of(content, answers);
        var hidden = course.hidden(content);
        var response = new ResponseId(Ids.random());
        jdbc.sql("""
                        insert into response (id, version, campaign_id, weight, started_at, submitted_at, first_submitted_at,
                                              submitted_revision, submitted_edits, hidden)
                        values (:id, 0, :campaign, 1, :at, :at, :at, 1, 0, :hidden)""")
                .param("id", response.value())
                .param("campaign", campaign.value())
                .param("at", Utc.column(asked.opensAt()))
                .param("hidden", hidden.isEmpty() ? null : SurveyJson.write(hidden))
                .update();
        answers.forEach((question, answer) -> count(response, question, answer, asked));
        revisions.add(
                response,
                1,
                null,
                content.questions().stream()
                        .filter(question -> course.shows(question.id()))
                        .toList(),
                answers);
        var answered = answered(content.questions(), hidden, answers);
        box.counted(response, taken.organisation(), step, answered);
        events.publishEvent(new ResponseSubmitted(Ids.random(), response, campaign));
        return new Counted(response.value(), answered);
    }

    private static BitSet answered(List<Question> questions, Set<QuestionId> hidden, Map<QuestionId, Answer> answers) {
        var answered = new BitSet();
        for (int at = 0; at < questions.size(); at++) {
            var question = questions.get(at);
            var answer = answers.getOrDefault(question.id(), question.blank());
            answered.set(
                    at,
                    !hidden.contains(question.id()) && question.measured(answer).isPresent());
        }
        return answered;
    }

    private void count(ResponseId response, QuestionId question, Answer answer, Asked asked) {
        UUID text = null;
        if (answer instanceof Worded own && (!own.words().isEmpty() || own instanceof OwnWords.Answer)) {
            text = Ids.random();
            jdbc.sql("""
                            insert into expression_text (id, source, response_id, question_id, language, words, who, often,
                                                         badly, told_at)
                            values (:id, :source, :response, :question, :language, :words, :who, :often, :badly, :at)""")
                    .param("id", text)
                    .param("source", ToldWords.sourceOf(own))
                    .param("response", response.value())
                    .param("question", question.value())
                    .param("language", asked.language())
                    .params(ToldWords.of(own).columns())
                    .param("at", Utc.column(asked.opensAt()))
                    .update();
        }
        jdbc.sql("""
                        insert into submitted_answer (response_id, revision, question_id, content, expression_text_id)
                        values (:response, 1, :question, :content, :text)""")
                .param("response", response.value())
                .param("question", question.value())
                .param("content", ToldWords.contentOf(answer))
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
}
