package io.throughline.survey.ui.design;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.textfield.IntegerField;
import io.throughline.shared.ui.Kit;
import io.throughline.shared.ui.Labels;
import io.throughline.survey.SurveyError;
import io.throughline.survey.question.FileKind;
import io.throughline.survey.question.FileQuestion;
import io.throughline.survey.question.Question;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Which files may be given, how many, and how large. */
class FileEditor extends TypeEditor {

    private final CheckboxGroup<FileKind> kinds = new CheckboxGroup<>();
    private final IntegerField most = new IntegerField();
    private final IntegerField megabytes = new IntegerField();

    FileEditor(FileQuestion question, Consumer<UnaryOperator<Question>> edit) {
        kinds.setLabel(getTranslation("surveys.design.file.kinds"));
        kinds.setItems(FileKind.values());
        kinds.setItemLabelGenerator(kind -> Labels.of(this, kind));
        kinds.setManualValidation(true);
        kinds.setValue(Set.copyOf(question.kinds()));
        number(most, "surveys.design.file.most", 1, FileQuestion.MOST_FILES, question.most());
        number(megabytes, "surveys.design.file.megabytes", 1, FileQuestion.MOST_MEGABYTES, question.megabytes());
        kinds.addValueChangeListener(change -> changed(edit));
        for (var field : List.of(most, megabytes)) {
            field.addValueChangeListener(change -> changed(edit));
        }
        getContent().add(kinds, Kit.row(most, megabytes));
    }

    @Override
    void show(Question question, Function<Set<SurveyError>, String> wrong) {
        complain(kinds, wrong.apply(Set.of(SurveyError.FILE_KINDS_MISSING)));
        complain(most, wrong.apply(Set.of(SurveyError.FILES_OUT_OF_RANGE)));
        complain(megabytes, wrong.apply(Set.of(SurveyError.FILE_SIZE_OUT_OF_RANGE)));
    }

    private void changed(Consumer<UnaryOperator<Question>> edit) {
        var count = most.getValue();
        var size = megabytes.getValue();
        if (count != null && size != null) {
            edit.accept(one -> one instanceof FileQuestion old
                    ? new FileQuestion(
                            old.id(),
                            old.title(),
                            old.help(),
                            old.required(),
                            List.copyOf(kinds.getValue()),
                            count,
                            size)
                    : one);
        }
    }
}
