package io.throughline.backlog.port;

import static io.throughline.backlog.row.Rows.text;
import static io.throughline.shared.row.Columns.uuid;

import io.throughline.backlog.AreaId;
import io.throughline.backlog.BacklogKinds;
import io.throughline.backlog.RequirementId;
import io.throughline.shared.Role;
import io.throughline.shared.Viewer;
import io.throughline.shared.act.ObjectRef;
import io.throughline.shared.port.TraceSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The arrows answer → need and need → requirement; a survey version stands for the answers behind evidence. */
@Component
public class BacklogTrace implements TraceSource {

    private static final String SURVEY_VERSION = "survey-version";

    private final JdbcClient jdbc;

    public BacklogTrace(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Arrow> arrows(Viewer viewer, Collection<ObjectRef> objects) {
        if (objects.isEmpty() || !(viewer.is(Role.PROJECT_MANAGER) || viewer.is(Role.MANAGER))) {
            return List.of();
        }
        var ids = objects.stream().map(ObjectRef::id).toList();
        var arrows = new ArrayList<Arrow>();
        needsToRequirements(viewer, ids, arrows);
        wordsToNeeds(viewer, ids, arrows);
        answersToNeedsAndRequirements(viewer, ids, arrows);
        return arrows;
    }

    private void needsToRequirements(Viewer viewer, List<UUID> ids, List<Arrow> arrows) {
        jdbc.sql("""
                select n.id need_id, n.need_key, n.title need_title, r.id, r.area_id, r.req_key, r.title
                from requirement_need l join need own on own.id = l.need_id
                join need n on n.id = coalesce(own.merged_into, own.id) join requirement r on r.id = l.requirement_id
                where own.id in (:ids) or own.merged_into in (:ids) or l.requirement_id in (:ids) order by n.id, r.id
                """).param("ids", ids).query(row -> {
            arrows.add(new Arrow(
                    need(
                            uuid(row, "need_id"),
                            row.getString("need_key") + " "
                                    + text(row, "need_title").in(viewer.locale())),
                    requirement(
                            uuid(row, "id"),
                            uuid(row, "area_id"),
                            row.getString("req_key") + " " + text(row, "title").in(viewer.locale()))));
        });
    }

    /** All words joined to a need are one stop, counted. */
    private void wordsToNeeds(Viewer viewer, List<UUID> ids, List<Arrow> arrows) {
        jdbc.sql("""
                select min(x.id) id, count(*) people, n.id need_id, n.need_key, n.title
                from expression x join need own on own.id = x.need_id
                join need n on n.id = coalesce(own.merged_into, own.id)
                where own.id in (:ids) or own.merged_into in (:ids) or x.id in (:ids) group by n.id, n.need_key, n.title
                """).param("ids", ids).query(row -> {
            var origin = new ObjectRef(BacklogKinds.EXPRESSION, uuid(row, "id"));
            var title = row.getString("need_key") + " " + text(row, "title").in(viewer.locale());
            arrows.add(new Arrow(
                    new Stop(Stage.ANSWER, origin, "", BacklogLinks.TRIAGE, row.getInt("people")),
                    need(uuid(row, "need_id"), title)));
        });
    }

    private void answersToNeedsAndRequirements(Viewer viewer, List<UUID> ids, List<Arrow> arrows) {
        jdbc.sql("""
                select e.survey_version_id, v.survey_id, max(e.people) people,
                    n.id need_id, n.need_key, n.title need_title, r.id, r.area_id, r.req_key, r.title
                from evidence e join survey_version v on v.id = e.survey_version_id
                left join need own on own.id = e.need_id
                left join need n on n.id = coalesce(own.merged_into, own.id) left join requirement r on r.id = e.requirement_id
                where e.need_id in (:ids) or own.merged_into in (:ids) or e.requirement_id in (:ids)
                group by e.survey_version_id, v.survey_id, n.id, n.need_key, n.title, r.id, r.area_id, r.req_key, r.title
                """).param("ids", ids).query(row -> {
            var version = uuid(row, "survey_version_id");
            var answers = new Stop(
                    Stage.ANSWER,
                    new ObjectRef(SURVEY_VERSION, version),
                    "",
                    BacklogLinks.results(uuid(row, "survey_id")),
                    row.getInt("people"));
            if (row.getString("need_key") != null) {
                arrows.add(new Arrow(
                        answers,
                        need(
                                uuid(row, "need_id"),
                                row.getString("need_key") + " "
                                        + text(row, "need_title").in(viewer.locale()))));
            }
            if (row.getString("req_key") != null) {
                arrows.add(new Arrow(
                        answers,
                        requirement(
                                uuid(row, "id"),
                                uuid(row, "area_id"),
                                row.getString("req_key") + " "
                                        + text(row, "title").in(viewer.locale()))));
            }
        });
    }

    private static Stop need(UUID id, String title) {
        return new Stop(Stage.NEED, new ObjectRef(BacklogKinds.NEED, id), title, BacklogLinks.need(id), 1);
    }

    private static Stop requirement(UUID id, UUID area, String title) {
        return new Stop(
                Stage.REQUIREMENT,
                new ObjectRef(BacklogKinds.REQUIREMENT, id),
                title,
                BacklogLinks.requirement(new AreaId(area), new RequirementId(id)),
                1);
    }
}
