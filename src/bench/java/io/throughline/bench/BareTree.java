package io.throughline.bench;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.dom.Element;
import java.lang.reflect.Constructor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a view is made of, to be made again without what makes it work: the same elements with their attributes and
 * properties, texts, and classes of components in the same places, and as many composites around them; no listener, no
 * data provider, no binding, no service. Our own components, and those that can't be made without something to show, become plain ones of the same tag.
 *
 * @param text of a text node, null for an element
 * @param type null where an element stands without a component
 * @param composites around it
 * @param columns of a grid
 * @param properties strings, numbers and truth values
 */
record BareTree(
        @Nullable String text,
        String tag,
        @Nullable Class<? extends Component> type,
        int composites,
        int columns,
        Map<String, String> attributes,
        Map<String, Object> properties,
        List<BareTree> children) {

    private static final String OURS = "io.throughline.";

    static BareTree of(Element element) {
        if (element.isTextNode()) {
            return new BareTree(element.getText(), "", null, 0, 0, Map.of(), Map.of(), List.of());
        }
        int composites = 0;
        var component = element.getComponent().orElse(null);
        while (component instanceof Composite<?> composite) {
            composites++;
            component = composite.getContent();
        }
        int columns = component instanceof Grid<?> grid ? grid.getColumns().size() : 0;
        return new BareTree(
                null,
                element.getTag(),
                component == null ? null : component.getClass(),
                composites,
                columns,
                element.getAttributeNames().collect(Collectors.toMap(name -> name, element::getAttribute)),
                properties(element),
                columns > 0
                        ? List.of()
                        : element.getChildren().map(BareTree::of).toList());
    }

    private static Map<String, Object> properties(Element element) {
        var plain = new HashMap<String, Object>();
        element.getPropertyNames().forEach(name -> {
            var value = element.getPropertyRaw(name);
            if (value instanceof String || value instanceof Boolean || value instanceof Double) {
                plain.put(name, value);
            }
        });
        return plain;
    }

    /** How many nodes it has. */
    int size() {
        return 1 + children.stream().mapToInt(BareTree::size).sum();
    }

    Element make() {
        if (text != null) {
            return Element.createText(text);
        }
        if (type == null) {
            var element = new Element(tag);
            fill(element);
            return element;
        }
        Component component = columns > 0 ? grid(columns) : plain();
        fill(component.getElement());
        for (int i = 0; i < composites; i++) {
            component = new Wrapped(component);
        }
        return component.getElement();
    }

    /** What a component brings itself is filled and not added again. */
    private void fill(Element element) {
        attributes.forEach(element::setAttribute);
        properties.forEach((name, value) -> {
            switch (value) {
                case Boolean truth -> element.setProperty(name, truth);
                case Double number -> element.setProperty(name, number);
                default -> element.setProperty(name, value.toString());
            }
        });
        int own = element.getChildCount();
        for (int i = 0; i < children.size(); i++) {
            if (i < own) {
                children.get(i).fill(element.getChild(i));
            } else {
                element.appendChild(children.get(i).make());
            }
        }
    }

    private Component plain() {
        return constructor().map(BareTree::made).orElseGet(() -> new Plain(tag));
    }

    private Optional<? extends Constructor<? extends Component>> constructor() {
        if (type == null || type.getName().startsWith(OURS)) {
            return Optional.empty();
        }
        try {
            return Optional.of(type.getConstructor());
        } catch (NoSuchMethodException e) {
            return Optional.empty();
        }
    }

    private static Component made(Constructor<? extends Component> constructor) {
        try {
            return constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Component grid(int columns) {
        var grid = new Grid<Object>();
        for (int i = 0; i < columns; i++) {
            grid.addColumn(LitRenderer.of(""));
        }
        return grid;
    }

    private static final class Plain extends Component {
        Plain(String tag) {
            super(new Element(tag));
        }
    }

    private static final class Wrapped extends Composite<Component> {

        private final Component inner;

        Wrapped(Component inner) {
            this.inner = inner;
            var _ = ComponentUtil.getInnermostComponent(this);
        }

        @Override
        protected Component initContent() {
            return inner;
        }
    }
}
