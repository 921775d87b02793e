package io.throughline.backlog;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.throughline.shared.Viewer;
import io.throughline.support.As;
import io.throughline.support.ViewTest;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class BacklogViewTest extends ViewTest {

    @Autowired
    BacklogFixtures given;

    @Autowired
    Backlog backlog;

    @Autowired
    Requirements requirements;

    Viewer pm;
    AreaId area;

    @BeforeEach
    void anArea() {
        pm = fixtures.projectManager();
        area = given.area(pm);
    }

    @Test
    void aRequirementIsMovedByKeyboardWithAReasonAndReleasedAgain() {
        var first = given.requirement(pm, area, "First");
        given.rated(pm, first, .9);
        var last = given.requirement(pm, area, "Last");
        given.rated(pm, last, .1);
        open(last);
        _click(_get(Button.class, spec -> spec.withText("Move")));
        _get(IntegerField.class).setValue(1);
        _get(TextArea.class).setValue("The council asked for it");
        _click(_get(Button.class, spec -> spec.withText("Move by hand")));
        assertThat(As.viewer(pm, () -> backlog.page(area, 0, 10)))
                .extracting(Backlog.Row::id)
                .containsExactly(last, first);

        open(last);
        _click(_get(Button.class, spec -> spec.withText("Back to computed")));
        assertThat(As.viewer(pm, () -> backlog.page(area, 0, 10)))
                .extracting(Backlog.Row::id)
                .containsExactly(first, last);
    }

    @Test
    void aRequirementIsEditedAndAccepted() {
        var id = given.requirement(pm, area, "Photo");
        open(id);
        _click(_get(Button.class, spec -> spec.withText("Edit")));
        _get(TextField.class, spec -> spec.withLabel("Title in German")).setValue("Foto");
        _get(TextArea.class, spec -> spec.withLabel("Fit criterion")).setValue("Within one hour");
        _click(_get(Button.class, spec -> spec.withText("Save")));
        _click(_get(Button.class, spec -> spec.withText("Accept")));
        var stored = As.viewer(pm, () -> requirements.detail(id));
        assertThat(stored.content().title().in(Locale.GERMAN)).isEqualTo("Foto");
        assertThat(stored.content().fitCriterion()).isEqualTo("Within one hour");
        assertThat(stored.state()).isEqualTo(RequirementState.ACCEPTED);
    }

    @Test
    void aManagerReadsWithoutActions() {
        var id = given.requirement(pm, area, "Photo");
        signIn(fixtures.manager());
        UI.getCurrent().navigate("backlog/" + area.value() + "/" + id.value());
        assertThat(com.github.mvysny.kaributesting.v10.LocatorJ._find(Button.class, spec -> spec.withText("Edit")))
                .isEmpty();
    }

    private void open(RequirementId id) {
        signIn(pm);
        UI.getCurrent().navigate("backlog/" + area.value() + "/" + id.value());
    }
}
