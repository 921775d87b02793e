package io.throughline.survey.question;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.shared.LocalizedText;
import io.throughline.survey.FileId;
import io.throughline.survey.QuestionId;
import java.math.BigDecimal;
import java.time.LocalDate;
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
                new SingleChoice(QuestionId.next(), title, title, true, items, true),
                new MultipleChoice(QuestionId.next(), title, title, true, items, false),
                new ChoiceOfK(QuestionId.next(), title, title, true, 1, items),
                new ImportanceSatisfactionByRating(QuestionId.next(), title, title, true, items),
                new Scale(QuestionId.next(), title, title, true, 0, 7, title, title),
                new Nps(QuestionId.next(), title, title, true),
                new NumberQuestion(QuestionId.next(), title, title, true, null, new BigDecimal("24.50"), 2, title),
                new DateQuestion(QuestionId.next(), title, title, true, LocalDate.of(2027, 1, 31), null),
                new Text(QuestionId.next(), title, title, true, true),
                new FileQuestion(QuestionId.next(), title, title, true, List.of(FileKind.PDF), 3, 5),
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
                new OwnWords.Answer("Straßen", "alle", OwnWords.Often.DAILY, OwnWords.Badly.PREVENTS),
                new SingleChoice.Answer("a", ""),
                new SingleChoice.Answer(null, ""),
                new MultipleChoice.Answer(List.of("b", Other.KEY), false, "etwas"),
                new ChoiceOfK.Answer(List.of("b"), false),
                new ImportanceSatisfactionByRating.Answer(Map.of("a", 5), Map.of("a", 0)),
                new Scale.Answer(3),
                new Scale.Answer(null),
                new Nps.Answer(0),
                new NumberQuestion.Answer(new BigDecimal("0.10")),
                new DateQuestion.Answer(LocalDate.of(2028, 2, 29)),
                new Text.Answer("eine Zeile"),
                new FileQuestion.Answer(List.of(FileId.next())),
                new Kano.Answer(Map.of("a", new Kano.Pair(Feeling.LIKE, null))),
                new Ranking.Answer(Map.of("a", 1, "b", 1)),
                new Pairwise.Answer(Map.of("a:b", -9)),
                new BestWorst.Answer(Map.of(0, new BestWorst.Pick("a", null))));

        for (var answer : answers) {
            var text = json.writeValueAsString(answer);
            assertThat(text).contains("\"type\":").doesNotContain("empty", "category", "wanted", "keys");
            assertThat(json.readValue(text, Answer.class)).isEqualTo(answer);
        }
    }
}
