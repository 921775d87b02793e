package io.throughline.survey.question;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.shared.LocalizedText;
import io.throughline.survey.QuestionId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

class QuestionJsonTest {

    private final JsonMapper json = JsonMapper.builder().build();

    @Test
    void everyTypeOfQuestionSurvivesItsJsonForm() {
        var items = List.of(new Item("a", LocalizedText.en("A")), new Item("b", LocalizedText.en("B")));
        var title = new LocalizedText(Map.of("en", "Title", "de", "Titel"));
        List<Question> questions = List.of(
                new ImportanceSatisfaction(QuestionId.next(), title, LocalizedText.en(""), true, 1, items),
                new Points(QuestionId.next(), title, LocalizedText.en("h"), false, items),
                new OwnWords(QuestionId.next(), title, LocalizedText.en(""), false),
                new Kano(QuestionId.next(), title, title, false, items),
                new Ranking(QuestionId.next(), title, title, false, items),
                new Pairwise(QuestionId.next(), title, title, false, items),
                new BestWorst(QuestionId.next(), title, title, false, 3, 3, Asked.items("a", "b", "c", "d"), List.of())
                        .designed());

        var text = json.writerFor(new TypeReference<List<Question>>() {}).writeValueAsString(questions);

        assertThat(text).contains("\"type\":\"points\"").doesNotContain("seconds");
        assertThat(json.readValue(text, new TypeReference<List<Question>>() {})).isEqualTo(questions);
    }

    @Test
    void everyTypeOfAnswerSurvivesItsJsonForm() {
        List<Answer> answers = List.of(
                new ImportanceSatisfaction.Answer(List.of("b", "a"), false, Map.of("a", 5)),
                new Points.Answer(Map.of("a", 99)),
                new OwnWords.Answer("Straßen"),
                new Kano.Answer(Map.of("a", new Kano.Pair(Kano.Feeling.LIKE, null))),
                new Ranking.Answer(Map.of("a", 1, "b", 1)),
                new Pairwise.Answer(Map.of("a:b", -9)),
                new BestWorst.Answer(Map.of(0, new BestWorst.Pick("a", null))));

        for (var answer : answers) {
            var text = json.writeValueAsString(answer);
            assertThat(text).contains("\"type\":").doesNotContain("empty", "category", "wanted");
            assertThat(json.readValue(text, Answer.class)).isEqualTo(answer);
        }
    }
}
