package io.throughline.api;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.throughline.shared.LocalizedText;
import io.throughline.survey.QuestionId;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonPointer;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.cfg.MutableConfigOverride;
import tools.jackson.databind.deser.std.StdDeserializer;
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

    /** Controls that are neither a tab nor the end of a line, and halves of a pair that stand alone. */
    private static final Pattern UNSTORABLE = Pattern.compile("[\\p{Cc}\\p{Cs}&&[^\\t\\r\\n]]");

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
            // What is of another kind is told, not made to fit: 3.7 is no whole number, "" no number, 1 no choice.
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .withCoercionConfigDefaults(
                    coercions -> coercions.setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail))
            // What a program may leave out is empty.
            .withConfigOverride(List.class, ApiJson::emptyIfLeftOut)
            .withConfigOverride(Map.class, ApiJson::emptyIfLeftOut)
            .addModule(new SimpleModule()
                    .addSerializer(new Figure())
                    .addSerializer(new Figures())
                    .addDeserializer(LocalizedText.class, new GivenText())
                    .addDeserializer(QuestionId.class, new GivenId()))
            .build();

    private static void emptyIfLeftOut(MutableConfigOverride type) {
        type.setNullHandling(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY));
    }

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

    /**
     * Null is the same as left out; in a list nothing can be. A text is kept to the letter, so that none is taken with a sign
     * that can't be: half of one, or a control.
     *
     * @throws ApiProblem MALFORMED with the place
     */
    JsonNode tree(byte[] bytes) {
        try {
            return storable(mapper.readTree(bytes), JsonPointer.empty());
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

    private static JsonNode storable(JsonNode node, JsonPointer place) {
        switch (node) {
            case ObjectNode one -> {
                var empty = one.properties().stream()
                        .filter(property -> property.getValue().isNull())
                        .map(Map.Entry::getKey)
                        .toList();
                one.remove(empty);
                one.properties().forEach(property -> {
                    requireStorable(property.getKey(), place);
                    storable(property.getValue(), place.appendProperty(property.getKey()));
                });
            }
            case ArrayNode many -> {
                for (int at = 0; at < many.size(); at++) {
                    if (many.get(at).isNull()) {
                        throw new ApiProblem(
                                ApiError.MALFORMED, place.appendIndex(at).toString(), "null");
                    }
                    storable(many.get(at), place.appendIndex(at));
                }
            }
            default -> {
                if (node.isString()) {
                    requireStorable(node.asString(), place);
                }
            }
        }
        return node;
    }

    private static void requireStorable(String text, JsonPointer place) {
        if (UNSTORABLE.matcher(text).find()) {
            throw new ApiProblem(
                    ApiError.MALFORMED, place.toString(), "a text with a control character, or with half of a sign");
        }
    }

    private static void number(double value, JsonGenerator out) {
        if (Double.isFinite(value)) {
            out.writeNumber(value);
        } else {
            out.writeNull();
        }
    }

    /** A text given as a plain string is one in English. */
    private static final class GivenText extends StdDeserializer<LocalizedText> {

        private static final TypeReference<Map<String, String>> BY_LANGUAGE = new TypeReference<>() {};

        GivenText() {
            super(LocalizedText.class);
        }

        @Override
        public LocalizedText deserialize(JsonParser in, DeserializationContext context) {
            if (in.hasToken(JsonToken.VALUE_STRING)) {
                return LocalizedText.en(in.getString());
            }
            return new LocalizedText(
                    context.readValue(in, context.getTypeFactory().constructType(BY_LANGUAGE)));
        }

        @Override
        public Object getAbsentValue(DeserializationContext context) {
            return new LocalizedText(Map.of());
        }
    }

    /** Who gives no id is given one. */
    private static final class GivenId extends StdDeserializer<QuestionId> {

        GivenId() {
            super(QuestionId.class);
        }

        @Override
        public QuestionId deserialize(JsonParser in, DeserializationContext context) {
            return new QuestionId(context.readValue(in, UUID.class));
        }

        @Override
        public Object getAbsentValue(DeserializationContext context) {
            return QuestionId.next();
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
