package io.throughline.survey.lineage;

import io.throughline.shared.row.Columns;
import io.throughline.shared.row.Utc;
import io.throughline.survey.QuestionId;
import io.throughline.survey.SurveyId;
import io.throughline.survey.SurveyVersionId;
import io.throughline.survey.design.SurveyJson;
import io.throughline.survey.lineage.Descent.Ancestor;
import io.throughline.survey.version.Edit;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts the collected answers that edits of a draft touch: those to the version before and to the earlier ones whose
 * answers stand in one line with it. However many there are, only so many responses are looked at. Where even editors may
 * not know who answered, single answers are not counted either: a small number would tell.
 */
@Component
class TouchedAnswers {

    /** Responses looked at. */
    static final int MOST = 10_000;

    private static final String SUBMITTED = """
            select r.survey_version_id, s.question_id, count(*) answers
            from (select r.id, r.submitted_revision, c.survey_version_id
                  from campaign c join response r on r.campaign_id = c.id
                  where c.survey_id = :survey and c.confidentiality in ('NAMED', 'CONFIDENTIAL')
                    and r.submitted_revision > 0 limit :most) r
            join submitted_answer s on s.response_id = r.id and s.revision = r.submitted_revision
            where s.question_id in (:questions)
            group by r.survey_version_id, s.question_id""";

    private static final String NAMING = """
            select r.survey_version_id, s.question_id, named.item, count(*) answers
            from (select r.id, r.submitted_revision, c.survey_version_id
                  from campaign c join response r on r.campaign_id = c.id
                  where c.survey_id = :survey and c.confidentiality in ('NAMED', 'CONFIDENTIAL')
                    and r.submitted_revision > 0 limit :most) r
            join submitted_answer s on s.response_id = r.id and s.revision = r.submitted_revision
            join json_table(:named, '$[*]' columns (question varchar(36) path '$.question',
                                                    item varchar(64) path '$.item')) named
              on named.question = s.question_id
            where json_contains(s.content, json_quote(named.item), '$.chosen')
               or json_contains(s.content, json_quote(named.item), '$.mattersMost')
               or json_exists(s.content, concat('$.satisfaction."', named.item, '"'))
               or json_exists(s.content, concat('$.importance."', named.item, '"'))
               or json_value(s.content, concat('$.points."', named.item, '"')) > 0
               or json_exists(s.content, concat('$.pairs."', named.item, '"'))
               or json_exists(s.content, concat('$.ranks."', named.item, '"'))
               or json_length(s.content, '$.judgements') > 0
               or json_contains(json_extract(s.content, '$.picks.*.best'), json_quote(named.item))
               or json_contains(json_extract(s.content, '$.picks.*.worst'), json_quote(named.item))
            group by r.survey_version_id, s.question_id, named.item""";

    private static final String BEGUN = """
            select a.question_id, count(*) answers
            from (select r.id from campaign c join response r on r.campaign_id = c.id
                  where c.survey_version_id = :version and c.confidentiality in ('NAMED', 'CONFIDENTIAL')
                    and r.submitted_revision = 0
                    and c.closes_at > :now and (c.closed_at is null or c.closed_at > :now) limit :most) r
            join answer a on a.response_id = r.id
            where a.question_id in (:questions)
            group by a.question_id""";

    private static final String RESPONSES = """
            select (select count(*) from (select 1 from campaign c join response r on r.campaign_id = c.id
                                          where c.survey_id = :survey and r.submitted_revision > 0
                                            and c.confidentiality in ('NAMED', 'CONFIDENTIAL') limit :most) r) responses,
                   exists (select 1 from campaign c where c.survey_id = :survey
                             and c.confidentiality not in ('NAMED', 'CONFIDENTIAL')) nameless""";

    private final VersionLines lines;
    private final JdbcClient jdbc;
    private final Clock clock;

