package io.throughline.survey.question;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.throughline.shared.LocalizedText;
import io.throughline.survey.QuestionId;
import io.throughline.survey.SurveyError;
import io.throughline.survey.question.stats.Layout;
import io.throughline.survey.question.stats.Measure;
import io.throughline.survey.question.stats.Settings;
import io.throughline.survey.question.stats.Tally;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** One question of a survey. Its JSON form names its type explicitly. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = SingleChoice.class, name = "single-choice"),
    @JsonSubTypes.Type(value = MultipleChoice.class, name = "multiple-choice"),
    @JsonSubTypes.Type(value = ChoiceOfK.class, name = "choice-of-k"),
    @JsonSubTypes.Type(value = Kano.class, name = "kano"),
    @JsonSubTypes.Type(value = Ranking.class, name = "ranking"),
    @JsonSubTypes.Type(value = Pairwise.class, name = "pairwise"),
    @JsonSubTypes.Type(value = BestWorst.class, name = "best-worst"),
    @JsonSubTypes.Type(value = ImportanceSatisfaction.class, name = "importance-satisfaction"),
    @JsonSubTypes.Type(value = Points.class, name = "points"),
    @JsonSubTypes.Type(value = OwnWords.class, name = "own-words"),
    @JsonSubTypes.Type(value = ImportanceSatisfactionByRating.class, name = "importance-satisfaction-by-rating"),
    @JsonSubTypes.Type(value = Scale.class, name = "scale"),
    @JsonSubTypes.Type(value = Nps.class, name = "nps"),
    @JsonSubTypes.Type(value = NumberQuestion.class, name = "number"),
    @JsonSubTypes.Type(value = DateQuestion.class, name = "date"),
    @JsonSubTypes.Type(value = Text.class, name = "text"),
    @JsonSubTypes.Type(value = FileQuestion.class, name = "file")
})
public sealed interface Question permits Typed {

    /** The most items a question may list. */
    int MAX_ITEMS = 60;

    QuestionId id();

    LocalizedText title();

    /** A sentence under the title; may be blank. */
    LocalizedText help();

    /** Whether a response can't be submitted without an answer to it. */
    boolean required();

    /** What it asks about, in the order of the draft; empty where no list is asked about. */
    default List<Item> items() {
        return List.of();
    }

    /** The texts that must be there in every language it is asked in. */
    default Stream<LocalizedText> texts() {
        return Stream.concat(Stream.of(title()), items().stream().map(Item::text));
    }

    /** How long a practised person takes, in seconds: an estimate for the first page. */
    @JsonIgnore
    int seconds();

    /** What keeps this question from being published; empty if nothing does. */
    List<Problem> defects();

    /** Checked on every save: is it an answer to this question at all? An incomplete one (99 points) is. */
    List<Problem> accept(Answer answer);

    /** Checked when submitting: is it also complete? */
    List<Problem> validate(Answer answer);

    /** What may be a slip in it, or a sign of little care; it counts all the same. */
    List<Doubt> doubts(Answer answer);

    /** What is kept of the answers to it. */
    @JsonIgnore
    Layout layout();

    /** What an answer adds to that; nothing if it doesn't count. */
    Optional<Consumer<Measure>> measured(Answer answer);

    /** By what people can be told apart in their answers; nothing for questions that offer no choice. */
    @JsonIgnore
    default List<String> options() {
        return List.of();
    }

    /**
     * The column that is not 0 in what an answer adds exactly if it chose an option.
     *
     * @param option one of {@link #options}
     */
    default int column(String option) {
        throw new IllegalArgumentException(option);
    }

    /** What the answers kept say together. */
    Result result(Tally tally);

    /** What these answers say together. A blank one stands for somebody who was shown the question and left it. */
    Result score(List<Given> answers, Settings settings);

    /** The answer of somebody who has said nothing yet. */
    Answer blank();

    /** The method behind the result, as shown and frozen with evidence. */
    @JsonIgnore
    Method method();

    /** A named method in one version of its formula. */
    record Method(String name, int version) {}

    static Optional<Problem> untitled(LocalizedText title) {
        return Problem.when(title.isBlank(), SurveyError.QUESTION_WITHOUT_TITLE);
    }

    /** What is wrong with the list of a question that has one, of two items or more. */
    static List<Problem> defectsOf(LocalizedText title, List<Item> items) {
        return defectsOf(title, items, 2);
    }

    /** @param fewest items it must have */
    static List<Problem> defectsOf(LocalizedText title, List<Item> items, int fewest) {
        var problems = new ArrayList<Problem>();
        untitled(title).ifPresent(problems::add);
        if (items.size() < fewest || items.size() > MAX_ITEMS) {
            problems.add(Problem.of(SurveyError.ITEMS_OUT_OF_RANGE, fewest, MAX_ITEMS));
        }
        var keys = new HashSet<String>();
        for (var item : items) {
            if (item.text().isBlank()) {
                problems.add(Problem.of(SurveyError.ITEM_WITHOUT_TEXT));
            }
            if (!item.key().matches("[A-Za-z0-9_-]{1,64}") || !keys.add(item.key())) {
                problems.add(Problem.of(SurveyError.ITEM_KEY_INVALID, item.key()));
            }
        }
        return problems;
    }
}
