package io.throughline.survey;

import io.throughline.survey.question.Answer;
import io.throughline.survey.question.Question;
import io.throughline.survey.question.stats.Cell;
import io.throughline.survey.question.stats.Draws;
import io.throughline.survey.question.stats.Measure;
import io.throughline.survey.question.stats.Settings;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts some hundred responses in one transaction: takes back what was counted of them before, adds what they say now and
 * marks them. One at a time per campaign; what a response says meanwhile is refused to this transaction by the database
 * and counted by the next.
 */
@Component
class CountingBatch {

    /** Of the cells as they are written. A new one has all campaigns counted anew. */
    private static final int FORM = 1;

    private static final int AT_ONCE = 500;

    private final CellStore cells;
    private final VersionContents contents;
    private final JdbcClient jdbc;

    CountingBatch(CellStore cells, VersionContents contents, JdbcClient jdbc) {
        this.cells = cells;
        this.contents = contents;
        this.jdbc = jdbc;
    }

    /** How far a campaign is counted. */
    CellStore.Count state(CampaignId campaign) {
        var state = cells.count(campaign, FORM);
        return state.form() == FORM
                ? state
                : new CellStore.Count(state.counted(), state.anew(), state.form(), true);
    }

    /** Within a transaction of the caller's: everything is to be counted anew. */
    void forget(CampaignId campaign) {
        var _ = cells.locked(campaign, FORM);
        cells.forget(campaign, FORM);
    }

    /** Within a transaction of the caller's that has done nothing yet. @return whether there may be more to count */
    boolean count(CampaignId campaign) {
        var before = cells.locked(campaign, FORM);
        if (before.form() != FORM) {
            cells.forget(campaign, FORM);
            return true;
        }
        var due = due(campaign);
        if (due.isEmpty()) {
            return false;
        }
        var questions = contents.of(version(campaign)).questions();
        var changed = new Changed(campaign, due);
        var answers = answers(due);
        for (var one : due) {
            var draws = Draws.of(one.response(), Settings.STANDARD);
            for (var question : questions) {
                if (one.was() != null) {
                    one.said(question, one.countedRevision(), one.was().hidden(), answers)
                            .ifPresent(said -> changed.each(one.was(), question, cell -> cell.remove(draws, said)));
                }
                one.said(question, one.revision(), one.now().hidden(), answers)
                        .ifPresent(said -> changed.each(one.now(), question, cell -> cell.add(draws, said)));
            }
        }
        cells.write(campaign, changed.encoded(), before.counted() + 1);
        mark(due);
        cells.counted(campaign, before.counted() + 1);
        return due.size() == AT_ONCE;
    }

    private SurveyVersionId version(CampaignId campaign) {
        return new SurveyVersionId(jdbc.sql("select survey_version_id from campaign where id = ?")
                .param(campaign.value())
                .query(UUID.class)
                .single());
    }

    /** The cells that change, read at first and then in memory. */
    private final class Changed {

        private final Map<CellStore.Place, byte[]> written;
        private final Map<CellStore.Place, Cell> changed = new HashMap<>();

        Changed(CampaignId campaign, List<Due> due) {
            var groups = new HashSet<Group>();
            var weeks = new HashSet<>(Set.of(CellStore.WHOLE));
            due.stream().flatMap(Due::both).forEach(one -> {
                groups.add(one.group());
                weeks.add(one.week());
            });
            written = cells.read(campaign, groups, weeks);
        }

        void each(As as, Question question, Consumer<Cell> change) {
            change.accept(cell(new CellStore.Place(as.week(), as.group(), question.id()), question));
            change.accept(cell(new CellStore.Place(CellStore.WHOLE, as.group(), question.id()), question));
        }

        private Cell cell(CellStore.Place place, Question question) {
            return changed.computeIfAbsent(place, _ -> {
                var bytes = written.get(place);
                int replicates = Settings.STANDARD.replicates();
                return bytes == null
                        ? new Cell(question.layout(), replicates)
                        : Cell.decoded(question.layout(), replicates, bytes);
            });
        }

