package io.throughline.survey.answer;

import io.throughline.shared.OrganisationId;
import java.math.BigDecimal;

/**
 * An organisation asked by a campaign, with its voice.
 *
 * @param segment as when the campaign was published
 * @param weight in force
 */
public record Voice(OrganisationId organisation, String segment, BigDecimal weight) {

    /** The weight in force, as a column, of a row au of {@code survey_audience}. */
    public static final String WEIGHT = """
            coalesce((select e.weight from weight_set_entry e
                      where e.organisation_id = au.organisation_id
                        and e.weight_set_id = (select ws.id from weight_set ws where ws.campaign_id = au.campaign_id
                                               order by ws.number desc limit 1)), au.weight) weight""";
}
