package io.throughline.backlog.row;

import io.throughline.shared.LocalizedText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads what JDBC hands back in this room's projections. */
public final class Rows {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private Rows() {}

    public static LocalizedText text(ResultSet row, String column) throws SQLException {
        return text(row.getString(column));
    }

    public static @Nullable LocalizedText textOrNull(ResultSet row, String column) throws SQLException {
        var json = row.getString(column);
        return json == null ? null : text(json);
    }

    public static LocalizedText text(@Nullable String json) {
        return json == null ? new LocalizedText(Map.of()) : new LocalizedText(JSON.readValue(json, TEXTS));
    }

    public static String json(Object value) {
        return JSON.writeValueAsString(value);
    }

    public static <T> T value(String json, Class<T> type) {
        return JSON.readValue(json, type);
    }

    public static <T> T value(String json, TypeReference<T> type) {
        return JSON.readValue(json, type);
    }
}
