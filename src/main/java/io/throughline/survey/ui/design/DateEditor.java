package io.throughline.survey.ui.design;

import com.vaadin.flow.component.datepicker.DatePicker;
import io.throughline.shared.ui.Kit;
import io.throughline.shared.ui.Pickers;
import io.throughline.survey.SurveyError;
import io.throughline.survey.question.DateQuestion;
import io.throughline.survey.question.Question;
import java.time.LocalDate;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Between which days a date may lie. */
class DateEditor extends TypeEditor {

    private final DatePicker earliest = new DatePicker();
    private final DatePicker latest = new DatePicker();

    DateEditor(DateQuestion question, Consumer<UnaryOperator<Question>> edit) {
        limit(earliest, "surveys.design.date.earliest", question.earliest(), edit);
        limit(latest, "surveys.design.date.latest", question.latest(), edit);
        getContent().add(Kit.row(earliest, latest));
    }

    @Override
    void show(Question question, Function<Set<SurveyError>, String> wrong) {
        complain(latest, wrong.apply(Set.of(SurveyError.LIMITS_CROSSED)));
    }

    private void limit(
            DatePicker field, String label, @Nullable LocalDate value, Consumer<UnaryOperator<Question>> edit) {
        field.setLabel(getTranslation(label));
        field.setLocale(getLocale());
        field.setI18n(Pickers.texts(this));
        field.setClearButtonVisible(true);
        field.setManualValidation(true);
        field.setValue(value);
        field.addValueChangeListener(change -> edit.accept(one -> one instanceof DateQuestion old
                ? new DateQuestion(
                        old.id(), old.title(), old.help(), old.required(), earliest.getValue(), latest.getValue())
                : one));
    }
}
