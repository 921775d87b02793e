package io.throughline.survey.ui.design;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.IntegerField;
import io.throughline.shared.ui.Kit;
import io.throughline.survey.SurveyError;
import io.throughline.survey.question.BestWorst;
import io.throughline.survey.question.Question;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** How the items of a best–worst question are shown together, and how even that came out. */
class SetDesign extends TypeEditor {

    private static final int MOST_PER_SET = 8;
    private static final int MOST_TIMES = 10;

    private final IntegerField perSet = new IntegerField();
    private final IntegerField times = new IntegerField();
    private final Paragraph achieved = new Paragraph();
    private final OrderedList sets = new OrderedList();
    private final NativeDetails details;

    SetDesign(BestWorst question, Consumer<UnaryOperator<Question>> edit) {
        details = new NativeDetails(getTranslation("surveys.design.sets"), sets);
        achieved.getElement().setAttribute("role", "status");
        achieved.addClassName("tl-dim");
        number(perSet, "surveys.design.perSet", BestWorst.FEWEST_PER_SET, MOST_PER_SET, question.perSet());
        number(times, "surveys.design.times", 1, MOST_TIMES, question.times());
        for (var field : new IntegerField[] {perSet, times}) {
            field.addValueChangeListener(change -> changed(edit));
        }
        details.setVisible(false);
        getContent().add(Kit.row(perSet, times), achieved, details);
        getContent().addClassName("survey-sets");
    }

    @Override
    void show(Question question, Function<Set<SurveyError>, String> wrong) {
        if (question instanceof BestWorst one) {
            show(one, wrong.apply(Set.of(SurveyError.SET_SIZE_OUT_OF_RANGE, SurveyError.SETS_DO_NOT_FIT)));
        }
    }

    /** What the design came to. @param problem what is still wrong with it; empty if nothing is */
    private void show(BestWorst question, String problem) {
        complain(perSet, problem);
        details.setVisible(problem.isEmpty());
        achieved.setText(problem.isEmpty() ? frequencies(question) : "");
        sets.removeAll();
        for (var set : question.sets()) {
            sets.add(new ListItem(question.items().stream()
                    .filter(item -> set.contains(item.key()))
                    .map(item -> item.text().in(getLocale()))
                    .collect(Collectors.joining(" · "))));
        }
    }

    private void changed(Consumer<UnaryOperator<Question>> edit) {
        var together = perSet.getValue();
        var often = times.getValue();
        if (together != null && often != null) {
            edit.accept(
                    one -> one instanceof BestWorst old ? old.with(together, Math.clamp(often, 1, MOST_TIMES)) : one);
        }
    }

    private String frequencies(BestWorst question) {
        var design = question.design();
        var shown = Arrays.stream(design.shown()).summaryStatistics();
        return getTranslation(
                "surveys.design.frequencies",
                question.sets().size(),
                range(shown.getMin(), shown.getMax()),
                range(design.rarestPair(), design.commonestPair()),
                getTranslation(design.balanced() ? "surveys.design.balanced" : "surveys.design.even"));
    }

    private static String range(int least, int most) {
        return least == most ? String.valueOf(least) : least + "–" + most;
    }
}
