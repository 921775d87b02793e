package io.throughline.survey.count;

import io.throughline.shared.row.Columns;
import io.throughline.survey.CampaignId;
import io.throughline.survey.Group;
import io.throughline.survey.QuestionId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows in which it stands what the counted answers come to: one per question, group and week. */
@Component
public class CellStore {

    /** The driver writes a batch before it reads what came of it: one that is too long for the socket stalls both sides. */
    private static final int AT_ONCE = 24;

    private final JdbcClient jdbc;
    private final JdbcTemplate batch;

    CellStore(JdbcClient jdbc, JdbcTemplate batch) {
        this.jdbc = jdbc;
        this.batch = batch;
    }

    /** @param week its Monday (UTC) */
    public record Place(LocalDate week, Group group, QuestionId question) {

        static Place of(ResultSet row) throws SQLException {
            return new Place(
                    row.getObject("week", LocalDate.class),
                    new Group(Columns.uuid(row, "organisation_id"), row.getString("segment")),
                    new QuestionId(Columns.uuid(row, "question_id")));
        }
    }

    /**
     * How far a campaign is counted.
     *
     * @param counted how many times something was counted
     * @param anew the first time since everything was counted anew
     * @param form in which its cells are written
     * @param uncounted whether there is a response to be counted
     */
    record Count(long counted, long anew, int form, boolean uncounted) {}

    /** @param form of the cells where there are none yet */
    Count count(CampaignId campaign, int form) {
        return jdbc.sql("""
                        select coalesce(max(c.counted), 0) counted, coalesce(max(c.anew), 0) anew,
                               coalesce(max(c.form), :form) form,
                               exists (select 1 from response r where r.campaign_id = :campaign and r.uncounted = true)
                                   uncounted
                        from campaign_count c where c.campaign_id = :campaign""")
                .param("campaign", campaign.value())
                .param("form", form)
                .query((row, number) -> count(row, row.getBoolean("uncounted")))
                .single();
    }

    /** Waits until nobody else counts this campaign; from then on to the end of the transaction nobody else does. */
    Count locked(CampaignId campaign, int form) {
        jdbc.sql("insert ignore into campaign_count (campaign_id, counted, anew, form) values (?, 0, 0, ?)")
                .params(campaign.value(), form)
                .update();
        return jdbc.sql("select counted, anew, form from campaign_count where campaign_id = ? for update")
                .param(campaign.value())
                .query((row, number) -> count(row, true))
                .single();
    }

    private static Count count(ResultSet row, boolean uncounted) throws SQLException {
        return new Count(row.getLong("counted"), row.getLong("anew"), row.getInt("form"), uncounted);
    }

    void counted(CampaignId campaign, long counted) {
        jdbc.sql("update campaign_count set counted = ? where campaign_id = ?")
                .params(counted, campaign.value())
                .update();
    }

    /** Everything is to be counted anew. */
    void forget(CampaignId campaign, int form) {
        jdbc.sql("delete from result_cell where campaign_id = ?")
                .param(campaign.value())
                .update();
        jdbc.sql("""
                        delete c from counted_response c join response r on r.id = c.response_id
                        where r.campaign_id = ?""").param(campaign.value()).update();
        jdbc.sql("update response set counted_revision = 0 where campaign_id = ? and counted_revision > 0")
                .param(campaign.value())
                .update();
        jdbc.sql("update campaign_count set counted = counted + 1, anew = counted, form = ? where campaign_id = ?")
                .params(form, campaign.value())
                .update();
    }

    /** The cells of all these groups and weeks, as they are written. */
    Map<Place, byte[]> read(CampaignId campaign, Collection<Group> groups, Collection<LocalDate> weeks) {
        var found = new HashMap<Place, byte[]>();
        var organisations = groups.stream().map(Group::organisation).distinct().toList();
        jdbc.sql("""
                        select week, organisation_id, segment, question_id, content from result_cell
                        where campaign_id = :campaign and week in (:weeks) and organisation_id in (:organisations)""")
                .param("campaign", campaign.value())
                .param("weeks", weeks)
                .param("organisations", organisations)
                .query(row -> {
                    found.put(Place.of(row), row.getBytes("content"));
                });
        return found;
    }

    void write(CampaignId campaign, Map<Place, byte[]> cells, long counted) {
        var rows = new ArrayList<Object[]>();
        cells.forEach((place, content) -> rows.add(new Object[] {
            campaign.value(),
            place.week(),
            place.group().organisation(),
            place.group().segment(),
            place.question().value(),
            counted,
            content
        }));
        for (int from = 0; from < rows.size(); from += AT_ONCE) {
            batch.batchUpdate("""
                    insert into result_cell (campaign_id, week, organisation_id, segment, question_id, counted, content)
                    values (?, ?, ?, ?, ?, ?, ?)
                    on duplicate key update counted = values(counted), content = values(content)""", rows.subList(from, Math.min(from + AT_ONCE, rows.size())));
        }
    }

    /** What a cell says. */
    record Written(Place place, byte[] content) {}

    /** The cells that changed since. */
    List<Written> since(CampaignId campaign, long counted) {
        return jdbc.sql("""
                        select week, organisation_id, segment, question_id, content from result_cell
                        where campaign_id = ? and counted > ?""")
                .params(campaign.value(), counted)
                .query((row, number) -> new Written(Place.of(row), row.getBytes("content")))
                .list();
    }
}
