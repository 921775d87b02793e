package io.throughline.backlog;

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
final class Rows {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private Rows() {}

    static LocalizedText text(ResultSet row, String column) throws SQLException {
        return text(row.getString(column));
    }

    static LocalizedText text(@Nullable String json) {
        return json == null ? new LocalizedText(Map.of()) : new LocalizedText(JSON.readValue(json, TEXTS));
    }

    static String json(Object value) {
        return JSON.writeValueAsString(value);
    }

    static <T> T value(String json, Class<T> type) {
        return JSON.readValue(json, type);
    }

    static <T> T value(String json, TypeReference<T> type) {
        return JSON.readValue(json, type);
    }

    static UUID uuid(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, UUID.class));
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var local = row.getObject(column, LocalDateTime.class);
        return local == null ? null : local.toInstant(ZoneOffset.UTC);
    }

    static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
