package io.throughline.plan;

import io.throughline.backlog.AreaId;
import io.throughline.shared.Effort;
import io.throughline.shared.LocalizedText;
import io.throughline.shared.Money;
import java.time.LocalDate;

/**
 * What opening a project takes.
 *
 * @param area whose backlog its scope comes from
 * @param publicName as customers read it
 * @param currency ISO 4217 code
 * @param capacity person-hours there are
 */
public record NewProject(
        AreaId area,
        String name,
        LocalizedText publicName,
        String currency,
        Money budget,
        Effort capacity,
        LocalDate start) {}
