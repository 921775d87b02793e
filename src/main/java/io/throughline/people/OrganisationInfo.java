package io.throughline.people;

import io.throughline.shared.OrganisationId;
import java.math.BigDecimal;

/**
 * A customer company or an internal department.
 *
 * @param segment the group it is counted in; empty if none
 * @param weight how much its voice counts, ≥ 0, 1 unless a manager set it
 */
public record OrganisationInfo(OrganisationId id, String name, String segment, BigDecimal weight) {}
