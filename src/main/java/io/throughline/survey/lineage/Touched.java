package io.throughline.survey.lineage;

import org.springframework.modulith.NamedInterface;

/**
 * How many collected answers an edit touches.
 *
 * @param submitted answers to the questions it is about
 * @param naming those among them that say something about the edit's item; as many as {@code submitted} where it is about
 *     none
 * @param begun answers saved and never submitted, in rounds that still run
 * @param all whether every response was looked at; if not, there are at least so many
 * @param nameless whether there are rounds whose single answers are not counted, because nobody may know who gave them
 */
@NamedInterface("lineage")
public record Touched(int submitted, int naming, int begun, boolean all, boolean nameless) {

    static final Touched NONE = new Touched(0, 0, 0, true, false);
}
