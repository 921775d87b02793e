package io.throughline.backlog;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.textfield.TextField;
import io.throughline.shared.LocalizedText;
import io.throughline.shared.Viewer;
import io.throughline.support.As;
import io.throughline.support.Fixtures;
import io.throughline.support.ViewTest;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Two needs that turn out to be the same, merged and separated again. */
class NeedViewTest extends ViewTest {

    @Autowired
    BacklogFixtures given;

    @Autowired
    Needs needs;

    @Autowired
    Requirements requirements;

    @Autowired
    BacklogForPlanning planning;

    Viewer pm;
    NeedId lamps;
    NeedId lights;
    RequirementId requirement;

    @BeforeEach
    void twoNeeds() {
        pm = fixtures.projectManager();
        lamps = given.need(pm, LocalizedText.en(Fixtures.unique("Lamps")));
        lights = given.need(pm, LocalizedText.en(Fixtures.unique("Lights")));
        requirement = given.requirement(pm, given.area(pm), "Lamps at night");
        As.viewer(pm, () -> requirements.serve(requirement, lamps));
    }

    @Test
    void aNeedIsMergedIntoAnotherWhichThenStandsForBothAndSeparatedAgain() {
        open(lamps);
        choose(lights);
        _click(_get(Button.class, spec -> spec.withText("Merge into it")));
        assertThat(served()).containsExactly(lights);
        assertThat(As.viewer(
                        pm, () -> planning.byIds(Set.of(requirement)).getFirst().needs()))
                .containsExactly(lights);
        assertThat(As.viewer(pm, () -> needs.detail(lights)).merged())
                .extracting(NeedSummary::id)
                .containsExactly(lamps);

        open(lights);
        _click(_get(Button.class, spec -> spec.withText("Separate again")));
        assertThat(served()).containsExactly(lamps);
        assertThat(As.viewer(pm, () -> needs.detail(lights)).merged()).isEmpty();
    }

    @Test
    void whatStandsUnderAnotherMovesAlongAndCanNotBeMergedTwice() {
        var other = given.need(pm, LocalizedText.en(Fixtures.unique("Light")));
        As.viewer(pm, () -> needs.merge(lamps, version(lamps), lights));
        assertThatThrownBy(() -> As.viewer(pm, () -> needs.merge(lamps, version(lamps), other)))
                .hasMessage("BacklogError.NOT_MERGEABLE");
        assertThatThrownBy(() -> As.viewer(pm, () -> needs.merge(other, version(other), lamps)))
                .hasMessage("BacklogError.NOT_MERGEABLE");
        As.viewer(pm, () -> needs.merge(lights, version(lights), other));
        assertThat(served()).containsExactly(other);
        As.viewer(pm, () -> needs.unmerge(lamps));
        assertThat(served()).containsExactly(lamps);
    }

    @Test
    void anotherWordingIsStored() {
        open(lamps);
        _click(_get(Button.class, spec -> spec.withText("Reword")));
        _get(TextField.class).setValue("Lamps everywhere");
        _click(_get(Button.class, spec -> spec.withText("Save")));
        assertThat(As.viewer(pm, () -> needs.detail(lamps)).title().in(Locale.ENGLISH))
                .isEqualTo("Lamps everywhere");
    }

    @Test
    void aManagerReadsOnly() {
        signIn(fixtures.manager());
        UI.getCurrent().navigate("backlog/need/" + lamps.value());
        assertThat(_find(Button.class, spec -> spec.withText("Reword"))).isEmpty();
        assertThat(_find(Button.class, spec -> spec.withText("Merge into it"))).isEmpty();
    }

    private java.util.List<NeedId> served() {
        return As.viewer(pm, () -> requirements.detail(requirement)).needs().stream()
                .map(NeedSummary::id)
                .toList();
    }

    private long version(NeedId need) {
        return As.viewer(pm, () -> needs.detail(need)).version();
    }

    @SuppressWarnings("unchecked")
    private void choose(NeedId need) {
        var other = As.viewer(pm, () -> needs.detail(need));
        ((ComboBox<NeedSummary>) _get(ComboBox.class))
                .setValue(new NeedSummary(need, other.key(), other.title(), other.expressions()));
    }

    private void open(NeedId need) {
        signIn(pm);
        UI.getCurrent().navigate("backlog/need/" + need.value());
    }
}
