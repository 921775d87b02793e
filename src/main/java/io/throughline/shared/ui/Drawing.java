package io.throughline.shared.ui;

import com.vaadin.flow.dom.Element;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Gives one of our own elements what it is to draw, once its script is there. */
final class Drawing {

    private Drawing() {}

    /**
     * Calls a method of the element. The browser says that it has got it: until it says anything, a session keeps all of
     * the last message, however many rows are in it, to be able to repeat it. What goes wrong in drawing is the page's error,
     * as everywhere.
     */
    static void call(Element element, String method, Object... arguments) {
        var places = IntStream.rangeClosed(1, arguments.length)
                .mapToObj(i -> "$" + i)
                .collect(Collectors.joining(", "));
        element.executeJs(
                        "customElements.whenDefined(this.localName).then(() => this[$0](%s))".formatted(places),
                        Stream.concat(Stream.of(method), Stream.of(arguments)).toArray())
                .then(got -> {});
    }
}
