package io.throughline.survey.count;

import io.throughline.shared.row.Columns;
import io.throughline.survey.CampaignId;
import io.throughline.survey.Group;
import io.throughline.survey.QuestionId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows in which it stands what the counted answers come to: one per group and week, with the cells of all questions. */
@Component
public class CellStore {

    private final JdbcClient jdbc;

    CellStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Where the cells of all questions lie together. @param week its Monday (UTC) */
    record Spot(LocalDate week, Group group) {

        static Spot of(ResultSet row) throws SQLException {
            return new Spot(
                    row.getObject("week", LocalDate.class),
                    new Group(Columns.uuid(row, "organisation_id"), row.getString("segment")));
        }
    }

    record Place(Spot spot, QuestionId question) {

        LocalDate week() {
            return spot.week();
        }

        Group group() {
            return spot.group();
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

    /** The cells of some spots, as they are written. */
    Map<Place, byte[]> read(CampaignId campaign, Set<Spot> spots) {
        return cells(jdbc.sql("""
                        select week, organisation_id, segment, content from result_cell
                        where campaign_id = :campaign and week in (:weeks) and organisation_id in (:organisations)""")
                .param("campaign", campaign.value())
                .param("weeks", spots.stream().map(Spot::week).distinct().toList())
                .param(
                        "organisations",
                        spots.stream()
                                .map(spot -> spot.group().organisation())
                                .distinct()
                                .toList()));
    }

    /** @param cells all of each spot that has one among them */
    void write(CampaignId campaign, Map<Place, byte[]> cells, long counted) {
        var rows = new HashMap<Spot, Map<QuestionId, byte[]>>();
        cells.forEach((place, content) ->
                rows.computeIfAbsent(place.spot(), _ -> new HashMap<>()).put(place.question(), content));
        rows.forEach((spot, row) -> jdbc.sql("""
                        insert into result_cell (campaign_id, week, organisation_id, segment, counted, content)
                        values (?, ?, ?, ?, ?, ?)
                        on duplicate key update counted = values(counted), content = values(content)""")
                .params(
                        campaign.value(),
                        spot.week(),
                        spot.group().organisation(),
                        spot.group().segment(),
                        counted,
                        CellRow.written(row))
                .update());
    }

    /** The cells that may have changed since. */
    Map<Place, byte[]> since(CampaignId campaign, long counted) {
        return cells(jdbc.sql("""
                        select week, organisation_id, segment, content from result_cell
                        where campaign_id = :campaign and counted > :counted""").param("campaign", campaign.value()).param("counted", counted));
    }

    private static Map<Place, byte[]> cells(JdbcClient.StatementSpec rows) {
        var found = new HashMap<Place, byte[]>();
        rows.query(row -> {
            var spot = Spot.of(row);
            CellRow.read(row.getBytes("content"))
                    .forEach((question, content) -> found.put(new Place(spot, question), content));
        });
        return found;
    }
}
