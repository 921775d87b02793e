package io.throughline.survey.port;

import io.throughline.shared.Role;
import io.throughline.shared.Viewer;
import io.throughline.shared.act.ObjectRef;
import io.throughline.shared.port.ObjectDirectory;
import io.throughline.shared.row.Columns;
import io.throughline.survey.CampaignId;
import io.throughline.survey.SurveyId;
import io.throughline.survey.answer.Response;
import io.throughline.survey.campaign.Campaign;
import io.throughline.survey.design.Survey;
import io.throughline.survey.design.SurveyAccess;
import io.throughline.survey.design.SurveyJson;
import io.throughline.survey.design.SurveyLinks;
import io.throughline.survey.start.SurveyTemplates;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What surveys, campaigns, responses and templates are called, and who may read them. */
@Component
class SurveyObjects implements ObjectDirectory {

    private final JdbcClient jdbc;

    SurveyObjects(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<String> kinds() {
        return List.of(Survey.KIND, Campaign.KIND, Response.KIND, SurveyTemplates.KIND);
    }

    @Override
    public Map<UUID, Entry> readable(Viewer viewer, Collection<ObjectRef> objects) {
        var found = new HashMap<UUID, Entry>();
        boolean asks = viewer.is(Role.PROJECT_MANAGER) || viewer.is(Role.MANAGER);
        var surveys = ids(objects, Survey.KIND);
        if (asks && !surveys.isEmpty()) {
            jdbc.sql("""
                            select s.id, s.survey_key, json_extract(coalesce(
                                (select v.content from survey_version v where v.survey_id = s.id
                                 order by v.number desc limit 1), s.content), '$.title') title
                            from survey s
                            where s.id in (:ids) and (s.state = 'PUBLISHED' or s.owner_id = :me or exists (
                                select 1 from survey_co_editor c where c.survey_id = s.id and c.person_id = :me))""")
                    .param("ids", surveys)
                    .param("me", viewer.id().value())
                    .query((row, number) -> found.put(Columns.uuid(row, "id"), survey(row, viewer)))
                    .list();
        }
        var campaigns = ids(objects, Campaign.KIND);
        if (asks && !campaigns.isEmpty()) {
            jdbc.sql("""
                            select c.id campaign_id, c.number, c.survey_id, s.survey_key,
                                   json_extract(v.content, '$.title') title
                            from campaign c join survey s on s.id = c.survey_id
                            join survey_version v on v.id = c.survey_version_id
                            where c.id in (:ids)""")
                    .param("ids", campaigns)
                    .query((row, number) -> found.put(Columns.uuid(row, "campaign_id"), campaign(row, viewer)))
                    .list();
        }
        var templates = ids(objects, SurveyTemplates.KIND);
        if (viewer.is(Role.PROJECT_MANAGER) && !templates.isEmpty()) {
            jdbc.sql("select id, name from survey_template where id in (:ids)")
                    .param("ids", templates)
                    .query((row, number) ->
                            found.put(Columns.uuid(row, "id"), new Entry(row.getString("name"), SurveyLinks.SURVEYS)))
                    .list();
        }
        var responses = ids(objects, Response.KIND);
        if (!responses.isEmpty()) {
            jdbc.sql("""
                            select r.id, c.survey_id, c.id campaign_id, json_extract(v.content, '$.title') title
                            from response r join campaign c on c.id = r.campaign_id
                            join survey_version v on v.id = c.survey_version_id
                            where r.id in (:ids) and (r.person_id = :me
                                or :asks and r.submitted_revision > 0 and
                            """ + SurveyAccess.NAMES + ")")
                    .param("ids", responses)
                    .param("asks", asks)
                    .param("me", viewer.id().value())
                    .query((row, number) -> found.put(Columns.uuid(row, "id"), response(row, viewer, asks)))
                    .list();
        }
        return found;
    }

    private static Entry survey(ResultSet row, Viewer viewer) throws SQLException {
        return new Entry(
                row.getString("survey_key") + " "
                        + SurveyJson.text(row.getString("title")).in(viewer.locale()),
                SurveyLinks.survey(new SurveyId(Columns.uuid(row, "id"))));
    }

    private static Entry response(ResultSet row, Viewer viewer, boolean asks) throws SQLException {
        return new Entry(
                SurveyJson.text(row.getString("title")).in(viewer.locale()),
                asks ? campaignLink(row) : SurveyLinks.answer(new CampaignId(Columns.uuid(row, "campaign_id"))));
    }

    private static Entry campaign(ResultSet row, Viewer viewer) throws SQLException {
        return new Entry(
                row.getString("survey_key") + " "
                        + SurveyJson.text(row.getString("title")).in(viewer.locale()) + " #" + row.getInt("number"),
                campaignLink(row));
    }

    private static String campaignLink(ResultSet row) throws SQLException {
        return SurveyLinks.campaign(
                new SurveyId(Columns.uuid(row, "survey_id")), new CampaignId(Columns.uuid(row, "campaign_id")));
    }

    private static List<UUID> ids(Collection<ObjectRef> objects, String kind) {
        return objects.stream()
                .filter(object -> object.kind().equals(kind))
                .map(ObjectRef::id)
                .toList();
    }
}
