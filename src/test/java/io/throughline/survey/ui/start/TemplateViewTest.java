package io.throughline.survey.ui.start;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import io.throughline.shared.Viewer;
import io.throughline.support.As;
import io.throughline.support.Fixtures;
import io.throughline.support.ViewTest;
import io.throughline.survey.SurveyFixtures;
import io.throughline.survey.SurveyId;
import io.throughline.survey.Surveys;
import io.throughline.survey.question.Kano;
import io.throughline.survey.start.SurveyTemplates;
import io.throughline.survey.start.SurveyTemplates.Kept;
import io.throughline.survey.start.TemplateId;
import io.throughline.survey.ui.SurveyNavigation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class TemplateViewTest extends ViewTest {

    @Autowired
    Surveys surveys;

    @Autowired
    SurveyTemplates templates;

    @Autowired
    SurveyFixtures made;

    private Viewer pm;

    @BeforeEach
    void signedIn() {
        pm = fixtures.projectManager();
        signIn(pm);
    }

    @Test
    void a_survey_starts_from_a_template_seen_before_under_its_title() {
        UI.getCurrent().navigate("surveys");
        _click(_get(Button.class, spec -> spec.withText("New survey")));
        choose("KANO");
        assertThat(_get(TextField.class, spec -> spec.withLabel("Title")).getPlaceholder())
                .isEqualTo("Which of our plans do you need?");
        _click(_get(Button.class, spec -> spec.withText("Create and design")));

        var content = As.viewer(pm, () -> surveys.detail(open())).content();
        assertThat(content.title().texts()).containsEntry("en", "Which of our plans do you need?");
        assertThat(content.questions()).hasAtLeastOneElementOfType(Kano.class);
    }

    @Test
    void what_is_saved_as_a_template_can_be_chosen_renamed_and_deleted() {
        var name = Fixtures.unique("Streets again");
        var survey = made.draft(pm, SurveyFixtures.content());
        UI.getCurrent().navigate(SurveyNavigation.surveyHref(survey));
        _click(_get(Button.class, spec -> spec.withText("Save as template")));
        _get(TextField.class, spec -> spec.withLabel("Name of the template")).setValue(name);
        _click(_get(Button.class, spec -> spec.withText("Save template")));

        UI.getCurrent().navigate("surveys");
        _click(_get(Button.class, spec -> spec.withText("New survey")));
        choose(name);
        _click(_get(Button.class, spec -> spec.withText("Rename template")));
        _get(TextField.class, spec -> spec.withLabel("Name of the template")).setValue(name + " 2");
        _click(_get(Button.class, spec -> spec.withText("Save template")));
        assertThat(As.viewer(pm, () -> templates.kept())).extracting(Kept::name).contains(name + " 2");
        choose(name + " 2");
        _click(_get(Button.class, spec -> spec.withText("Delete template")));
        _click(_get(Button.class, spec -> spec.withText("Delete for good")));
        assertThat(As.viewer(pm, () -> templates.kept())).extracting(Kept::name).doesNotContain(name + " 2");
    }

    @Test
    void a_template_is_edited_in_its_place_and_put_in_force() {
        var name = Fixtures.unique("Streets again");
        var id = As.viewer(pm, () -> templates.save(made.draft(pm, SurveyFixtures.content()), name, ""));
        UI.getCurrent().navigate("surveys");
        _click(_get(Button.class, spec -> spec.withText("New survey")));
        choose(name);
        _click(_get(Button.class, spec -> spec.withText("Edit template")));
        assertThat(_get(Button.class, spec -> spec.withText("Put changes in force"))
                        .isEnabled())
                .isFalse();

        int before = As.viewer(pm, () -> templates.content(id)).questions().size();
        _click(_get(
                Button.class,
                spec -> spec.withPredicate(
                        button -> button.getAriaLabel().orElse("").equals("Remove question 1"))));
        assertThat(As.viewer(pm, () -> templates.content(id)).questions()).hasSize(before);
        _click(_get(Button.class, spec -> spec.withText("Put changes in force")));

        assertThat(As.viewer(pm, () -> templates.content(id)).questions()).hasSize(before - 1);
        assertThat(_get(Button.class, spec -> spec.withText("Discard changes")).isEnabled())
                .isFalse();
    }

    @Test
    void changes_discarded_by_mistake_come_back() {
        var id = As.viewer(
                pm,
                () -> templates.save(made.draft(pm, SurveyFixtures.content()), Fixtures.unique("Streets again"), ""));
        int all = As.viewer(pm, () -> templates.content(id)).questions().size();
        UI.getCurrent().navigate(SurveyNavigation.templateHref(id.value()));
        _click(_get(
                Button.class,
                spec -> spec.withPredicate(
                        button -> button.getAriaLabel().orElse("").equals("Remove question 1"))));
        _click(_get(Button.class, spec -> spec.withText("Discard changes")));
        assertThat(edited(id)).isEqualTo(all);

        _click(_find(Button.class, spec -> spec.withText("Undo")).getLast());
        assertThat(edited(id)).isEqualTo(all - 1);
        assertThat(_get(Button.class, spec -> spec.withText("Put changes in force"))
                        .isEnabled())
                .isTrue();
    }

    private int edited(TemplateId id) {
        return As.viewer(pm, () -> templates.editing(id)).draft().questions().size();
    }

    @Test
    void nobody_edits_another_s_template() {
        var name = Fixtures.unique("Theirs");
        var other = fixtures.projectManager();
        As.viewer(other, () -> templates.save(made.draft(other, SurveyFixtures.content()), name, ""));
        UI.getCurrent().navigate("surveys");
        _click(_get(Button.class, spec -> spec.withText("New survey")));
        choose(name);
        assertThat(_find(Button.class, spec -> spec.withText("Edit template"))).isEmpty();
    }

    private SurveyId open() {
        return new SurveyId(java.util.UUID.fromString(UI.getCurrent()
                .getInternals()
                .getActiveViewLocation()
                .getSegments()
                .get(1)));
    }

    @SuppressWarnings("unchecked")
    private static void choose(String name) {
        var group = (RadioButtonGroup<Object>) _get(RadioButtonGroup.class, spec -> spec.withLabel("Start with"));
        group.setValue(group.getListDataView()
                .getItems()
                .filter(one -> one.toString().contains("=" + name))
                .findFirst()
                .orElseThrow());
    }
}
