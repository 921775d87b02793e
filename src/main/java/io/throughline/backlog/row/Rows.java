package io.throughline.backlog.row;

import io.throughline.shared.LocalizedText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
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

    public static UUID uuid(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, UUID.class));
    }

    public static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var local = row.getObject(column, LocalDateTime.class);
        return local == null ? null : local.toInstant(ZoneOffset.UTC);
    }

    public static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
