package io.throughline.survey.question;

import io.throughline.shared.LocalizedText;
import io.throughline.survey.QuestionId;
import io.throughline.survey.SurveyError;
import io.throughline.survey.question.stats.Sample;
import io.throughline.survey.question.stats.Settings;
import io.throughline.survey.question.stats.Size;
import java.util.ArrayList;
import java.util.List;

/** A need in the person's own words. It is read and triaged, not scored. */
public record OwnWords(QuestionId id, LocalizedText title, LocalizedText help, boolean required) implements Question {

    /** The longest answer, in characters. */
    public static final int MAX_LENGTH = 4_000;

    /** @param words as typed; stored apart from all other answers, so that they can be redacted */
    public record Answer(String words) implements Worded {

        @Override
        public boolean isEmpty() {
            return words.isBlank();
        }

        @Override
        public Answer saying(String words) {
            return new Answer(words);
        }
    }

    /** How many spoke. */
    public record Result(Size size) implements io.throughline.survey.question.Result {}

    @Override
    public List<Item> items() {
        return List.of();
    }

    @Override
    public int seconds() {
        return 60;
    }

    @Override
    public Method method() {
        return new Method("own-words", 1);
    }

    @Override
    public Answer blank() {
        return new Answer("");
    }

    @Override
    public List<Problem> defects() {
        return title.isBlank() ? List.of(Problem.of(SurveyError.QUESTION_WITHOUT_TITLE)) : List.of();
    }

    @Override
    public List<Problem> accept(io.throughline.survey.question.Answer answer) {
        if (!(answer instanceof Answer own)) {
            return List.of(Problem.of(SurveyError.WRONG_ANSWER_TYPE));
        }
        return own.words.length() > MAX_LENGTH
                ? List.of(Problem.of(SurveyError.WORDS_TOO_LONG, MAX_LENGTH, own.words.length()))
                : List.of();
    }

    @Override
    public List<Problem> validate(io.throughline.survey.question.Answer answer) {
        var problems = new ArrayList<>(accept(answer));
        if (required && answer.isEmpty()) {
            problems.add(Problem.of(SurveyError.WORDS_MISSING));
        }
        return problems;
    }

    @Override
    public Result score(List<Given> answers, Settings settings) {
        var speakers = answers.stream()
                .filter(one -> one.answer() instanceof Answer && !one.answer().isEmpty())
                .map(Given::by)
                .toList();
        return new Result(new Sample(speakers, settings).size());
    }
}
