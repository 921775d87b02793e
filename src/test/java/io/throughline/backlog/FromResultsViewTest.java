package io.throughline.backlog;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.provider.DataProvider;
import com.vaadin.flow.data.provider.Query;
import io.throughline.shared.Viewer;
import io.throughline.support.As;
import io.throughline.support.Fixtures;
import io.throughline.support.ViewTest;
import io.throughline.survey.AnsweredSurveys;
import io.throughline.survey.question.Item;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class FromResultsViewTest extends ViewTest {

    @Autowired
    BacklogFixtures given;

    @Autowired
    AnsweredSurveys surveys;

    @Autowired
    Backlog backlog;

    @Autowired
    Areas areas;

    @Test
    void itemsBecomeRequirementsOnceAndThePageSaysWhatIsThere() {
        var pm = fixtures.projectManager();
        var area = given.area(pm);
        var survey = surveys.by(pm, "");
        make(pm, area, survey);
        assertThat(As.viewer(pm, () -> backlog.count(area))).isEqualTo(2);
        make(pm, area, survey);
        assertThat(As.viewer(pm, () -> backlog.count(area))).isEqualTo(2);
        UI.getCurrent().navigate("backlog/from-results/" + survey.version().value());
        assertThat(_find(
                        Anchor.class,
                        spec -> spec.withPredicate(a -> a.getText().startsWith("already REQ-"))))
                .isNotEmpty();
    }

    @Test
    void figuresOfTooFewAreMarkedAndWrittenAsAmongTheResults() {
        var pm = fixtures.projectManager();
        var survey = surveys.by(pm, "");
        signIn(pm);
        UI.getCurrent().navigate("backlog/from-results/" + survey.version().value());
        assertThat(page())
                .contains("Too few to rank")
                .contains("n = 1 person of N = 1 organisation, 1 invited")
                .contains("55%")
                .doesNotContain("75.0%");
        assertThat(_find(CheckboxGroup.class).getFirst().getLabel())
                .as("nobody takes the order for a ranking")
                .isEqualTo("Items, in the order they were asked in");
    }

    private static String page() {
        return _get(Main.class).getElement().getTextRecursively();
    }

    @Test
    @SuppressWarnings("unchecked")
    void requirementsToAttachToAreOfferedBeforeAnythingIsTyped() {
        var pm = fixtures.projectManager();
        given.requirement(pm, given.area(pm), "Photo");
        var survey = surveys.by(pm, "");
        signIn(pm);
        UI.getCurrent().navigate("backlog/from-results/" + survey.version().value());
        var choice = (DataProvider<RequirementName, String>)
                _find(ComboBox.class).getFirst().getDataProvider();
        assertThat(choice.fetch(new Query<>(0, 10, List.of(), null, "")))
                .as("as the browser asks when it is opened")
                .isNotEmpty();
    }

    @Test
    @SuppressWarnings("unchecked")
    void anAreaCanBeMadeOnTheWayAndWhatIsTickedStaysTicked() {
        var pm = fixtures.projectManager();
        var survey = surveys.by(pm, "");
        signIn(pm);
        UI.getCurrent().navigate("backlog/from-results/" + survey.version().value());
        var items = (CheckboxGroup<Item>) _find(CheckboxGroup.class).getFirst();
        items.setValue(Set.copyOf(items.getListDataView().getItems().toList()));
        var name = Fixtures.unique("Area");

        _click(_find(Button.class, spec -> spec.withText("New area")).getFirst());
        _get(TextField.class, spec -> spec.withLabel("Name of the area")).setValue(name);
        _click(_get(Button.class, spec -> spec.withText("Save")));
        _click(_find(Button.class, spec -> spec.withText("Make requirements")).getFirst());

        var made = As.viewer(pm, areas::all).stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
        assertThat(As.viewer(pm, () -> backlog.count(made.id()))).isEqualTo(2);
    }

    @SuppressWarnings("unchecked")
    private void make(Viewer pm, AreaId area, AnsweredSurveys.Answered survey) {
        signIn(pm);
        UI.getCurrent().navigate("backlog/from-results/" + survey.version().value());
        var items = (CheckboxGroup<Item>) _find(CheckboxGroup.class).getFirst();
        items.setValue(Set.copyOf(items.getListDataView().getItems().toList()));
        var choice = (Select<AreaRow>) _find(Select.class).getFirst();
        choice.setValue(As.viewer(pm, () -> areas.area(area)));
        _click(_find(Button.class, spec -> spec.withText("Make requirements")).getFirst());
    }
}
