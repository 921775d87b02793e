package io.throughline.survey.design;

import io.throughline.shared.LocalizedText;
import io.throughline.survey.Paging;
import io.throughline.survey.QuestionId;
import io.throughline.survey.Section;
import io.throughline.survey.SectionId;
import io.throughline.survey.SurveyContent;
import io.throughline.survey.logic.Condition;
import io.throughline.survey.question.Answer;
import io.throughline.survey.question.Result;
import io.throughline.survey.version.Edit;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The stored form of questions and answers. */
public final class SurveyJson {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /** At hand: answers are read and written by the million. */
    private static final ObjectReader ANSWERS = MAPPER.readerFor(Answer.class);

    private static final ObjectWriter ANSWER = MAPPER.writerFor(Answer.class);

    private static final ObjectReader ANSWERS_BY_QUESTION =
            MAPPER.readerFor(new TypeReference<HashMap<UUID, Answer>>() {});
    private static final ObjectWriter WRITTEN_BY_QUESTION =
            MAPPER.writerFor(new TypeReference<HashMap<UUID, Answer>>() {});
    private static final ObjectReader IDS = MAPPER.readerFor(new TypeReference<HashMap<UUID, UUID>>() {});

    private static final TypeReference<LinkedHashMap<String, Long>> SEQUENCES = new TypeReference<>() {};
    private static final TypeReference<LinkedHashMap<String, String>> ITEMS = new TypeReference<>() {};

    private SurveyJson() {}

    public static String write(SurveyContent content) {
        return MAPPER.writeValueAsString(content);
    }

    /** Content of any schema there has been; what is stored stays as it is. */
    public static SurveyContent content(String json) {
        var tree = (ObjectNode) MAPPER.readTree(json);
        if (!tree.has("groupSize")) {
            tree.put("groupSize", SurveyContent.USUAL_GROUP);
        }
        return MAPPER.treeToValue(tree.path("schema").asInt(1) < 2 ? divided(tree) : tree, SurveyContent.class);
    }

    /** Schema 1 knew questions one after the other: they become the only section. */
    private static ObjectNode divided(ObjectNode old) {
        var section = MAPPER.valueToTree(Section.blank(SectionId.ONLY));
        var entries = ((ObjectNode) section).putArray("entries");
        for (var question : old.path("questions")) {
            var entry = entries.addObject();
            entry.put("code", "q" + entries.size());
            entry.set("question", question);
            entry.set("shownIf", MAPPER.valueToTree(Condition.ALWAYS));
            entry.put("shuffled", false);
        }
        var content = MAPPER.createObjectNode();
        content.put("schema", SurveyContent.SCHEMA);
        content.set("title", old.path("title"));
        content.set("why", old.path("why"));
        content.putArray("sections").add(section);
        content.put("paging", Paging.QUESTION.name());
        content.putArray("languages");
        content.put("groupSize", SurveyContent.USUAL_GROUP);
        return content;
    }

    public static String write(LocalizedText text) {
        return MAPPER.writeValueAsString(text);
    }

    /** A text taken out of stored content; blank where there is none. */
    public static LocalizedText text(@Nullable String json) {
        return json == null ? new LocalizedText(Map.of()) : MAPPER.readValue(json, LocalizedText.class);
    }

    /** In one order, so that the same set reads the same. */
    public static String write(Set<QuestionId> questions) {
        return MAPPER.writeValueAsString(
                questions.stream().map(one -> one.value().toString()).sorted().toList());
    }

    /** None where there is nothing. */
    public static Set<QuestionId> questions(@Nullable String json) {
        return json == null ? Set.of() : Set.of(MAPPER.readValue(json, QuestionId[].class));
    }

    /** In one order. */
    public static String writeWords(Set<String> words) {
        return MAPPER.writeValueAsString(words.stream().sorted().toList());
    }

    public static Set<String> words(String json) {
        return Set.of(MAPPER.readValue(json, String[].class));
    }

    public static String write(Answer answer) {
        return ANSWER.writeValueAsString(answer);
    }

    /** Figures as they were; limits there are none of are written by their names. */
    public static String write(Result result) {
        return MAPPER.writeValueAsString(result);
    }

    public static <R extends Result> R result(String json, Class<R> type) {
        return MAPPER.readValue(json, type);
    }

    public static Answer answer(String json) {
        return ANSWERS.readValue(json);
    }

    /** Answers by the ids of their questions; null where nothing is stored but the words. */
    public static Map<UUID, @Nullable Answer> answers(byte[] json) {
        return ANSWERS_BY_QUESTION.readValue(json);
    }

    /** As {@link #answers} reads them. */
    public static String writeAnswers(Map<QuestionId, Answer> answers) {
        var byQuestion = new HashMap<UUID, Answer>();
        answers.forEach((question, answer) -> byQuestion.put(question.value(), answer));
        return WRITTEN_BY_QUESTION.writeValueAsString(byQuestion);
    }

    /** Ids by ids; none where there is nothing. */
    public static Map<UUID, UUID> ids(byte @Nullable [] json) {
        return json == null ? Map.of() : IDS.readValue(json);
    }

    /** What an edit changes from what to what, in one form. */
    public static String write(Edit edit) {
        return MAPPER.writeValueAsString(Arrays.asList(edit.key(), edit.before(), edit.after()));
    }

    /** Keys of items by keys of items. */
    public static String writeItems(Map<String, String> items) {
        return MAPPER.writeValueAsString(items);
    }

    public static Map<String, String> items(String json) {
        return MAPPER.readValue(json, ITEMS);
    }

    /** Rows for the database, each an object of its columns. */
    public static String writeRows(Collection<? extends Record> rows) {
        return MAPPER.writeValueAsString(rows);
    }

    public static String write(LinkedHashMap<String, Long> sequences) {
        return MAPPER.writeValueAsString(sequences);
    }

    public static LinkedHashMap<String, Long> sequences(String json) {
        return MAPPER.readValue(json, SEQUENCES);
    }
}
