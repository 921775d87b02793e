package io.throughline.backlog;

import static io.throughline.backlog.row.Rows.text;
import static io.throughline.shared.row.Columns.uuid;

import io.throughline.backlog.row.Rows;
import io.throughline.survey.QuestionId;
import io.throughline.survey.SurveyVersionId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Requirements as far as customers are told of them, by what led to them. */
@Component
class PublishedRequirements {

    private static final String COLUMNS = """
            select l.*, r.id, r.title, s.status, s.project_name, s.planned_from, s.planned_to,
                (select t.text from status_text t where t.status_id = s.id
                 order by t.written_at desc, t.id desc limit 1) words
            """;

    /** The last step customers may see: one that needs words waits for them. */
    private static final String LAST_STEP = """
            join requirement r on r.id = l.requirement_id
            join requirement_status s on s.requirement_id = r.id and s.number = (
                select max(v.number) from requirement_status v where v.requirement_id = r.id
                  and (v.needs_text = 0 or exists (select 1 from status_text t where t.status_id = v.id)))
            """;

    private static final String BY_NEED = COLUMNS + """
            from (select distinct l.requirement_id, coalesce(n.merged_into, n.id) need_id
                  from need n join requirement_need l on l.need_id = n.id
                  where n.id in (:ids) or n.merged_into in (:ids)) l
            """ + LAST_STEP + "order by r.id";

    /** An item leads to requirements that rest on it, and to those that serve a need made of it. */
    private static final String BY_ITEM = COLUMNS + """
            from (select requirement_id, survey_version_id, question_id, item_key from evidence
                  where survey_version_id in (:ids) and requirement_id is not null
                  union
                  select l.requirement_id, e.survey_version_id, e.question_id, e.item_key
                  from evidence e join need own on own.id = e.need_id
                  join requirement_need l on l.need_id = coalesce(own.merged_into, own.id)
                  where e.survey_version_id in (:ids)
                  union
                  select l.requirement_id, e.survey_version_id, e.question_id, e.item_key
                  from evidence e join need own on own.id = e.need_id
                  join need m on m.merged_into = coalesce(own.merged_into, own.id)
                  join requirement_need l on l.need_id = m.id
                  where e.survey_version_id in (:ids)) l
            """ + LAST_STEP + "order by r.id";

    private final JdbcClient jdbc;

    PublishedRequirements(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those that serve each of these needs, or one merged into it. */
    Map<UUID, List<PublishedRequirement>> byNeed(Collection<UUID> needs) {
        var found = new LinkedHashMap<UUID, List<PublishedRequirement>>();
        if (!needs.isEmpty()) {
            jdbc.sql(BY_NEED).param("ids", needs).query(row -> {
                found.computeIfAbsent(uuid(row, "need_id"), k -> new ArrayList<>())
                        .add(published(row));
            });
        }
        return found;
    }

    /** Those that each item of these versions led to. */
    Map<ItemRef, List<PublishedRequirement>> byItem(List<UUID> surveyVersions) {
        var found = new LinkedHashMap<ItemRef, List<PublishedRequirement>>();
        if (!surveyVersions.isEmpty()) {
            jdbc.sql(BY_ITEM).param("ids", surveyVersions).query(row -> {
                found.computeIfAbsent(item(row), k -> new ArrayList<>()).add(published(row));
            });
        }
        return found;
    }

    /** The item a row of evidence is about. */
    static ItemRef item(ResultSet row) throws SQLException {
        return new ItemRef(
                new SurveyVersionId(uuid(row, "survey_version_id")),
                new QuestionId(uuid(row, "question_id")),
                row.getString("item_key"));
    }

    private static PublishedRequirement published(ResultSet row) throws SQLException {
        return new PublishedRequirement(
                new RequirementId(uuid(row, "id")),
                text(row, "title"),
                AnswerStatus.valueOf(row.getString("status")),
                Rows.textOrNull(row, "project_name"),
                row.getObject("planned_from", LocalDate.class),
                row.getObject("planned_to", LocalDate.class),
                Rows.textOrNull(row, "words"));
    }
}
