package io.throughline.support;

import java.util.List;
import java.util.function.Consumer;

/** Looks at every page there is. Provided where a browser's driver is, for whoever is built without one. */
public interface EveryPage {

    /** @param pages looked at. @param faults each with where it was seen */
    record Outcome(int pages, List<String> faults) {}

    /** Takes minutes. @param progress is told what is done */
    Outcome look(Consumer<String> progress) throws Exception;
}
