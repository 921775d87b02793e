package io.throughline.survey.version;

/**
 * What was chosen for an edit.
 *
 * @param target key of the item that {@link Choice#MAP} maps to; empty for every other choice
 */
public record Decision(Choice choice, String target) {

    public static Decision of(Choice choice) {
        return new Decision(choice, "");
    }

    public static Decision map(String target) {
        return new Decision(Choice.MAP, target);
    }
}
