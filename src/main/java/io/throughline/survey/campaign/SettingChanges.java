package io.throughline.survey.campaign;

import io.throughline.shared.Ids;
import io.throughline.shared.PersonId;
import io.throughline.shared.row.Utc;
import io.throughline.survey.CampaignId;
import io.throughline.survey.campaign.SettingDifference.Setting;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every change of a campaign's settings, insert-only. */
@Component
class SettingChanges {

    private final JdbcClient jdbc;

    SettingChanges(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void store(CampaignId campaign, SettingDifference what, PersonId by, Instant now) {
        jdbc.sql("""
                        insert into campaign_setting_change
                            (id, campaign_id, setting, segment, old_value, new_value, changed_by, changed_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(Arrays.asList(
                        Ids.next(),
                        campaign.value(),
                        what.setting().name(),
                        what.segment(),
                        what.before(),
                        what.after(),
                        by.value(),
                        Utc.column(now)))
                .update();
    }

    /** Newest first. */
    List<SettingChange> of(CampaignId campaign) {
        return jdbc.sql("""
                        select c.setting, c.segment, c.old_value, c.new_value, p.name, c.changed_at
                        from campaign_setting_change c join person p on p.id = c.changed_by
                        where c.campaign_id = ? order by c.changed_at desc, c.id desc limit 50""")
                .param(campaign.value())
                .query((row, number) ->
                        new SettingChange(difference(row), row.getString("name"), Utc.instant(row, "changed_at")))
                .list();
    }

    private static SettingDifference difference(ResultSet row) throws SQLException {
        return new SettingDifference(
                Setting.valueOf(row.getString("setting")),
                row.getString("segment"),
                row.getObject("old_value", Integer.class),
                row.getObject("new_value", Integer.class));
    }
}
