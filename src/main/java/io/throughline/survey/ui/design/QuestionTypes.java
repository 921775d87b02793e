package io.throughline.survey.ui.design;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import io.throughline.shared.LocalizedText;
import io.throughline.shared.ui.Kit;
import io.throughline.survey.QuestionId;
import io.throughline.survey.question.BestWorst;
import io.throughline.survey.question.ChoiceOfK;
import io.throughline.survey.question.DateQuestion;
import io.throughline.survey.question.FileKind;
import io.throughline.survey.question.FileQuestion;
import io.throughline.survey.question.ImportanceSatisfaction;
import io.throughline.survey.question.ImportanceSatisfactionByRating;
import io.throughline.survey.question.Item;
import io.throughline.survey.question.Kano;
import io.throughline.survey.question.MultipleChoice;
import io.throughline.survey.question.Nps;
import io.throughline.survey.question.NumberQuestion;
import io.throughline.survey.question.OwnWords;
import io.throughline.survey.question.Pairwise;
import io.throughline.survey.question.Points;
import io.throughline.survey.question.Question;
import io.throughline.survey.question.Ranking;
import io.throughline.survey.question.Scale;
import io.throughline.survey.question.SingleChoice;
import io.throughline.survey.question.Text;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** The types a question can be of, by what one wants to know, each with when to take it and a button that adds one. */
class QuestionTypes extends Composite<Div> {

    /** Where in the designer they stand. */
    static final String ANCHOR = "add-question";

    private static final LocalizedText BLANK = new LocalizedText(Map.of());
    private static final int MATTERING_MOST = 3;
    private static final int USUAL_CHOICE = 2;
    private static final int USUAL_SET = 4;
    private static final int USUAL_TIMES = 3;
    private static final int USUAL_SCALE = 5;
    private static final int USUAL_FILES = 3;
    private static final int USUAL_MEGABYTES = 5;

    private final transient Consumer<Question> add;

    QuestionTypes(Consumer<Question> add) {
        this.add = add;
        getContent().setId(ANCHOR);
        getContent()
                .add(Kit.card(
                        getTranslation("surveys.design.add"),
                        group("first", comparing()),
                        group("choose", choosing()),
                        group("measure", measuring()),
                        group("tell", telling())));
    }

    private static List<Supplier<Question>> comparing() {
        return List.of(
                () -> new BestWorst(
                                fresh(), BLANK, BLANK, true, USUAL_SET, USUAL_TIMES, blanks(USUAL_SET + 1), List.of())
                        .designed(),
                () -> new ImportanceSatisfaction(fresh(), BLANK, BLANK, true, MATTERING_MOST, List.of()),
                () -> new ImportanceSatisfactionByRating(fresh(), BLANK, BLANK, true, List.of()),
                () -> new Kano(fresh(), BLANK, BLANK, true, List.of()),
                () -> new Pairwise(fresh(), BLANK, BLANK, true, List.of()),
                () -> new Points(fresh(), BLANK, BLANK, true, List.of()),
                () -> new Ranking(fresh(), BLANK, BLANK, true, List.of()));
    }

    private static List<Supplier<Question>> choosing() {
        return List.of(
                () -> new SingleChoice(fresh(), BLANK, BLANK, true, List.of(), false),
                () -> new MultipleChoice(fresh(), BLANK, BLANK, true, List.of(), false),
                () -> new ChoiceOfK(fresh(), BLANK, BLANK, true, USUAL_CHOICE, List.of()));
    }

    private static List<Supplier<Question>> measuring() {
        return List.of(
                () -> new Scale(fresh(), BLANK, BLANK, true, 1, USUAL_SCALE, BLANK, BLANK),
                () -> new Nps(fresh(), BLANK, BLANK, true),
                () -> new NumberQuestion(fresh(), BLANK, BLANK, true, null, null, 0, BLANK),
                () -> new DateQuestion(fresh(), BLANK, BLANK, true, null, null));
    }

    private static List<Supplier<Question>> telling() {
        return List.of(
                () -> new OwnWords(fresh(), BLANK, BLANK, false),
                () -> new Text(fresh(), BLANK, BLANK, false, false),
                () -> new Text(fresh(), BLANK, BLANK, false, true),
                () -> new FileQuestion(
                        fresh(),
                        BLANK,
                        BLANK,
                        false,
                        List.of(FileKind.PICTURE, FileKind.PDF),
                        USUAL_FILES,
                        USUAL_MEGABYTES));
    }

    /** As many items as the usual sets need: once they have a text, nothing more is missing. */
    private static List<Item> blanks(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> new Item("i" + number, BLANK))
                .toList();
    }

    private static QuestionId fresh() {
        return QuestionId.next();
    }

    /** @param types each makes a question anew, with an id of its own */
    private Component group(String name, List<Supplier<Question>> types) {
        var group = Kit.stack(new H3(getTranslation("surveys.types." + name)));
        group.addClassName("survey-types");
        for (var type : types) {
            var key = QuestionEditor.key(type.get());
            group.add(Kit.div(
                    "survey-type",
                    new Button("+ " + getTranslation(key), click -> add.accept(type.get())),
                    new Paragraph(getTranslation(key + ".text"))));
        }
        return group;
    }
}
