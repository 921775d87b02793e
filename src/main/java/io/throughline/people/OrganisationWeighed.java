package io.throughline.people;

import io.throughline.shared.OrganisationId;
import java.math.BigDecimal;

/**
 * The current viewer gave an organisation's voice another weight; heard inside the transaction that does it.
 *
 * @param weight 0–1000, four decimals
 */
public record OrganisationWeighed(OrganisationId organisation, BigDecimal weight) {}
