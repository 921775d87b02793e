package io.throughline.survey.campaign;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is set otherwise.
 *
 * @param segment whose quota; empty for what holds for the whole campaign
 * @param before null for no limit; of {@link Setting#THANKS} 1 for yes and 0 for no
 * @param after likewise
 */
public record SettingDifference(
        Setting setting,
        String segment,
        @Nullable Integer before,
        @Nullable Integer after) {

    /** What can be set. */
    public enum Setting {
        /** How many submitted responses of a segment are enough. */
        QUOTA,
        /** So many days before closing whoever has not answered is reminded; 0 for never. */
        REMIND_DAYS,
        /** Whether whoever submits is thanked. */
        THANKS
    }
}
