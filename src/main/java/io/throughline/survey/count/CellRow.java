package io.throughline.survey.count;

import io.throughline.survey.QuestionId;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** The cells of one group and week as one row has them: one after the other, each behind its question and its length. */
final class CellRow {

    private static final int HEAD = 2 * Long.BYTES + Integer.BYTES;

    private CellRow() {}

    static byte[] written(Map<QuestionId, byte[]> cells) {
        int length =
                cells.values().stream().mapToInt(cell -> HEAD + cell.length).sum();
        var row = ByteBuffer.allocate(length);
        cells.forEach((question, cell) -> row.putLong(question.value().getMostSignificantBits())
                .putLong(question.value().getLeastSignificantBits())
                .putInt(cell.length)
                .put(cell));
        return row.array();
    }

    static Map<QuestionId, byte[]> read(byte[] row) {
        var cells = new HashMap<QuestionId, byte[]>();
        var left = ByteBuffer.wrap(row);
        while (left.hasRemaining()) {
            var question = new QuestionId(new UUID(left.getLong(), left.getLong()));
            var cell = new byte[left.getInt()];
            left.get(cell);
            cells.put(question, cell);
        }
        return cells;
    }
}
