package io.throughline.backlog;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.mvysny.kaributesting.v10.GridKt;
import com.vaadin.flow.component.AbstractField.ComponentValueChangeEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.dnd.GridDragStartEvent;
import com.vaadin.flow.component.grid.dnd.GridDropEvent;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.router.QueryParameters;
import io.throughline.shared.Effort;
import io.throughline.shared.Money;
import io.throughline.shared.Viewer;
import io.throughline.support.As;
import io.throughline.support.ViewTest;
import java.math.BigDecimal;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.node.JsonNodeFactory;

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
                .extracting(RequirementRow::id)
                .containsExactly(last, first);

        open(last);
        _click(_get(Button.class, spec -> spec.withText("Back to computed")));
        assertThat(As.viewer(pm, () -> backlog.page(area, 0, 10)))
                .extracting(RequirementRow::id)
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
        assertThat(_find(Button.class, spec -> spec.withText("Edit"))).isEmpty();
    }

    @Test
    void aRequirementIsDraggedBelowAnotherAndTheMoveUndone() {
        var first = given.requirement(pm, area, "First");
        given.rated(pm, first, .9);
        var middle = given.requirement(pm, area, "Middle");
        given.rated(pm, middle, .5);
        var last = given.requirement(pm, area, "Last");
        given.rated(pm, last, .1);
        signIn(pm);
        UI.getCurrent().navigate("backlog/" + area.value());
        drag(2, 0, "below");
        _click(_get(Button.class, spec -> spec.withText("Move by hand")));
        assertThat(shown()).as("no reason, no move").containsExactly(first, middle, last);
        _get(TextArea.class).setValue("The council asked for it");
        _click(_get(Button.class, spec -> spec.withText("Move by hand")));
        assertThat(shown()).containsExactly(first, last, middle);

        _click(_get(Button.class, spec -> spec.withText("Undo")));
        assertThat(shown()).containsExactly(first, middle, last);
    }

    @Test
    void aRequirementIsDeclinedWithAReasonAndReconsidered() {
        var id = given.requirement(pm, area, "Photo");
        open(id);
        _click(_get(Button.class, spec -> spec.withText("Decline")));
        _get(TextArea.class).setValue("Another town does it");
        _click(_find(Button.class, spec -> spec.withText("Decline")).getLast());
        var declined = As.viewer(pm, () -> requirements.detail(id));
        assertThat(declined.state()).isEqualTo(RequirementState.DECLINED);
        assertThat(declined.declineReason()).isEqualTo("Another town does it");

        open(id);
        _click(_get(Button.class, spec -> spec.withText("Reconsider")));
        assertThat(As.viewer(pm, () -> requirements.detail(id)).state()).isEqualTo(RequirementState.PROPOSED);
    }

    @Test
    void whatIsDeclinedIsFoundByItsStateWhereNothingElseIsLeft() {
        var id = given.requirement(pm, area, "Photo");
        As.viewer(pm, () -> requirements.decline(id, requirements.detail(id).version(), "Another town does it"));
        signIn(pm);
        UI.getCurrent().navigate("backlog/" + area.value());
        assertThat(GridKt._size(grid())).isZero();
        choose(RequirementState.DECLINED);
        assertThat(GridKt._findAll(grid()))
                .singleElement()
                .asString()
                .contains(id.value().toString());
    }

    @Test
    void aRequirementWithoutANeedIsAddedWithItsReasonOnly() {
        given.requirement(pm, area, "First");
        signIn(pm);
        UI.getCurrent().navigate("backlog/" + area.value());
        _click(_get(Button.class, spec -> spec.withText("New requirement")));
        _get(TextField.class, spec -> spec.withLabel("Title in English")).setValue("Keep the records ten years");
        assertThatThrownBy(() -> _click(_get(Button.class, spec -> spec.withText("Save"))))
                .hasMessage("BacklogError.NEED_OR_REASON");
        _get(TextArea.class, spec -> spec.withLabel("Reason without a need")).setValue("Legal duty");
        _click(_get(Button.class, spec -> spec.withText("Save")));
        var made = As.viewer(pm, () -> backlog.page(area, 1, 1)).getFirst();
        assertThat(As.viewer(pm, () -> requirements.detail(made.id())).content().noNeedReason())
                .isEqualTo("Legal duty");
    }

    @Test
    void theLastReasonIsNotBlankedAndTheFieldSaysSo() {
        var id = given.requirement(pm, area, "Photo");
        open(id);
        _click(_get(Button.class, spec -> spec.withText("Edit")));
        var reason = _get(TextArea.class, spec -> spec.withLabel("Reason without a need"));
        reason.setValue("");
        assertThatThrownBy(() -> _click(_get(Button.class, spec -> spec.withText("Save"))))
                .hasMessage("BacklogError.NEED_OR_REASON");
        assertThat(reason.isInvalid()).isTrue();
        reason.setValue("Another law");
        _click(_get(Button.class, spec -> spec.withText("Save")));
        assertThat(As.viewer(pm, () -> requirements.detail(id)).content().noNeedReason())
                .isEqualTo("Another law");
    }

    @Test
    void anEffortNobodyTouchedStaysAsItIs() {
        var id = given.requirement(pm, area, "Photo");
        var hour = new Effort(new BigDecimal("1.01"));
        As.viewer(pm, () -> {
            var seen = requirements.detail(id);
            requirements.reword(
                    id, seen.version(), seen.content(), seen.content().withEstimate(hour, Money.ZERO));
        });
        open(id);
        _click(_get(Button.class, spec -> spec.withText("Edit")));
        _get(TextField.class, spec -> spec.withLabel("Title in English")).setValue("A photo");
        _click(_get(Button.class, spec -> spec.withText("Save")));
        var stored = As.viewer(pm, () -> requirements.detail(id)).content();
        assertThat(stored.title().in(Locale.ENGLISH)).isEqualTo("A photo");
        assertThat(stored.effort()).isEqualTo(hour);
    }

    @Test
    void bothTextsAreShownWhereTwoEditTheSameFieldAndNothingTypedIsLost() {
        var id = given.requirement(pm, area, "Photo");
        open(id);
        _click(_get(Button.class, spec -> spec.withText("Edit")));
        var statement = _get(TextArea.class, spec -> spec.withLabel("Statement"));
        statement.setValue("Mine");
        var other = As.viewer(pm, () -> requirements.detail(id));
        As.viewer(
                pm,
                () -> requirements.reword(
                        id,
                        other.version(),
                        other.content(),
                        other.content().withStatement("Theirs").withFitCriterion("Within an hour")));
        _click(_get(Button.class, spec -> spec.withText("Save")));
        assertThat(_find(Span.class, spec -> spec.withText("Theirs"))).hasSize(1);
        assertThat(statement.getValue()).isEqualTo("Mine");

        _click(_get(Button.class, spec -> spec.withText("Save")));
        var stored = As.viewer(pm, () -> requirements.detail(id)).content();
        assertThat(stored.statement()).isEqualTo("Mine");
        assertThat(stored.fitCriterion()).as("what only the other one changed").isEqualTo("Within an hour");
    }

    @Test
    void aSearchStandsInTheAddressAndNarrowsTheList() {
        var photo = given.requirement(pm, area, "A report carries a photo");
        given.requirement(pm, area, "Planned works on a map");
        signIn(pm);
        UI.getCurrent().navigate("backlog/" + area.value(), QueryParameters.of("q", "photo"));
        assertThat(GridKt._findAll(grid()))
                .singleElement()
                .asString()
                .contains(photo.value().toString());
    }

    @Test
    void aNeedIsDetached() {
        var need = given.need(pm, io.throughline.shared.LocalizedText.en("Photos"));
        var id = given.requirement(pm, area, "Photo");
        As.viewer(pm, () -> requirements.serve(id, need));
        open(id);
        _click(_get(Button.class, spec -> spec.withText("Detach")));
        assertThat(As.viewer(pm, () -> requirements.detail(id)).needs()).isEmpty();
        _click(_get(Button.class, spec -> spec.withText("Undo")));
        assertThat(As.viewer(pm, () -> requirements.detail(id)).needs()).hasSize(1);
    }

    @Test
    void whatIsFoundIsReadToItsEndFromAnywhere() {
        area = given.longList(pm, 2_300);
        signIn(pm);
        UI.getCurrent().navigate("backlog/" + area.value(), QueryParameters.of("state", "proposed"));
        assertThat(ranks(0, 2)).containsExactly("1", "2");
        assertThat(ranks(1_100, 2)).containsExactly("1101", "1102");
        assertThat(ranks(990, 12)).startsWith("991").endsWith("1002");
        assertThat(ranks(1_050, 1)).containsExactly("1051");
        assertThat(ranks(2_298, 10)).containsExactly("2299", "2300");
        assertThat(_get(Select.class, spec -> spec.withValue(RequirementState.PROPOSED))
                        .getEmptySelectionCaption())
                .isEqualTo("all open (2,300)");

        UI.getCurrent().navigate("backlog/" + area.value(), QueryParameters.of("q", "bulk"));
        assertThat(ranks(2_250, 100)).startsWith("2252").endsWith("2300").hasSize(49);
        assertThat(_find(Span.class)).extracting(Span::getText).contains("over 2,000 found");
    }

    private java.util.List<String> ranks(int offset, int limit) {
        return grid().getDataProvider()
                .fetch(new Query<>(offset, limit, java.util.List.of(), null, null))
                .map(row -> row.toString().replaceFirst(".*, rank=(\\d+),.*", "$1"))
                .toList();
    }

    private Grid<?> grid() {
        return _get(Grid.class);
    }

    /** As the browser tells it. */
    @SuppressWarnings("unchecked")
    private void choose(RequirementState state) {
        Select<RequirementState> select =
                _get(Select.class, spec -> spec.withPredicate(one -> !one.hasClassName("bl-area")));
        select.setValue(state);
        ComponentUtil.fireEvent(select, new ComponentValueChangeEvent<>(select, select, null, true));
    }

    /** As the browser tells it: the row of one number is dropped beside that of another. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    private void drag(int row, int target, String location) {
        Grid grid = grid();
        var rows = GridKt._findAll(grid);
        var keys = grid.getDataCommunicator().getKeyMapper();
        var json = JsonNodeFactory.instance;
        var details = json.objectNode();
        details.putArray("draggedItems").addObject().put("key", keys.key(rows.get(row)));
        ComponentUtil.fireEvent(grid, new GridDragStartEvent(grid, true, details));
        ComponentUtil.fireEvent(
                grid,
                new GridDropEvent(
                        grid,
                        true,
                        json.objectNode().put("key", keys.key(rows.get(target))),
                        location,
                        json.arrayNode()));
    }

    private java.util.List<RequirementId> shown() {
        return As.viewer(pm, () -> backlog.page(area, 0, 10)).stream()
                .map(RequirementRow::id)
                .toList();
    }

    private void open(RequirementId id) {
        signIn(pm);
        UI.getCurrent().navigate("backlog/" + area.value() + "/" + id.value());
    }
}
