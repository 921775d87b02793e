package io.throughline.survey.campaign;

import io.throughline.shared.PersonId;
import io.throughline.shared.row.Columns;
import io.throughline.shared.row.Like;
import io.throughline.survey.CampaignId;
import io.throughline.survey.ResponseState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whom campaigns invited. Who may know it, and whether they answered, is asked by whoever calls. */
@Component
class InvitedRows {

    private static final int LARGEST_PAGE = 200;

    private final JdbcClient jdbc;

    InvitedRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * By name.
     *
     * @param text part of the name or of the organisation's; empty for all
     * @param limit at most 200
     * @param names whether to say who answered; of an anonymous campaign everybody gets to know it of that many at once
     * @param links whether to count personal links
     */
    List<Invited> of(CampaignId campaign, String text, int offset, int limit, boolean names, boolean links) {
        return jdbc.sql("""
                        select p.id, p.name, o.name organisation, coalesce(r.submitted_revision, 0) submitted_revision,
                               r.id is not null begun, g.state ballot,
                               (select count(*) from personal_link l
                                where l.campaign_id = i.campaign_id and l.person_id = i.person_id
                                  and l.revoked_at is null) links
                        from campaign_invitation i
                        join person p on p.id = i.person_id
                        join organisation o on o.id = i.organisation_id
                        left join response r on r.campaign_id = i.campaign_id and r.person_id = i.person_id
                        left join ballot_register g on g.campaign_id = i.campaign_id and g.person_id = i.person_id
                        where i.campaign_id = :campaign
                          and (:text = '' or p.name like :pattern or o.name like :pattern)
                        order by p.name, p.id limit :limit offset :offset""")
                .param("campaign", campaign.value())
                .param("text", text.strip())
                .param("pattern", Like.containing(text))
                .param("limit", Math.clamp(limit, 0, LARGEST_PAGE))
                .param("offset", Math.max(0, offset))
                .query((row, number) -> invited(row, names, links))
                .list();
    }

    int count(CampaignId campaign, String text) {
        return jdbc.sql("""
                        select count(*) from campaign_invitation i
                        join person p on p.id = i.person_id
                        join organisation o on o.id = i.organisation_id
                        where i.campaign_id = :campaign
                          and (:text = '' or p.name like :pattern or o.name like :pattern)""")
                .param("campaign", campaign.value())
                .param("text", text.strip())
                .param("pattern", Like.containing(text))
                .query(Integer.class)
                .single();
    }

    boolean has(CampaignId campaign, PersonId person) {
        return jdbc.sql("select count(*) from campaign_invitation where campaign_id = ? and person_id = ?")
                        .params(campaign.value(), person.value())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private static Invited invited(ResultSet row, boolean names, boolean links) throws SQLException {
        return new Invited(
                new PersonId(Columns.uuid(row, "id")),
                row.getString("name"),
                row.getString("organisation"),
                "ANSWERED".equals(row.getString("ballot"))
                        ? ResponseState.SUBMITTED
                        : names ? state(row.getBoolean("begun"), row.getInt("submitted_revision")) : null,
                links ? row.getInt("links") : 0);
    }

    private static ResponseState state(boolean begun, int submittedRevision) {
        if (!begun) {
            return ResponseState.NOT_STARTED;
        }
        return submittedRevision > 0 ? ResponseState.SUBMITTED : ResponseState.IN_PROGRESS;
    }
}
