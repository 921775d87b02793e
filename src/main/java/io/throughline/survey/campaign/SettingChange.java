package io.throughline.survey.campaign;

import java.time.Instant;

/**
 * Somebody set something otherwise while the campaign ran.
 *
 * @param by the name
 */
public record SettingChange(SettingDifference what, String by, Instant at) {}
