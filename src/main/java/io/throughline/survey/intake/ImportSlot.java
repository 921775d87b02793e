package io.throughline.survey.intake;

/**
 * A place a column of a file of answers can fill.
 *
 * @param question its place in the survey, from 1
 * @param key of the item, or of the two compared ("a:b"), or the number of the set or choice, from 1; empty for the question
 *     as a whole
 */
public record ImportSlot(int question, ImportField field, String key) {

    /** Whether the key is a number counting sets or choices, and no item's. */
    public boolean isCounted() {
        return field == ImportField.NAMED || field == ImportField.BEST || field == ImportField.WORST;
    }
}
