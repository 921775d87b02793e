package io.throughline.survey.intake;

/** Hears how far a file is read. */
@FunctionalInterface
public interface ImportProgress {

    /** @param lines read or stored so far @return whether to go on */
    boolean at(int lines);
}
