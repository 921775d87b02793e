package io.throughline.survey;

import io.throughline.shared.LocalizedText;
import io.throughline.survey.question.Answer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The stored form of questions and answers. */
final class SurveyJson {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final TypeReference<LinkedHashMap<String, Long>> SEQUENCES = new TypeReference<>() {};

    private SurveyJson() {}

    static String write(SurveyContent content) {
        return MAPPER.writeValueAsString(content);
    }

    static SurveyContent content(String json) {
        return MAPPER.readValue(json, SurveyContent.class);
    }

    /** A text taken out of stored content; blank where there is none. */
    static LocalizedText text(@Nullable String json) {
        return json == null ? new LocalizedText(Map.of()) : MAPPER.readValue(json, LocalizedText.class);
    }

    static String write(Answer answer) {
        return MAPPER.writeValueAsString(answer);
    }

    static Answer answer(String json) {
        return MAPPER.readValue(json, Answer.class);
    }

    static String write(LinkedHashMap<String, Long> sequences) {
        return MAPPER.writeValueAsString(sequences);
    }

    static LinkedHashMap<String, Long> sequences(String json) {
        return MAPPER.readValue(json, SEQUENCES);
    }
}
