package io.throughline.survey;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import io.throughline.shared.Viewer;
import io.throughline.support.As;
import io.throughline.support.ViewTest;
import io.throughline.survey.Answering.Sheet;
import io.throughline.survey.question.ImportanceSatisfaction;
import io.throughline.survey.question.OwnWords;
import io.throughline.survey.question.Points;
import io.throughline.survey.question.Question;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class AnswerViewTest extends ViewTest {

    @Autowired
    SurveyFixtures surveys;

    @Autowired
    Answering answering;

    private Viewer customer;
    private SurveyVersionId survey;

    @BeforeEach
    void publishASurvey() {
        var organisation = fixtures.organisation();
        customer = fixtures.customer(organisation);
        survey = surveys.published(fixtures.projectManager(), organisation);
        signIn(customer);
    }

    @Test
    void points_are_stored_as_they_are_given_even_before_they_add_up() {
        open(Points.class);
        _find(IntegerField.class).getFirst().setValue(40);
        assertThat(answer(Points.class))
                .isInstanceOfSatisfying(
                        Points.Answer.class, a -> assertThat(a.sum()).isEqualTo(40));
    }

    @Test
    void an_item_that_matters_is_stored_when_it_is_chosen() {
        open(ImportanceSatisfaction.class);
        _find(Checkbox.class).getFirst().setValue(true);
        assertThat(answer(ImportanceSatisfaction.class))
                .isInstanceOfSatisfying(
                        ImportanceSatisfaction.Answer.class,
                        a -> assertThat(a.mattersMost()).hasSize(1));
    }

    @Test
    void own_words_are_there_again_on_another_device() {
        open(OwnWords.class);
        _get(TextArea.class).setValue("A ramp at the entrance.");
        signIn(customer);
        open(OwnWords.class);
        assertThat(_get(TextArea.class).getValue()).isEqualTo("A ramp at the entrance.");
    }

    @Test
    void an_incomplete_response_is_not_offered_to_be_submitted() {
        open(Points.class);
        _find(IntegerField.class).getFirst().setValue(40);
        UI.getCurrent().navigate("answer/" + survey.value() + "/review");
        assertThat(_find(Button.class, spec -> spec.withText("Submit"))).isEmpty();
    }

    @Test
    void a_complete_response_is_submitted_once() {
        open(Points.class);
        _find(IntegerField.class).getFirst().setValue(100);
        open(ImportanceSatisfaction.class);
        _find(Checkbox.class).getFirst().setValue(true);
        UI.getCurrent().navigate("answer/" + survey.value() + "/review");
        _click(_get(Button.class, spec -> spec.withText("Submit")));
        assertThat(sheet().submittedRevision()).isEqualTo(1);
    }

    private void open(Class<? extends Question> type) {
        var base = "answer/" + survey.value();
        UI.getCurrent().navigate(base);
        _find(Button.class, spec -> spec.withText("Start")).forEach(start -> _click(start));
        UI.getCurrent().navigate(base + "/" + (1 + indexOf(type)));
    }

    private int indexOf(Class<? extends Question> type) {
        var questions = sheet().questions();
        for (var i = 0; i < questions.size(); i++) {
            if (type.isInstance(questions.get(i))) {
                return i;
            }
        }
        throw new IllegalStateException("no such question: " + type);
    }

    private io.throughline.survey.question.Answer answer(Class<? extends Question> type) {
        var sheet = sheet();
        return sheet.answers().get(sheet.questions().get(indexOf(type)).id()).answer();
    }

    private Sheet sheet() {
        return As.viewer(customer, () -> answering.sheet(answering.find(survey).orElseThrow()));
    }
}
