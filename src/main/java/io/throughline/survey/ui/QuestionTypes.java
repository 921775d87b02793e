package io.throughline.survey.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import io.throughline.shared.LocalizedText;
import io.throughline.shared.ui.Kit;
import io.throughline.survey.QuestionId;
import io.throughline.survey.question.BestWorst;
import io.throughline.survey.question.ImportanceSatisfaction;
import io.throughline.survey.question.Kano;
import io.throughline.survey.question.OwnWords;
import io.throughline.survey.question.Pairwise;
import io.throughline.survey.question.Points;
import io.throughline.survey.question.Question;
import io.throughline.survey.question.Ranking;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The types a question can be of, each with what it is good for, and a button that adds one. */
class QuestionTypes extends Composite<Div> {

    private static final LocalizedText BLANK = new LocalizedText(Map.of());
    private static final int USUAL_CHOICE = 3;
    private static final int USUAL_SET = 4;
    private static final int USUAL_TIMES = 3;

    QuestionTypes(Consumer<Question> add) {
        getContent()
                .add(Kit.card(
                        getTranslation("surveys.design.add"),
                        Kit.stack(
                                type(
                                        () -> new ImportanceSatisfaction(
                                                QuestionId.next(), BLANK, BLANK, true, USUAL_CHOICE, List.of()),
                                        add),
                                type(
                                        () -> new BestWorst(
                                                QuestionId.next(),
                                                BLANK,
                                                BLANK,
                                                true,
                                                USUAL_SET,
                                                USUAL_TIMES,
                                                List.of(),
                                                List.of()),
                                        add),
                                type(() -> new Kano(QuestionId.next(), BLANK, BLANK, true, List.of()), add),
                                type(() -> new Ranking(QuestionId.next(), BLANK, BLANK, true, List.of()), add),
                                type(() -> new Pairwise(QuestionId.next(), BLANK, BLANK, true, List.of()), add),
                                type(() -> new Points(QuestionId.next(), BLANK, BLANK, true, List.of()), add),
                                type(() -> new OwnWords(QuestionId.next(), BLANK, BLANK, false), add))));
    }

    private Component type(Supplier<Question> fresh, Consumer<Question> add) {
        var key = QuestionEditor.key(fresh.get());
        return Kit.div(
                "survey-type",
                new Button("+ " + getTranslation(key), click -> add.accept(fresh.get())),
                new Paragraph(getTranslation(key + ".text")));
    }
}
