package io.throughline.survey.export;

import io.throughline.survey.question.Answer;
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
