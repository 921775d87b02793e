package io.throughline.survey.ui.design;

import com.vaadin.flow.component.textfield.IntegerField;
import io.throughline.shared.ui.Kit;
import io.throughline.survey.SurveyError;
import io.throughline.survey.question.Question;
import io.throughline.survey.question.Scale;
import io.throughline.survey.ui.design.DesignPart.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** From where to where a scale runs, and what its ends mean. */
class ScaleEditor extends TypeEditor {

    private final IntegerField least = new IntegerField();
    private final IntegerField greatest = new IntegerField();

    ScaleEditor(Scale question, List<Locale> languages, Consumer<UnaryOperator<Question>> edit) {
        number(least, "surveys.design.scale.least", 0, 1, question.least());
        number(greatest, "surveys.design.scale.greatest", 2, Scale.GREATEST, question.greatest());
        for (var field : List.of(least, greatest)) {
            field.addValueChangeListener(change -> changed(edit));
        }
        getContent()
                .add(
                        Kit.row(least, greatest),
                        new DesignField.Text(
                                DesignPart.of(question.id(), Kind.LOW),
                                getTranslation("surveys.design.scale.low"),
                                question.low(),
                                languages,
                                false),
                        new DesignField.Text(
                                DesignPart.of(question.id(), Kind.HIGH),
                                getTranslation("surveys.design.scale.high"),
                                question.high(),
                                languages,
                                false));
    }

    @Override
    void show(Question question, Function<Set<SurveyError>, String> wrong) {
        complain(greatest, wrong.apply(Set.of(SurveyError.SCALE_OUT_OF_RANGE)));
    }

    private void changed(Consumer<UnaryOperator<Question>> edit) {
        var from = least.getValue();
        var to = greatest.getValue();
        if (from != null && to != null) {
            edit.accept(one -> one instanceof Scale old
                    ? new Scale(old.id(), old.title(), old.help(), old.required(), from, to, old.low(), old.high())
                    : one);
        }
    }
}
