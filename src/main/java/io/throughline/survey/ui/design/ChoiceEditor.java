package io.throughline.survey.ui.design;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.textfield.IntegerField;
import io.throughline.survey.SurveyError;
import io.throughline.survey.question.ChoiceOfK;
import io.throughline.survey.question.ImportanceSatisfaction;
import io.throughline.survey.question.MultipleChoice;
import io.throughline.survey.question.Question;
import io.throughline.survey.question.SingleChoice;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** How many may be chosen, or whether something else may be said. */
class ChoiceEditor extends TypeEditor {

    private final IntegerField choose = new IntegerField();

    ChoiceEditor(ImportanceSatisfaction question, Consumer<UnaryOperator<Question>> edit) {
        choose(question.choose(), edit);
    }

    ChoiceEditor(ChoiceOfK question, Consumer<UnaryOperator<Question>> edit) {
        choose(question.choose(), edit);
    }

    ChoiceEditor(SingleChoice question, Consumer<UnaryOperator<Question>> edit) {
        other(question.other(), edit);
    }

    ChoiceEditor(MultipleChoice question, Consumer<UnaryOperator<Question>> edit) {
        other(question.other(), edit);
    }

    @Override
    void show(Question question, Function<Set<SurveyError>, String> wrong) {
        complain(choose, wrong.apply(Set.of(SurveyError.CHOOSE_OUT_OF_RANGE)));
    }

    private void choose(int value, Consumer<UnaryOperator<Question>> edit) {
        number(choose, "surveys.design.choose", 1, Question.MAX_ITEMS, value);
        choose.addValueChangeListener(change -> {
            var most = change.getValue();
            if (most != null) {
                edit.accept(one -> choosing(one, most));
            }
        });
        getContent().add(choose);
    }

    private static Question choosing(Question question, int most) {
        return switch (question) {
            case ImportanceSatisfaction old ->
                new ImportanceSatisfaction(old.id(), old.title(), old.help(), old.required(), most, old.items());
            case ChoiceOfK old -> new ChoiceOfK(old.id(), old.title(), old.help(), old.required(), most, old.items());
            default -> question;
        };
    }

    private void other(boolean value, Consumer<UnaryOperator<Question>> edit) {
        var other = new Checkbox(getTranslation("surveys.design.other"), value);
        other.addValueChangeListener(change -> edit.accept(one -> offering(one, change.getValue())));
        getContent().add(other);
    }

    private static Question offering(Question question, boolean other) {
        return switch (question) {
            case SingleChoice old ->
                new SingleChoice(old.id(), old.title(), old.help(), old.required(), old.items(), other);
            case MultipleChoice old ->
                new MultipleChoice(old.id(), old.title(), old.help(), old.required(), old.items(), other);
            default -> question;
        };
    }
}
