package io.throughline.survey.campaign;

import io.throughline.people.credentials.Tokens;
import io.throughline.shared.Hashes;
import io.throughline.shared.Ids;
import io.throughline.shared.PersonId;
import io.throughline.shared.row.Utc;
import io.throughline.survey.CampaignId;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Links that open one response each. A token is known to whoever gets the mail alone; only its hash stands here. */
@Component
class PersonalLinks {

    private final JdbcClient jdbc;
    private final Clock clock;

    PersonalLinks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A further link for somebody invited. Earlier ones keep working, since their mails may be the ones that arrive. */
    String make(CampaignId campaign, PersonId person) {
        var token = Tokens.next();
        jdbc.sql("""
                        insert into personal_link (id, campaign_id, person_id, token_hash, made_at)
                        values (?, ?, ?, ?, ?)""")
                .params(Ids.next(), campaign.value(), person.value(), Hashes.sha256(token), Utc.column(Utc.now(clock)))
                .update();
        return token;
    }

    /** Makes every link this person has for this campaign useless. How many there were. */
    int revoke(CampaignId campaign, PersonId person) {
        return jdbc.sql("""
                        update personal_link set revoked_at = ?
                        where campaign_id = ? and person_id = ? and revoked_at is null""")
                .params(Utc.column(Utc.now(clock)), campaign.value(), person.value())
                .update();
    }
}
