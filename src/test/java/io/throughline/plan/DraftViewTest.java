package io.throughline.plan;

import static com.github.mvysny.kaributesting.v10.ElementUtilsKt._fireDomEvent;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.dom.Element;
import io.throughline.plan.content.PlanContent;
import io.throughline.plan.content.PlanOperation;
import io.throughline.plan.content.Task;
import io.throughline.shared.Id;
import io.throughline.shared.ui.LongTable;
import io.throughline.support.As;
import io.throughline.support.ViewTest;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/** A plan in work, open on its page, and what a person does there. */
abstract class DraftViewTest extends ViewTest {

    @Autowired
    PlanFixtures plans;

    @Autowired
    Projects projects;

    @Autowired
    Drafts drafts;

    PlanFixtures.World world;

    @BeforeEach
    void aPlanIsInWork() {
        world = plans.drafted();
        signIn(world.pm());
    }

    void asColleague(Task before, Task after) {
        As.viewer(
                world.pm(),
                () -> drafts.edit(world.draft(), view().version(), List.of(new PlanOperation.Change(before, after))));
    }

    void go(String section) {
        UI.getCurrent().navigate("drafts/" + world.draft().value() + "/" + section);
    }

    /** Opens an item as choosing its row does. */
    void open(Id item) {
        fire(_get(LongTable.class), "tl-open", "{\"event.detail.id\":\"%s\"}".formatted(item.value()));
    }

    void undo() {
        fire(byTag("tl-undo-keys"), "tl-undo", "{}");
    }

    void redo() {
        fire(byTag("tl-undo-keys"), "tl-redo", "{}");
    }

    static void fire(Component component, String event, String data) {
        fire(component.getElement(), event, data);
    }

    static void fire(Element element, String event, String data) {
        _fireDomEvent(element, new DomEvent(element, event, JsonMapper.shared().readTree(data)));
    }

    static Element byTag(String tag) {
        return _find(Component.class).stream()
                .map(Component::getElement)
                .filter(element -> !element.isTextNode() && element.getTag().equals(tag))
                .findFirst()
                .orElseThrow();
    }

    static String refusal() {
        return _find(Component.class).stream()
                .map(Component::getElement)
                .filter(element ->
                        !element.isTextNode() && "alert".equals(element.getAttribute("role")) && element.isVisible())
                .map(Element::getTextRecursively)
                .findFirst()
                .orElse("");
    }

    static void click(String text) {
        _click(_get(Button.class, spec -> spec.withText(text)));
    }

    static TextField text(String label) {
        return _get(TextField.class, spec -> spec.withLabel(label));
    }

    static void text(String label, String value) {
        text(label).setValue(value);
    }

    static void number(String label, String value) {
        _get(BigDecimalField.class, spec -> spec.withLabel(label)).setValue(new BigDecimal(value));
    }

    @SuppressWarnings("unchecked")
    static <T extends Component> T field(Class<?> type, String label) {
        return (T) _get((Class<? extends Component>) type, spec -> spec.withLabel(label));
    }

    /** Chooses the item whose label begins like this. */
    @SuppressWarnings("unchecked")
    static void choose(String label, String begin) {
        var box = (ComboBox<Object>) _get(ComboBox.class, spec -> spec.withLabel(label));
        box.setValue(box.getListDataView()
                .getItems()
                .filter(item -> box.getItemLabelGenerator().apply(item).startsWith(begin))
                .findFirst()
                .orElseThrow());
    }

    PlanContent plan() {
        return view().content();
    }

    DraftDetail view() {
        return As.viewer(world.pm(), () -> drafts.draft(world.draft()));
    }

    static String location() {
        return UI.getCurrent().getInternals().getActiveViewLocation().getPath();
    }
}
