package io.throughline.survey.export;

import io.throughline.survey.question.Answer;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A column of exported responses. Its name is the same in all languages, and one every statistics program takes.
 *
 * @param label what it holds, in the reader's language
 * @param values what the codes of a coded one mean
 * @param value of an answer: a number, a day or a text; null where nothing was said
 */
record ExportColumn(
        String name, String label, Kind kind, Map<Integer, String> values, Function<Told, @Nullable Object> value) {

    private static final int DONT_KNOW = 0;

    /** What the codes of a rating mean, beside its steps. */
    static final Map<Integer, String> RATED = Map.of(DONT_KNOW, "DONT_KNOW");

    /** Of those, what is not to be counted with the others; what is chosen is coded from 1 on. */
    List<Integer> missing() {
        return values.keySet().stream().filter(code -> code == DONT_KNOW).toList();
    }

    enum Kind {
        NUMBER,
        DAY,
        TEXT
    }

    /**
     * One answer with what stands elsewhere about it.
     *
     * @param need the key of the need its words became part of
     * @param fileNames by the files' ids
     */
    record Told(Answer answer, @Nullable String need, Map<UUID, String> fileNames) {}
}