    TouchedAnswers(VersionLines lines, JdbcClient jdbc, Clock clock) {
        this.lines = lines;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** An item of a question, as one version calls it. */
    record Named(String question, String item) {

        static Named of(QuestionId question, String item) {
            return new Named(question.value().toString(), item);
        }
    }

    /** By {@link Edit#key}. */
    Map<String, Touched> of(SurveyId survey, SurveyVersionId base, List<Edit> edits) {
        var questions = new HashSet<QuestionId>();
        edits.forEach(edit -> questions.addAll(edit.touches()));
        if (questions.isEmpty()) {
            return Map.of();
        }
        var lines = this.lines.of(base, questions);
        var sources = new HashMap<QuestionId, List<Source>>();
        lines.forEach((question, descent) -> {
            var all = new ArrayList<>(List.of(new Source(base, null)));
            descent.line().forEach(ancestor -> all.add(new Source(ancestor.version(), ancestor)));
            sources.put(question, all);
        });
        var extent = extent(survey);
        var submitted = submitted(survey, questions);
        var naming = naming(survey, named(edits, sources));
        var begun = begun(base, questions);
        var counts = new HashMap<String, Touched>();
        for (var edit : edits) {
            int answers = 0;
            int about = 0;
            int open = 0;
            for (var question : edit.touches()) {
                open += begun.getOrDefault(question, 0);
                for (var source : sources.getOrDefault(question, List.of())) {
                    answers += submitted.getOrDefault(new Place(source.version, question, ""), 0);
                    for (var item : source.called(edit.item())) {
                        about += naming.getOrDefault(new Place(source.version, question, item), 0);
                    }
                }
            }
            counts.put(
                    edit.key(),
                    new Touched(
                            answers,
                            edit.item().isEmpty() ? answers : about,
                            open,
                            extent.responses < MOST,
                            extent.nameless));
        }
        return counts;
    }

    /** A version whose answers stand in line. @param ancestor null for the version the draft follows */
    private record Source(SurveyVersionId version, @Nullable Ancestor ancestor) {

        /** What this version called an item; several where they stand for one. */
        List<String> called(String item) {
            if (item.isEmpty() || ancestor == null) {
                return item.isEmpty() ? List.of() : List.of(item);
            }
            return ancestor.items().entrySet().stream()
                    .filter(entry -> entry.getValue().equals(item))
                    .map(Map.Entry::getKey)
                    .toList();
        }
    }

    private record Place(SurveyVersionId version, QuestionId question, String item) {}

    private static Set<Named> named(List<Edit> edits, Map<QuestionId, List<Source>> sources) {
        var named = new HashSet<Named>();
        for (var edit : edits) {
            for (var question : edit.touches()) {
                sources.getOrDefault(question, List.of())
                        .forEach(source ->
                                source.called(edit.item()).forEach(item -> named.add(Named.of(question, item))));
            }
        }
        return named;
    }

    /** @param nameless whether some rounds are not counted */
    private record Extent(int responses, boolean nameless) {}

    private Extent extent(SurveyId survey) {
        return jdbc.sql(RESPONSES)
                .param("survey", survey.value())
                .param("most", MOST)
                .query((row, number) -> new Extent(row.getInt("responses"), row.getBoolean("nameless")))
                .single();
    }

    private Map<Place, Integer> submitted(SurveyId survey, Set<QuestionId> questions) {
        var counts = new HashMap<Place, Integer>();
        jdbc.sql(SUBMITTED)
                .param("survey", survey.value())
                .param("most", MOST)
                .param("questions", questions.stream().map(QuestionId::value).toList())
                .query(row -> {
                    counts.put(
                            new Place(
                                    new SurveyVersionId(Columns.uuid(row, "survey_version_id")),
                                    new QuestionId(Columns.uuid(row, "question_id")),
                                    ""),
                            row.getInt("answers"));
                });
        return counts;
    }

    private Map<Place, Integer> naming(SurveyId survey, Set<Named> named) {
        var counts = new HashMap<Place, Integer>();
        if (!named.isEmpty()) {
            jdbc.sql(NAMING)
                    .param("survey", survey.value())
                    .param("most", MOST)
                    .param("named", SurveyJson.writeRows(named))
                    .query(row -> {
                        counts.put(
                                new Place(
                                        new SurveyVersionId(Columns.uuid(row, "survey_version_id")),
                                        new QuestionId(Columns.uuid(row, "question_id")),
                                        row.getString("item")),
                                row.getInt("answers"));
                    });
        }
        return counts;
    }

    private Map<QuestionId, Integer> begun(SurveyVersionId version, Set<QuestionId> questions) {
        var counts = new HashMap<QuestionId, Integer>();
        jdbc.sql(BEGUN)
                .param("version", version.value())
                .param("now", Utc.column(clock.instant()))
                .param("most", MOST)
                .param("questions", questions.stream().map(QuestionId::value).toList())
                .query(row -> {
                    counts.put(new QuestionId(Columns.uuid(row, "question_id")), row.getInt("answers"));
                });
        return counts;
    }
}
