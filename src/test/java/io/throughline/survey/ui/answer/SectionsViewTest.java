package io.throughline.survey.ui.answer;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.ElementUtilsKt;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.dom.Element;
import io.throughline.shared.LocalizedText;
import io.throughline.shared.Viewer;
import io.throughline.support.As;
import io.throughline.support.ViewTest;
import io.throughline.survey.Entry;
import io.throughline.survey.Paging;
import io.throughline.survey.Section;
import io.throughline.survey.SurveyContent;
import io.throughline.survey.SurveyFixtures;
import io.throughline.survey.SurveyId;
import io.throughline.survey.Surveys;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

class SectionsViewTest extends ViewTest {

    @Autowired
    Surveys surveys;

    @Autowired
    SurveyFixtures made;

    private Viewer pm;
    private SurveyId id = SurveyId.next();

    @BeforeEach
    void aDraftOfThreeQuestionsIsOpen() {
        pm = fixtures.projectManager();
        id = made.draft(pm, SurveyFixtures.content());
        signIn(pm);
        UI.getCurrent().navigate("surveys/" + id.value() + "/design");
    }

    @Test
    void questions_move_between_sections_by_button_list_and_drag() {
        _click(_get(Button.class, spec -> spec.withText("+ Section")));
        assertThat(order()).isEqualTo("q1 q2 q3 | ");
        _click(labelled("Move question 3 down"));
        assertThat(order()).isEqualTo("q1 q2 | q3");
        sectionOf(1);
        assertThat(order()).isEqualTo("q1 | q3 q2");
        // Rows: 0 first, 1 q1, 2 second, 3 q3, 4 q2.
        fire("tl-reorder", "tl-move", "{\"event.detail.from\":4,\"event.detail.to\":1}");
        assertThat(order()).isEqualTo("q2 q1 | q3");
        _click(labelled("Move section 2 up"));
        assertThat(order()).isEqualTo("q3 | q2 q1");
        _click(labelled("Remove section 2; its questions stay"));
        assertThat(order()).isEqualTo("q3 q2 q1");
        _click(_find(Button.class, spec -> spec.withText("Undo")).getFirst());
        assertThat(order()).isEqualTo("q3 | q2 q1");
    }

    @Test
    void a_section_has_a_title_and_an_explanation_in_each_language() {
        _click(_get(Button.class, spec -> spec.withText("+ Section")));
        var section = stored().sections().getLast().id();
        give("s-" + section.value() + ".TITLE", "{\"en\": \"About you\", \"de\": \"Zu Ihnen\"}");
        give("s-" + section.value() + ".HELP", "{\"en\": \"So that we understand.\"}");
        assertThat(stored().sections().getLast().title().in(Locale.GERMAN)).isEqualTo("Zu Ihnen");
        assertThat(stored().sections().getLast().help()).isEqualTo(LocalizedText.en("So that we understand."));
    }

    @Test
    void pages_and_orders_are_stored_as_they_are_chosen() {
        pages().setValue(Paging.SECTION);
        assertThat(stored().paging()).isEqualTo(Paging.SECTION);
        var random = _find(Checkbox.class, spec -> spec.withLabel("Items in a random order"));
        assertThat(random).as("own words have no items").hasSize(2);
        random.getFirst().setValue(true);
        assertThat(stored().entries()).extracting(Entry::shuffled).containsExactly(true, false, false);
    }

    @Test
    void a_text_in_a_language_that_is_left_out_is_not_lost() {
        give("TITLE", "{\"en\": \"Streets\", \"de\": \"Straßen\"}");
        var seen = As.viewer(pm, () -> surveys.detail(id));
        As.viewer(pm, () -> surveys.edit(id, seen.version(), seen.content().writtenIn(List.of("en", "fr"))));
        UI.getCurrent().navigate("surveys");
        UI.getCurrent().navigate("surveys/" + id.value() + "/design");
        give("TITLE", "{\"en\": \"Roads\", \"fr\": \"Rues\"}");
        assertThat(stored().title().in(Locale.GERMAN)).isEqualTo("Straßen");
        assertThat(stored().title().in(Locale.FRENCH)).isEqualTo("Rues");
    }

    private String order() {
        return stored().sections().stream()
                .map(section -> section.entries().stream().map(Entry::code).collect(Collectors.joining(" ")))
                .collect(Collectors.joining(" | "));
    }

    /** Puts a question, counted from 0, into the last section. */
    @SuppressWarnings("unchecked")
    private void sectionOf(int question) {
        var lists = _find(Select.class, spec -> spec.withLabel("Stands in"));
        ((Select<Section>) lists.get(question)).setValue(stored().sections().getLast());
    }

    @SuppressWarnings("unchecked")
    private static RadioButtonGroup<Paging> pages() {
        return _get(RadioButtonGroup.class, spec -> spec.withLabel("On one page"));
    }

    private static Button labelled(String label) {
        return _get(
                Button.class,
                spec -> spec.withPredicate(
                        b -> b.getAriaLabel().filter(label::equals).isPresent()));
    }

    private static void give(String field, String value) {
        fire(
                "tl-keep",
                "tl-save",
                "{\"event.detail\":{\"field\":\"" + field + "\",\"value\":" + value + ",\"tab\":\"" + UUID.randomUUID()
                        + "\",\"sequence\":1,\"seen\":0}}");
    }

    private static void fire(String tag, String event, String data) {
        var element = all(_get(Main.class).getElement())
                .filter(one -> !one.isTextNode() && one.getTag().equals(tag))
                .findFirst()
                .orElseThrow();
        ElementUtilsKt._fireDomEvent(
                element, new DomEvent(element, event, JsonMapper.shared().readTree(data)));
    }

    private SurveyContent stored() {
        return As.viewer(pm, () -> surveys.detail(id)).content();
    }

    private static Stream<Element> all(Element root) {
        return Stream.concat(Stream.of(root), root.getChildren().flatMap(SectionsViewTest::all));
    }
}
