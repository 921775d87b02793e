package io.throughline.survey.ui.design;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.IntegerField;
import io.throughline.shared.LocalizedText;
import io.throughline.survey.SurveyError;
import io.throughline.survey.question.BestWorst;
import io.throughline.survey.question.ChoiceOfK;
import io.throughline.survey.question.DateQuestion;
import io.throughline.survey.question.FileQuestion;
import io.throughline.survey.question.ImportanceSatisfaction;
import io.throughline.survey.question.ImportanceSatisfactionByRating;
import io.throughline.survey.question.Kano;
import io.throughline.survey.question.MultipleChoice;
import io.throughline.survey.question.Nps;
import io.throughline.survey.question.NumberQuestion;
import io.throughline.survey.question.OwnWords;
import io.throughline.survey.question.Pairwise;
import io.throughline.survey.question.Points;
import io.throughline.survey.question.Question;
import io.throughline.survey.question.Ranking;
import io.throughline.survey.question.Rewording;
import io.throughline.survey.question.Scale;
import io.throughline.survey.question.SingleChoice;
import io.throughline.survey.question.Text;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What belongs to the questions of one type alone. Changes are stored as they are made. */
abstract class TypeEditor extends Composite<Div> {

    private static final LocalizedText NO_TEXT = new LocalizedText(Map.of());

    /** Null for a type that has texts and items only. @param edit changes the question if it is still there */
    static @Nullable TypeEditor of(Question question, List<Locale> languages, Consumer<UnaryOperator<Question>> edit) {
        return switch (question) {
            case BestWorst one -> new SetDesign(one, edit);
            case ImportanceSatisfaction one -> new ChoiceEditor(one, edit);
            case ChoiceOfK one -> new ChoiceEditor(one, edit);
            case SingleChoice one -> new ChoiceEditor(one, edit);
            case MultipleChoice one -> new ChoiceEditor(one, edit);
            case Scale one -> new ScaleEditor(one, languages, edit);
            case NumberQuestion one -> new NumberEditor(one, languages, edit);
            case DateQuestion one -> new DateEditor(one, edit);
            case FileQuestion one -> new FileEditor(one, edit);
            case Kano _, Ranking _, Pairwise _, Points _, ImportanceSatisfactionByRating _ -> null;
            case Nps _, Text _, OwnWords _ -> null;
        };
    }

    /** What the fields of a type change: all of them at once, but no text beside them. */
    static Object limits(Question question) {
        return switch (question) {
            case Scale one -> List.of(one.least(), one.greatest());
            case NumberQuestion one -> Arrays.asList(one.least(), one.greatest(), one.decimals());
            default -> Rewording.of(question, NO_TEXT, NO_TEXT, false, List.of());
        };
    }

    /** @param wrong what is still wrong with the question about these things, in words; empty if nothing is */
    abstract void show(Question question, Function<Set<SurveyError>, String> wrong);

    final void number(IntegerField field, String label, int least, int most, int value) {
        field.setLabel(getTranslation(label));
        field.setMin(least);
        field.setMax(most);
        field.setStepButtonsVisible(true);
        field.setManualValidation(true);
        field.setValue(value);
    }

    static void complain(HasValidation field, String problem) {
        field.setErrorMessage(problem);
        field.setInvalid(!problem.isEmpty());
    }
}
