package io.throughline.survey;

import static com.github.mvysny.kaributesting.v10.ElementUtilsKt._fireDomEvent;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.throughline.people.OrganisationInfo;
import io.throughline.people.Organisations;
import io.throughline.shared.CommonError;
import io.throughline.shared.DomainException;
import io.throughline.shared.LocalizedText;
import io.throughline.shared.Viewer;
import io.throughline.support.As;
import io.throughline.support.Fixtures;
import io.throughline.support.ViewTest;
import io.throughline.survey.question.ImportanceSatisfaction;
import io.throughline.survey.question.Item;
import io.throughline.survey.question.OwnWords;
import io.throughline.survey.question.Points;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class SurveyDesignViewTest extends ViewTest {

    @Autowired
    Surveys surveys;

    @Autowired
    Organisations organisations;

    private Viewer pm;
    private SurveyId id = SurveyId.next();

    @BeforeEach
    void aDraftIsOpen() {
        pm = fixtures.projectManager();
        id = As.viewer(pm, () -> surveys.create(LocalizedText.en("Streets")));
        signIn(pm);
        UI.getCurrent().navigate("surveys/" + id.value() + "/design");
    }

    @Test
    void a_new_survey_leads_to_its_design() {
        UI.getCurrent().navigate("surveys");
        _click(_get(Button.class, spec -> spec.withText("New survey")));
        type(_get(TextField.class), Fixtures.unique("Parks"));
        _click(_get(Button.class, spec -> spec.withText("Create and design")));
        assertThat(location()).matches("surveys/[0-9a-f-]{36}/design");
    }

    @Test
    void each_type_can_be_added_moved_and_removed() {
        add("Importance and satisfaction");
        add("100 points");
        add("Own words");
        assertThat(stored().questions())
                .hasExactlyElementsOfTypes(ImportanceSatisfaction.class, Points.class, OwnWords.class);
        _click(_get(
                Button.class,
                spec -> spec.withPredicate(b ->
                        b.getAriaLabel().filter("Move question 3 up"::equals).isPresent())));
        assertThat(stored().questions())
                .hasExactlyElementsOfTypes(ImportanceSatisfaction.class, OwnWords.class, Points.class);
        _click(_find(Button.class, spec -> spec.withText("Remove")).getFirst());
        assertThat(stored().questions()).hasExactlyElementsOfTypes(OwnWords.class, Points.class);
        _click(_get(Button.class, spec -> spec.withText("Undo")));
        assertThat(stored().questions())
                .hasExactlyElementsOfTypes(ImportanceSatisfaction.class, OwnWords.class, Points.class);
    }

    @Test
    void pasted_lines_become_items_that_keep_their_keys() {
        add("100 points");
        var lines = _get(TextArea.class, spec -> spec.withLabel("Items in English"));
        type(lines, "Ramps\nLights\n");
        var ramps = stored().questions().getFirst().items().getFirst().key();
        type(lines, "Benches\nRamps\nLights");
        var items = stored().questions().getFirst().items();
        assertThat(items)
                .extracting(item -> item.text().in(Locale.ENGLISH))
                .containsExactly("Benches", "Ramps", "Lights");
        assertThat(items.get(1).key()).isEqualTo(ramps);
        assertThat(items).extracting(Item::key).doesNotHaveDuplicates();
    }

    @Test
    void what_somebody_else_changed_meanwhile_is_not_overwritten() {
        var theirs = new SurveyContent(LocalizedText.en("Theirs"), LocalizedText.en("Why"), java.util.List.of());
        var seen = As.viewer(pm, () -> surveys.detail(id));
        As.viewer(pm, () -> surveys.edit(id, seen.version(), theirs));
        assertThatThrownBy(() -> type(title(), "Mine"))
                .isInstanceOfSatisfying(
                        DomainException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(CommonError.STALE));
        assertThat(stored().title().in(Locale.ENGLISH)).isEqualTo("Theirs");
    }

    @Test
    void a_complete_draft_is_published_to_the_organisations_chosen_and_fixed_then() {
        var asked = fixtures.organisation();
        fixtures.organisation();
        type(_get(TextArea.class, spec -> spec.withLabel("Why we ask (English)")), "To plan next year.");
        add("Own words");
        type(_get(TextField.class, spec -> spec.withLabel("Question (English)")), "What is missing?");
        UI.getCurrent().navigate("surveys/" + id.value() + "/publish");
        choose(asked);
        _click(_get(Button.class, spec -> spec.withText("Publish")));
        assertThat(As.viewer(pm, () -> surveys.detail(id)).published()).isNull();
        _click(_get(Button.class, spec -> spec.withText("Publish for good")));
        var published = As.viewer(pm, () -> surveys.detail(id)).published();
        assertThat(published).isNotNull();
        assertThat(published.audience()).extracting(OrganisationInfo::id).containsExactly(asked);
        assertThat(published.languages()).containsExactly(Locale.ENGLISH);
        assertThat(location()).isEqualTo("surveys/" + id.value());
        UI.getCurrent().navigate("surveys/" + id.value() + "/design");
        assertThat(_find(TextField.class)).isEmpty();
    }

    @Test
    void an_incomplete_draft_says_what_is_missing_instead_of_publishing() {
        UI.getCurrent().navigate("surveys/" + id.value() + "/publish");
        assertThat(_find(CheckboxGroup.class)).isEmpty();
        assertThat(_find(com.vaadin.flow.component.html.ListItem.class))
                .extracting(item -> item.getText())
                .anyMatch(text -> text.contains("The survey has no question yet"));
    }

    @Test
    void a_preview_stores_nothing() {
        add("Own words");
        UI.getCurrent().navigate("surveys/" + id.value() + "/preview");
        var before = As.viewer(pm, () -> surveys.detail(id));
        var field = all(_get(com.vaadin.flow.component.html.Main.class).getElement())
                .filter(one -> !one.isTextNode() && one.getTag().equals("tl-words"))
                .findFirst()
                .orElseThrow();
        var typed = "{\"event.detail.value\":\"Only trying.\",\"event.detail\":{\"value\":\"Only trying.\"}}";
        _fireDomEvent(
                field,
                new com.vaadin.flow.dom.DomEvent(
                        field,
                        "answer",
                        tools.jackson.databind.json.JsonMapper.shared().readTree(typed)));
        assertThat(As.viewer(pm, () -> surveys.detail(id)))
                .usingRecursiveComparison()
                .isEqualTo(before);
    }

    @Test
    void a_published_survey_can_be_closed_early() {
        var questions = java.util.List.<io.throughline.survey.question.Question>of(
                new OwnWords(QuestionId.next(), LocalizedText.en("What?"), LocalizedText.en(""), true));
        var content = new SurveyContent(LocalizedText.en("T"), LocalizedText.en("W"), questions);
        var asked = fixtures.organisation();
        As.viewer(pm, () -> {
            surveys.edit(id, surveys.detail(id).version(), content);
            var now = java.time.Instant.now();
            surveys.publish(
                    id,
                    surveys.detail(id).version(),
                    new Surveys.Publication(
                            Set.of(asked),
                            now.minusSeconds(60),
                            now.plusSeconds(3600),
                            java.util.List.of(Locale.ENGLISH)));
        });
        UI.getCurrent().navigate("surveys/" + id.value());
        _click(_get(Button.class, spec -> spec.withText("Close early")));
        _click(_get(Button.class, spec -> spec.withText("Close for good")));
        assertThat(As.viewer(pm, () -> surveys.detail(id)).state()).isEqualTo(SurveyState.CLOSED);
    }

    private static void type(com.vaadin.flow.component.HasValue<?, String> field, String value) {
        field.setValue(value);
    }

    private void add(String type) {
        _click(_get(Button.class, spec -> spec.withText("+ " + type)));
    }

    private TextField title() {
        return _get(TextField.class, spec -> spec.withLabel("Title (English)"));
    }

    @SuppressWarnings("unchecked")
    private void choose(io.throughline.shared.OrganisationId asked) {
        var info = As.viewer(pm, () -> organisations.byIds(Set.of(asked))).get(asked);
        ((MultiSelectComboBox<OrganisationInfo>) _get(MultiSelectComboBox.class)).setValue(Set.of(info));
    }

    private SurveyContent stored() {
        return As.viewer(pm, () -> surveys.detail(id)).content();
    }

    private static String location() {
        return UI.getCurrent().getInternals().getActiveViewLocation().getPath();
    }

    private static java.util.stream.Stream<com.vaadin.flow.dom.Element> all(com.vaadin.flow.dom.Element root) {
        return java.util.stream.Stream.concat(
                java.util.stream.Stream.of(root), root.getChildren().flatMap(SurveyDesignViewTest::all));
    }
}
