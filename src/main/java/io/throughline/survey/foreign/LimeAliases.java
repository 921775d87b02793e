package io.throughline.survey.foreign;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What else conditions and quotes call a question of LimeSurvey, and its rows. */
final class LimeAliases {

    private final Sketch sketch;
    private final String code;

    /** What it, or each of its rows, became a question as. */
    private final Set<String> added = new HashSet<>();

    LimeAliases(Sketch sketch, String code) {
        this.sketch = sketch;
        this.code = code;
    }

    /** To be called before a question is made of it, or of one of its rows. */
    void add(String name) {
        added.add(name);
        sketch.row(name, code);
    }

    /**
     * @param older its name in versions up to 6
     * @param later its name in later ones
     */
    void put(String older, String later, List<LimeOption> rows) {
        alias(older, code);
        alias(later, code);
        for (var one : rows) {
            alias(older + one.code(), row(one));
            alias(later + "_S" + one.id(), row(one));
        }
    }

    String row(LimeOption one) {
        return code + "_" + one.code();
    }

    /** What was left out is not called by another question of its name. */
    private void alias(String other, String name) {
        if (added.contains(name)) {
            sketch.alias(other, name);
        }
    }
}
