package io.throughline.survey.ui.design;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.IntegerField;
import io.throughline.shared.ui.DecimalField;
import io.throughline.shared.ui.Kit;
import io.throughline.survey.SurveyError;
import io.throughline.survey.question.NumberQuestion;
import io.throughline.survey.question.Question;
import io.throughline.survey.ui.design.DesignPart.Kind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The limits, decimals and unit of a number. */
class NumberEditor extends TypeEditor {

    private final BigDecimalField least = new DecimalField();
    private final BigDecimalField greatest = new DecimalField();
    private final IntegerField decimals = new IntegerField();

    NumberEditor(NumberQuestion question, List<Locale> languages, Consumer<UnaryOperator<Question>> edit) {
        limit(least, "surveys.design.number.least", question.least());
        limit(greatest, "surveys.design.number.greatest", question.greatest());
        number(decimals, "surveys.design.number.decimals", 0, NumberQuestion.MOST_DECIMALS, question.decimals());
        for (var field : List.<AbstractField<?, ?>>of(least, greatest, decimals)) {
            field.addValueChangeListener(change -> changed(edit));
        }
        getContent()
                .add(
                        Kit.row(least, greatest, decimals),
                        new DesignField.Text(
                                DesignPart.of(question.id(), Kind.UNIT),
                                getTranslation("surveys.design.number.unit"),
                                question.unit(),
                                languages,
                                false));
    }

    @Override
    void show(Question question, Function<Set<SurveyError>, String> wrong) {
        complain(greatest, wrong.apply(Set.of(SurveyError.LIMITS_CROSSED, SurveyError.NUMBER_TOO_LONG)));
        complain(decimals, wrong.apply(Set.of(SurveyError.TOO_MANY_DECIMALS)));
    }

    private void limit(BigDecimalField field, String label, @Nullable BigDecimal value) {
        field.setLabel(getTranslation(label));
        field.setLocale(getLocale());
        field.setClearButtonVisible(true);
        field.setManualValidation(true);
        field.setValue(value);
    }

    private void changed(Consumer<UnaryOperator<Question>> edit) {
        var places = decimals.getValue();
        if (places != null) {
            edit.accept(one -> one instanceof NumberQuestion old
                    ? new NumberQuestion(
                            old.id(),
                            old.title(),
                            old.help(),
                            old.required(),
                            least.getValue(),
                            greatest.getValue(),
                            places,
                            old.unit())
                    : one);
        }
    }
}
