package io.throughline.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import org.junit.jupiter.api.Test;

class BareTreeTest {

    @Test
    void is_made_again_of_as_many_components_of_the_same_classes() {
        var view = view();
        var tree = BareTree.of(view.getElement());
        var copy = BareTree.of(tree.make());
        assertThat(copy.size()).isEqualTo(tree.size());
        assertThat(copy.composites()).isEqualTo(1);
        assertThat(classes(copy)).isEqualTo(classes(tree).replaceAll("Own|VaadinItem", "Plain"));
        var words = copy.children().getFirst();
        assertThat(words.attributes()).containsEntry("class", "one two").containsEntry("aria-live", "polite");
        assertThat(words.properties()).containsEntry("count", 3.0);
        assertThat(tree.make().getTextRecursively()).isEqualTo(view.getElement().getTextRecursively());
    }

    @Test
    void has_no_listeners() {
        var clicks = new int[1];
        var button = new NativeButton("Go", click -> clicks[0]++);
        var copy = BareTree.of(button.getElement()).make().getComponent().orElseThrow();
        com.vaadin.flow.component.ComponentUtil.fireEvent(
                copy, new com.vaadin.flow.component.ClickEvent<>((NativeButton) copy));
        assertThat(clicks[0]).isZero();
    }

    private static Component view() {
        var grid = new Grid<String>();
        grid.addColumn(text -> text);
        grid.addColumn(String::length);
        grid.setItems("one", "two");
        var choice = new Select<String>();
        choice.setItems("a", "b");
        var words = new Span("words");
        words.addClassNames("one", "two");
        words.getElement().setAttribute("aria-live", "polite").setProperty("count", 3);
        return new View(new Div(words, new Button("Save", click -> {}), grid, choice, new Own("x")));
    }

    private static String classes(BareTree tree) {
        var type = tree.type();
        var text = new StringBuilder(type == null ? "-" : type.getSimpleName());
        tree.children().forEach(child -> text.append(' ').append(classes(child)));
        return text.toString();
    }

    private static final class View extends Composite<Div> {

        private final Div content;

        View(Div content) {
            this.content = content;
        }

        @Override
        protected Div initContent() {
            return content;
        }
    }

    @Tag("own-thing")
    private static final class Own extends Component {
        Own(String needed) {
            getElement().setProperty("needed", needed);
        }
    }
}
