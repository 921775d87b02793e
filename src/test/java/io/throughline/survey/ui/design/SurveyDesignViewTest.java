package io.throughline.survey.ui.design;

import static com.github.mvysny.kaributesting.v10.ElementUtilsKt._fireDomEvent;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.NotificationsKt.expectNotifications;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import io.throughline.shared.LocalizedText;
import io.throughline.support.As;
import io.throughline.support.Fixtures;
import io.throughline.survey.Section;
import io.throughline.survey.question.ImportanceSatisfaction;
import io.throughline.survey.question.Item;
import io.throughline.survey.question.OwnWords;
import io.throughline.survey.question.Points;
import io.throughline.survey.question.Question;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SurveyDesignViewTest extends DesignViewTest {

    @Test
    void a_new_survey_leads_to_its_design() {
        UI.getCurrent().navigate("surveys");
        _click(_get(Button.class, spec -> spec.withText("New survey")));
        type(_get(TextField.class, spec -> spec.withLabel("Title")), Fixtures.unique("Parks"));
        _click(_get(Button.class, spec -> spec.withText("Create and design")));
        assertThat(location()).matches("surveys/[0-9a-f-]{36}/design");
    }

    @Test
    void a_survey_is_copied_from_the_list_and_from_its_page() {
        var title = Fixtures.unique("Copied");
        var original = As.viewer(pm, () -> surveys.create(LocalizedText.en(title)));

        UI.getCurrent().navigate("surveys", QueryParameters.simple(Map.of("q", title)));
        _click(labelled("Copy " + title));
        assertThat(location()).matches("surveys/[0-9a-f-]{36}/design").doesNotContain(original.value() + "");
        UI.getCurrent().navigate("surveys/" + original.value());
        _click(labelled("Copy " + title));

        assertThat(As.viewer(pm, () -> surveys.list(title, 0, 10)))
                .extracting(row -> row.title().in(Locale.ENGLISH))
                .containsExactly(title + " (copy)", title + " (copy)", title);
    }

    @Test
    void each_type_can_be_added_moved_and_removed() {
        add("Importance and satisfaction");
        add("100 points");
        add("Own words");
        assertThat(stored().questions())
                .hasExactlyElementsOfTypes(ImportanceSatisfaction.class, Points.class, OwnWords.class);
        _click(labelled("Move question 3 up"));
        assertThat(stored().questions())
                .hasExactlyElementsOfTypes(ImportanceSatisfaction.class, OwnWords.class, Points.class);
        _fireDomEvent(
                element("tl-reorder"),
                event(element("tl-reorder"), "tl-move", "{\"event.detail.from\":2,\"event.detail.to\":0}"));
        assertThat(stored().questions())
                .hasExactlyElementsOfTypes(Points.class, ImportanceSatisfaction.class, OwnWords.class);
        _click(labelled("Remove question 1"));
        assertThat(stored().questions()).hasExactlyElementsOfTypes(ImportanceSatisfaction.class, OwnWords.class);
        _click(_find(Button.class, spec -> spec.withText("Undo")).getFirst());
        assertThat(stored().questions())
                .hasExactlyElementsOfTypes(Points.class, ImportanceSatisfaction.class, OwnWords.class);
        _click(_find(Button.class, spec -> spec.withText("Undo")).getFirst());
        assertThat(stored().questions())
                .hasExactlyElementsOfTypes(ImportanceSatisfaction.class, OwnWords.class, Points.class);
    }

    @Test
    void keys_take_the_last_step_back_and_lead_to_what_it_was_about() {
        undoByKey();
        add("100 points");
        add("Own words");
        var asked = stored().questions().getFirst().id().value() + "";
        give(asked + ".TITLE", "{\"en\": \"Divide\"}");
        undoByKey();
        assertThat(drawn().lines()).contains("q-" + asked);
        assertThat(stored().questions().getFirst().title().isBlank()).isTrue();
        expectNotifications("Taken back in question 1 (q1)");
        undoByKey();
        assertThat(stored().questions()).hasSize(1);
        expectNotifications("Taken back");
    }

    @Test
    void a_draft_of_many_questions_has_its_contents_and_each_line_leads_there() {
        add("Own words");
        add("Own words");
        add("Own words");
        assertThat(contents()).as("all in sight").isEmpty();
        add("Own words");
        addSection();
        var second = stored().questions().get(1).id().value();
        give(second + ".TITLE", "{\"en\": \"What is missing?\"}");
        assertThat(contents())
                .containsExactly(
                        "Section 1",
                        "Question 1: Own words",
                        "Question 2: What is missing?",
                        "Question 3: Own words",
                        "Question 4: Own words",
                        "Section 2",
                        "Add a question",
                        "Looked over");
        drawn();
        _click(_get(Button.class, spec -> spec.withText("Question 2: What is missing?")));
        assertThat(drawn().lines()).contains("q-" + second);
    }

    private static List<String> contents() {
        return _find(DesignContents.class).stream()
                .flatMap(one -> _find(one, Button.class).stream())
                .map(Button::getText)
                .toList();
    }

    private static void undoByKey() {
        var keys = element("tl-undo-keys");
        _fireDomEvent(keys, event(keys, "tl-undo", "{}"));
    }

    @Test
    void a_question_is_called_by_its_code_wherever_it_stands() {
        add("100 points");
        add("Own words");
        _click(labelled("Move question 2 up"));
        assertThat(_find(Span.class, spec -> spec.withClasses("survey-code")))
                .extracting(Span::getText)
                .containsExactly("Code q2", "Code q1");
        assertThat(main().getTextRecursively())
                .contains("Question 2 (q2) is now question 1", "Go to question 1 (q2)", "Go to question 2 (q1)");
    }

    @Test
    void what_a_fresh_question_lacks_is_said_where_the_person_has_been() {
        add("Best–worst");
        var question = stored().questions().getFirst().id().value();
        assertThat(saidAtFields()).isEmpty();
        leave(question + ".TITLE");
        assertThat(saidAtFields()).singleElement().asString().contains("A question has no text yet");
        add("Own words");
        assertThat(saidAtFields()).as("drawn anew").singleElement().asString().contains("A question has no text yet");
        leave(question + ".ITEMS");
        assertThat(saidAtFields()).singleElement().asString().contains("An item has no text yet");
    }

    @Test
    void what_a_question_lacks_is_counted_at_once_and_said_to_who_asks_what_is_wrong() {
        add("Choice of a few");
        assertThat(saidAtFields()).isEmpty();
        assertThat(main().getTextRecursively()).as("the check").contains("no text yet");
        UI.getCurrent().navigate("surveys");
        UI.getCurrent().navigate("surveys/" + id.value() + "/design");
        assertThat(saidAtFields()).as("on a page opened anew").isEmpty();
        leave(stored().questions().getFirst().id().value() + ".TITLE");
        assertThat(saidAtFields()).singleElement().asString().contains("A question has no text yet");
        UI.getCurrent().navigate("surveys");
        var found = "q-" + stored().questions().getFirst().id().value();
        UI.getCurrent()
                .navigate("surveys/" + id.value() + "/design", QueryParameters.simple(Map.of(CheckPanel.AT, found)));
        assertThat(saidAtFields()).hasSize(2);
    }

    /** What fields are told to show since this was asked last. */
    private static List<String> saidAtFields() {
        return drawn().lines()
                .filter(line -> line.matches("An? (question|item) .*"))
                .toList();
    }

    private static void leave(String field) {
        var left = all(main())
                .filter(one -> !one.isTextNode() && field.equals(one.getAttribute("field")))
                .findFirst()
                .orElseThrow();
        _fireDomEvent(left, event(left, "tl-left", "{}"));
    }

    @Test
    void items_are_stored_in_the_order_the_page_tells_with_their_keys() {
        add("100 points");
        var question = stored().questions().getFirst().id();
        give(question.value() + ".ITEMS", """
                [{"key": "i2", "texts": {"en": "Lights", "de": "Lampen"}}, {"key": "i1", "texts": {"en": "Ramps"}}]""");
        assertThat(stored().questions().getFirst().items())
                .extracting(Item::key, item -> item.text().in(Locale.GERMAN))
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("i2", "Lampen"),
                        org.assertj.core.groups.Tuple.tuple("i1", "Ramps"));
    }

    @Test
    void a_removed_question_comes_back_and_what_was_typed_since_stays() {
        add("100 points");
        add("Own words");
        var questions = stored().questions();
        _click(labelled("Remove question 1"));
        var undo = _find(Button.class, spec -> spec.withText("Undo")).getLast();
        give(questions.getLast().id().value() + ".TITLE", "{\"en\": \"What is missing?\"}");
        theyWrite(stored().with(stored().title(), LocalizedText.en("Their reason")));
        _click(undo);
        assertThat(stored().questions())
                .extracting(Question::id)
                .containsExactly(questions.getFirst().id(), questions.getLast().id());
        assertThat(stored().questions().getLast().title()).isEqualTo(LocalizedText.en("What is missing?"));
        assertThat(stored().why()).isEqualTo(LocalizedText.en("Their reason"));
    }

    @Test
    void one_click_makes_one_section_of_an_empty_survey() {
        addSection();
        assertThat(sections()).containsExactly("Section 1");
        _click(labelled("Remove section 1; its questions stay"));
        assertThat(sections()).isEmpty();
        addSection();
        add("Own words");
        assertThat(sections()).containsExactly("Section 1");
        assertThat(stored().sections()).hasSize(1);
        _fireDomEvent(
                element("tl-reorder"),
                event(element("tl-reorder"), "tl-move", "{\"event.detail.from\":1,\"event.detail.to\":0}"));
        assertThat(stored().questions()).as("dropped above its heading").hasSize(1);
        addSection();
        assertThat(sections()).containsExactly("Section 1", "Section 2");
        assertThat(stored().sections()).hasSize(2);
    }

    @Test
    void a_section_added_below_questions_is_the_only_one_that_asks_for_a_heading() {
        add("Own words");
        add("100 points");
        addSection();
        assertThat(sections()).containsExactly("Section 2");
        assertThat(main().getTextRecursively()).contains("Section 1, without a heading");
        _click(_get(Button.class, spec -> spec.withText("Give it a heading")));
        assertThat(sections()).containsExactly("Section 1", "Section 2");
        assertThat(stored().sections()).hasSize(2);
    }

    @Test
    void a_section_added_by_mistake_leaves_the_survey_undivided_when_it_is_removed() {
        add("Own words");
        addSection();
        _click(labelled("Remove section 2; its questions stay"));
        assertThat(sections()).isEmpty();
        assertThat(main().getTextRecursively()).doesNotContain("without a heading");
        assertThat(stored().questions()).hasSize(1);
    }

    private static void addSection() {
        _click(_get(Button.class, spec -> spec.withText("+ Section")));
    }

    private static List<String> sections() {
        return _find(H2.class).stream()
                .map(H2::getText)
                .filter(text -> text.matches("Section \\d+"))
                .toList();
    }

    @Test
    void a_removed_section_comes_back_and_what_was_typed_since_stays() {
        addSection();
        addSection();
        add("Own words");
        var divided = stored().sections();
        var question = stored().questions().getFirst();
        _click(labelled("Remove section 2; its questions stay"));
        assertThat(stored().sections()).hasSize(1);
        var undo = _find(Button.class, spec -> spec.withText("Undo")).getLast();
        give(question.id().value() + ".TITLE", "{\"en\": \"What is missing?\"}");
        _click(undo);
        assertThat(stored().sections())
                .extracting(Section::id)
                .containsExactly(divided.getFirst().id(), divided.getLast().id());
        assertThat(stored().sections().getLast().entries())
                .extracting(entry -> entry.question().title())
                .containsExactly(LocalizedText.en("What is missing?"));
    }

    @Test
    void the_only_section_stays_and_nothing_is_said_to_be_removed() {
        addSection();
        addSection();
        var headed = stored().sections().getLast().id();
        give("s-" + headed.value() + ".TITLE", "{\"en\": \"About you\"}");
        _click(labelled("Remove section 1; its questions stay"));
        assertThat(stored().sections()).extracting(Section::id).containsExactly(headed);
        int told = _find(Button.class, spec -> spec.withText("Undo")).size();
        _click(labelled("Remove section 1; its questions stay"));
        assertThat(stored().sections()).extracting(Section::id).containsExactly(headed);
        assertThat(_find(Button.class, spec -> spec.withText("Undo"))).hasSize(told);
    }
}