        Map<CellStore.Place, byte[]> encoded() {
            return changed.entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue()
                            .encoded()));
        }
    }

    /** As whose and when a response is counted. @param hidden questions that were not asked */
    private record As(Group group, LocalDate week, Set<QuestionId> hidden) {}

    /** @param was null where it wasn't counted yet */
    private record Due(
            UUID response,
            boolean imported,
            int revision,
            As now,
            int countedRevision,
            @Nullable As was) {

        static Due of(ResultSet row) throws SQLException {
            int counted = row.getInt("counted_revision");
            return new Due(
                    Utc.uuid(row, "id"),
                    row.getBoolean("imported"),
                    row.getInt("submitted_revision"),
                    as(row, "organisation_id", "segment", "week", "hidden"),
                    counted,
                    counted == 0 ? null : as(row, "was_organisation", "was_segment", "was_week", "was_hidden"));
        }

        private static As as(ResultSet row, String organisation, String segment, String week, String hidden)
                throws SQLException {
            return new As(
                    new Group(Utc.uuid(row, organisation), row.getString(segment)),
                    row.getObject(week, LocalDate.class),
                    SurveyJson.questions(row.getString(hidden)));
        }

        Stream<As> both() {
            return was == null ? Stream.of(now) : Stream.of(now, was);
        }

        /**
         * What a revision adds to a question's figures: a blank answer where it was left; nothing where it was not asked. Who
         * was imported was asked what the file had columns for.
         */
        Optional<Consumer<Measure>> said(
                Question question, int revision, Set<QuestionId> hidden, Map<Key, Answer> answers) {
            var answer = answers.get(new Key(response, revision, question.id()));
            return answer != null || !imported && !hidden.contains(question.id())
                    ? question.measured(answer == null ? question.blank() : answer)
                    : Optional.empty();
        }
    }

    private List<Due> due(CampaignId campaign) {
        return jdbc.sql("""
                        select r.id, r.external_id is not null imported, r.submitted_revision, r.counted_revision, r.hidden,
                               coalesce(r.organisation_id, :nil) organisation_id, coalesce(r.segment, '') segment,
                               r.week, c.organisation_id was_organisation, c.segment was_segment, c.week was_week,
                               c.hidden was_hidden
                        from response r
                        left join counted_response c on c.response_id = r.id
                        where r.campaign_id = :campaign and r.uncounted = true
                        order by r.id limit :limit""")
                .param("nil", Group.NOT_KEPT)
                .param("campaign", campaign.value())
                .param("limit", AT_ONCE)
                .query((row, number) -> Due.of(row))
                .list();
    }

    private record Key(UUID response, int revision, QuestionId question) {}

    private Map<Key, Answer> answers(List<Due> due) {
        var found = new HashMap<Key, Answer>();
        jdbc.sql("""
                        select s.response_id, s.revision, s.question_id, s.content, t.words, t.who, t.often, t.badly
                        from response r
                        join submitted_answer s
                          on s.response_id = r.id and s.revision in (r.submitted_revision, r.counted_revision)
                        left join expression_text t on t.id = s.expression_text_id
                        where r.id in (:ids)""")
                .param("ids", due.stream().map(Due::response).toList())
                .query(row -> {
                    found.put(
                            new Key(
                                    Utc.uuid(row, "response_id"),
                                    row.getInt("revision"),
                                    new QuestionId(Utc.uuid(row, "question_id"))),
                            SubmittedAnswers.answer(row));
                });
        return found;
    }

    private void mark(List<Due> due) {
        var byRevision = due.stream()
                .collect(Collectors.groupingBy(
                        Due::revision, TreeMap::new, Collectors.mapping(Due::response, Collectors.toList())));
        byRevision.forEach((revision, ids) -> {
            jdbc.sql("""
                            insert into counted_response (response_id, organisation_id, segment, week, hidden)
                            select r.id, coalesce(r.organisation_id, :nil), coalesce(r.segment, ''),
                                   r.week, r.hidden
                            from response r
                            where r.id in (:ids)
                            on duplicate key update organisation_id = values(organisation_id),
                                segment = values(segment), week = values(week), hidden = values(hidden)""")
                    .param("nil", Group.NOT_KEPT)
                    .param("ids", ids)
                    .update();
            jdbc.sql("update response set counted_revision = :revision where id in (:ids)")
                    .param("revision", revision)
                    .param("ids", ids)
                    .update();
        });
    }
}
