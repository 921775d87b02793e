package io.throughline.survey.answer;

import io.throughline.shared.CurrentViewer;
import io.throughline.shared.DomainException;
import io.throughline.shared.row.Columns;
import io.throughline.shared.row.Utc;
import io.throughline.survey.CampaignId;
import io.throughline.survey.QuestionId;
import io.throughline.survey.ResponseId;
import io.throughline.survey.campaign.CampaignAccess;
import io.throughline.survey.campaign.LinkScope;
import io.throughline.survey.design.SurveyAccess;
import io.throughline.survey.question.Answer;
import io.throughline.survey.question.Doubt;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What was submitted before: to its author every revision, to those who read results how many answers look doubtful. */
@Service
@Transactional(readOnly = true)
@PreAuthorize("hasAnyRole('CUSTOMER','PROJECT_MANAGER','MANAGER','RESPONDENT')")
public class ResponseHistory {

    /**
     * One submitted revision.
     *
     * @param submittedAt null where that was not kept yet
     * @param changes against the revision before, by question, in the order of the survey's ids; none in the first
     */
    public record Revision(int number, @Nullable Instant submittedAt, Map<QuestionId, Change> changes) {}

    /** @param before null where it was not answered, likewise {@code after} */
    public record Change(@Nullable Answer before, @Nullable Answer after) {}

    private final SurveyAccess access;
    private final CampaignAccess campaignAccess;
    private final LinkScope scope;
    private final CurrentViewer viewer;
    private final JdbcClient jdbc;

    ResponseHistory(
            SurveyAccess access,
            CampaignAccess campaignAccess,
            LinkScope scope,
            CurrentViewer viewer,
            JdbcClient jdbc) {
        this.access = access;
        this.campaignAccess = campaignAccess;
        this.scope = scope;
        this.viewer = viewer;
        this.jdbc = jdbc;
    }

    /** Every submitted revision of a response of the viewer's own, the newest first. @throws DomainException NOT_FOUND */
    @PreAuthorize("hasAnyRole('CUSTOMER','RESPONDENT')")
    public List<Revision> of(ResponseId id) {
        scope.require(id);
        var submitted = submittedTimes(id);
        var answers = answers(id);
        var revisions = new ArrayList<Revision>();
        var before = Map.<QuestionId, Answer>of();
        for (var number : submitted.keySet()) {
            var now = answers.getOrDefault(number, Map.of());
            revisions.addFirst(new Revision(
                    number, submitted.get(number).orElse(null), revisions.isEmpty() ? Map.of() : changes(before, now)));
            before = now;
        }
        return revisions;
    }

    /**
     * How many of the counting answers are doubtful, by question and kind.
     *
     * @throws DomainException NOT_FOUND
     */
    @PreAuthorize("hasAnyRole('PROJECT_MANAGER','MANAGER')")
    public Map<QuestionId, Map<Doubt.Kind, Integer>> doubts(CampaignId campaign) {
        var asked = campaignAccess.campaign(campaign);
        access.readable(asked.surveyId());
        if (asked.isAnonymous() && !isSettled(campaign)) {
            return Map.of();
        }
        int least = asked.isAnonymous() ? asked.groupSize() : 1;
        var found = new LinkedHashMap<QuestionId, Map<Doubt.Kind, Integer>>();
        jdbc.sql("""
                        select d.question_id, d.kind, count(*) people
                        from response r join response_doubt d on d.response_id = r.id and d.revision = r.submitted_revision
                        where r.campaign_id = ? group by d.question_id, d.kind having people >= ?""").params(campaign.value(), least).query(row -> {
            found.computeIfAbsent(
                            new QuestionId(Columns.uuid(row, "question_id")),
                            question -> new EnumMap<>(Doubt.Kind.class))
                    .put(Doubt.Kind.valueOf(row.getString("kind")), row.getInt("people"));
        });
        return found;
    }

    /** While an anonymous campaign is counted step by step, these numbers would move by a few. */
    private boolean isSettled(CampaignId campaign) {
        return jdbc.sql("select exists (select 1 from told_groups where campaign_id = ?)")
                .param(campaign.value())
                .query(Boolean.class)
                .single();
    }

    private Map<Integer, Optional<Instant>> submittedTimes(ResponseId id) {
        var last = jdbc.sql("select submitted_revision, submitted_at from response where id = ? and person_id = ?")
                .params(id.value(), viewer.get().id().value())
                .query((row, number) -> Map.entry(
                        row.getInt("submitted_revision"), Optional.ofNullable(Utc.optional(row, "submitted_at"))))
                .optional()
                .orElseThrow(DomainException::notFound);
        var times = new TreeMap<Integer, Optional<Instant>>();
        for (int number = 1; number < last.getKey(); number++) {
            times.put(number, Optional.empty());
        }
        if (last.getKey() > 0) {
            times.put(last.getKey(), last.getValue());
        }
        jdbc.sql("select revision, submitted_at from response_revision where response_id = ?")
                .param(id.value())
                .query(row -> {
                    times.put(row.getInt("revision"), Optional.of(Utc.instant(row, "submitted_at")));
                });
        return times;
    }

    private Map<Integer, Map<QuestionId, Answer>> answers(ResponseId id) {
        var found = new LinkedHashMap<Integer, Map<QuestionId, Answer>>();
        jdbc.sql("""
                        select s.revision, s.question_id, s.content, t.words, t.who, t.often, t.badly
                        from submitted_answer s left join expression_text t on t.id = s.expression_text_id
                        where s.response_id = ? order by s.revision, s.question_id""").param(id.value()).query(row -> {
            found.computeIfAbsent(row.getInt("revision"), revision -> new LinkedHashMap<>())
                    .put(new QuestionId(Columns.uuid(row, "question_id")), SubmittedAnswers.answer(row));
        });
        return found;
    }

    private static Map<QuestionId, Change> changes(Map<QuestionId, Answer> before, Map<QuestionId, Answer> now) {
        var changes = new LinkedHashMap<QuestionId, Change>();
        now.forEach((question, answer) -> {
            var earlier = before.get(question);
            if (!answer.equals(earlier)) {
                changes.put(question, new Change(earlier, answer));
            }
        });
        before.forEach((question, answer) -> {
            if (!now.containsKey(question)) {
                changes.put(question, new Change(answer, null));
            }
        });
        return changes;
    }
}
