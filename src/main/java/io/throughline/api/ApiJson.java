package io.throughline.api;

import io.throughline.shared.Ids;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * Reads what programs send and writes what they get. What comes in is limited in size, depth and length, and refused
 * with its place where it doesn't fit; figures that are undefined go out as null.
 */
@Component
class ApiJson {

    private static final int MOST_BYTES = 10_000_000;
    private static final int DEEPEST = 30;
    private static final int LONGEST_TEXT = 20_000;
    private static final int LONGEST_NUMBER = 40;

    private static final List<String> LISTING = List.of(
            "single-choice",
            "multiple-choice",
            "choice-of-k",
            "kano",
            "ranking",
            "pairwise",
            "best-worst",
            "importance-satisfaction",
            "importance-satisfaction-by-rating",
            "points");

    private static final Map<String, List<String>> TEXTS =
            Map.of("scale", List.of("low", "high"), "number", List.of("unit"));
    private static final Map<String, List<String>> LISTS =
            Map.of("best-worst", List.of("sets"), "file", List.of("kinds"));

    private static final Map<String, List<String>> ANSWER_WORDS = Map.of(
            "single-choice",
            List.of("words"),
            "multiple-choice",
            List.of("words"),
            "own-words",
            List.of("words", "who"),
            "text",
            List.of("words"));
    private static final Map<String, List<String>> ANSWER_LISTS = Map.of(
            "multiple-choice",
            List.of("chosen"),
            "choice-of-k",
            List.of("chosen"),
            "importance-satisfaction",
            List.of("mattersMost"),
            "file",
            List.of("files"));
    private static final Map<String, List<String>> ANSWER_MAPS = Map.of(
            "kano",
            List.of("pairs"),
            "ranking",
            List.of("ranks"),
            "pairwise",
            List.of("judgements"),
            "best-worst",
            List.of("picks"),
            "importance-satisfaction",
            List.of("satisfaction"),
            "importance-satisfaction-by-rating",
            List.of("importance", "satisfaction"),
            "points",
            List.of("points"));

    private final JsonMapper mapper = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxStringLength(LONGEST_TEXT)
                            .maxNumberLength(LONGEST_NUMBER)
                            .maxDocumentLength(MOST_BYTES)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .addModule(new SimpleModule().addSerializer(new Figure()).addSerializer(new Figures()))
            .build();

    /** @throws ApiProblem MALFORMED with the place, TOO_LARGE */
    <T> T read(HttpServletRequest request, Class<T> type) throws IOException {
        return read(tree(request), type);
    }

    <T> T read(JsonNode tree, Class<T> type) {
        if (!tree.isObject()) {
            throw new ApiProblem(ApiError.MALFORMED, "", "an object is needed");
        }
        try {
            return mapper.treeToValue(tree, type);
        } catch (JacksonException e) {
            throw ApiProblem.malformed(e);
        }
    }

    JsonNode tree(HttpServletRequest request) throws IOException {
        return tree(bytes(request));
    }

    /** Null is the same as left out. */
    JsonNode tree(byte[] bytes) {
        try {
            return withoutNulls(mapper.readTree(bytes));
        } catch (JacksonException e) {
            throw ApiProblem.malformed(e);
        }
    }

    /** The whole of a request, if it isn't too large. */
    byte[] bytes(HttpServletRequest request) throws IOException {
        var bytes = request.getContentLengthLong() > MOST_BYTES
                ? new byte[0]
                : request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES || request.getContentLengthLong() > MOST_BYTES) {
            throw new ApiProblem(ApiError.TOO_LARGE, "", MOST_BYTES);
        }
        return bytes;
    }

    String write(Object value) {
        return mapper.writeValueAsString(value);
    }

    private static JsonNode withoutNulls(JsonNode node) {
        switch (node) {
            case ObjectNode one -> {
                var empty = one.properties().stream()
                        .filter(property -> property.getValue().isNull())
                        .map(Map.Entry::getKey)
                        .toList();
                one.remove(empty);
                one.forEach(ApiJson::withoutNulls);
            }
            case ArrayNode many -> {
                many.removeIf(JsonNode::isNull);
                many.forEach(ApiJson::withoutNulls);
            }
            default -> {}
        }
        return node;
    }

    /** What a program may leave out of a response, filled in. */
    void completeAnswers(JsonNode response) {
        for (var answer : response.path("answers")) {
            if (answer instanceof ObjectNode one) {
                var type = one.path("type").asString("");
                ANSWER_WORDS.getOrDefault(type, List.of()).forEach(name -> {
                    if (one.path(name).isMissingNode()) {
                        one.put(name, "");
                    }
                });
                lists(one, ANSWER_LISTS.getOrDefault(type, List.of()));
                ANSWER_MAPS.getOrDefault(type, List.of()).forEach(name -> {
                    if (one.path(name).isMissingNode()) {
                        one.putObject(name);
                    }
                });
            }
        }
    }

    /** What a program may leave out of a survey, filled in. */
    void complete(JsonNode survey) {
        if (survey instanceof ObjectNode one) {
            texts(one, List.of("title", "why"));
            lists(one, List.of("questions"));
            one.path("questions").forEach(ApiJson::completeQuestion);
        }
    }

    private static void completeQuestion(JsonNode question) {
        if (question instanceof ObjectNode one) {
            var type = one.path("type").asString("");
            if (one.path("id").isMissingNode()) {
                one.put("id", Ids.next().toString());
            }
            texts(one, List.of("title", "help"));
            texts(one, TEXTS.getOrDefault(type, List.of()));
            lists(one, LISTS.getOrDefault(type, List.of()));
            if (LISTING.contains(type)) {
                lists(one, List.of("items"));
                one.path("items").forEach(ApiJson::completeItem);
            }
        }
    }

    private static void completeItem(JsonNode item) {
        if (item instanceof ObjectNode one) {
            texts(one, List.of("text"));
            if (one.path("key").isMissingNode()) {
                one.put("key", "");
            }
        }
    }

    /** A text given as a plain string is one in English. */
    private static void texts(ObjectNode node, List<String> names) {
        for (var name : names) {
            var text = node.path(name);
            if (text.isMissingNode()) {
                node.putObject(name);
            } else if (text.isString()) {
                node.putObject(name).put("en", text.asString());
            }
        }
    }

    private static void lists(ObjectNode node, List<String> names) {
        for (var name : names) {
            if (node.path(name).isMissingNode()) {
                node.putArray(name);
            }
        }
    }

    private static void number(double value, JsonGenerator out) {
        if (Double.isFinite(value)) {
            out.writeNumber(value);
        } else {
            out.writeNull();
        }
    }

    private static final class Figure extends StdSerializer<Double> {

        Figure() {
            super(Double.class);
        }

        @Override
        public void serialize(Double value, JsonGenerator out, SerializationContext context) {
            number(value, out);
        }
    }

    private static final class Figures extends StdSerializer<double[]> {

        Figures() {
            super(double[].class);
        }

        @Override
        public void serialize(double[] values, JsonGenerator out, SerializationContext context) {
            out.writeStartArray();
            for (double value : values) {
                number(value, out);
            }
            out.writeEndArray();
        }
    }
}
