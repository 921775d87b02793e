package io.throughline.survey;

import io.throughline.shared.Role;
import io.throughline.shared.Viewer;
import io.throughline.shared.act.ObjectRef;
import io.throughline.shared.port.ObjectDirectory;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What surveys, their versions and responses are called, and who may read them. */
@Component
class SurveyObjects implements ObjectDirectory {

    private final JdbcClient jdbc;

    SurveyObjects(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<String> kinds() {
        return List.of(Survey.KIND, Response.KIND, SurveyVersion.KIND);
    }

    @Override
    public Map<UUID, Entry> readable(Viewer viewer, Collection<ObjectRef> objects) {
        var found = new HashMap<UUID, Entry>();
        boolean asks = viewer.is(Role.PROJECT_MANAGER) || viewer.is(Role.MANAGER);
        var surveys = ids(objects, Survey.KIND);
        if (asks && !surveys.isEmpty()) {
            jdbc.sql("""
                            select s.id, s.survey_key, json_extract(s.content, '$.title') title from survey s
                            where s.id in (:ids) and (s.state = 'PUBLISHED' or s.owner_id = :me or exists (
                                select 1 from survey_co_editor c where c.survey_id = s.id and c.person_id = :me))""")
                    .param("ids", surveys)
                    .param("me", viewer.id().value())
                    .query((row, number) -> found.put(Utc.uuid(row, "id"), survey(row, viewer)))
                    .list();
        }
        var responses = ids(objects, Response.KIND);
        if (!responses.isEmpty()) {
            jdbc.sql("""
                            select r.id, s.id survey_id, v.id version_id, json_extract(v.content, '$.title') title
                            from response r join survey_version v on v.id = r.survey_version_id
                            join survey s on s.id = v.survey_id
                            where r.id in (:ids) and (:asks and r.submitted_revision > 0 or r.person_id = :me)""")
                    .param("ids", responses)
                    .param("asks", asks)
                    .param("me", viewer.id().value())
                    .query((row, number) -> found.put(Utc.uuid(row, "id"), answering(row, viewer, asks)))
                    .list();
        }
        var versions = ids(objects, SurveyVersion.KIND);
        if (!versions.isEmpty()) {
            jdbc.sql("""
                            select v.id, s.id survey_id, v.id version_id, json_extract(v.content, '$.title') title
                            from survey_version v join survey s on s.id = v.survey_id
                            where v.id in (:ids) and (:asks or exists (
                                select 1 from response r where r.survey_version_id = v.id and r.person_id = :me))""")
                    .param("ids", versions)
                    .param("asks", asks)
                    .param("me", viewer.id().value())
                    .query((row, number) -> found.put(Utc.uuid(row, "id"), answering(row, viewer, asks)))
                    .list();
        }
        return found;
    }

    private static Entry survey(ResultSet row, Viewer viewer) throws SQLException {
        return new Entry(
                row.getString("survey_key") + " "
                        + SurveyJson.text(row.getString("title")).in(viewer.locale()),
                SurveyLinks.survey(new SurveyId(Utc.uuid(row, "id"))));
    }

    private static Entry answering(ResultSet row, Viewer viewer, boolean asks) throws SQLException {
        return new Entry(
                SurveyJson.text(row.getString("title")).in(viewer.locale()),
                asks
                        ? SurveyLinks.survey(new SurveyId(Utc.uuid(row, "survey_id")))
                        : SurveyLinks.answer(new SurveyVersionId(Utc.uuid(row, "version_id"))));
    }

    private static List<UUID> ids(Collection<ObjectRef> objects, String kind) {
        return objects.stream()
                .filter(object -> object.kind().equals(kind))
                .map(ObjectRef::id)
                .toList();
    }
}
