package io.throughline.survey.answer;

import io.throughline.shared.OrganisationId;
import java.math.BigDecimal;

/** An organisation with its voice as frozen when the campaign was published. */
public record Voice(OrganisationId organisation, String segment, BigDecimal weight) {}
