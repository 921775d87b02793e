package io.throughline.bench;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.WildcardParameter;
import com.vaadin.flow.server.VaadinSession;
import jakarta.annotation.security.PermitAll;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The page at {@code bare/x} looks like the one at {@code x}, layout included, and does nothing. The first visitor must
 * have x itself open in another tab of the same session: that is what is copied.
 */
@PermitAll
public class BareView extends Composite<Div> implements HasUrlParameter<String> {

    static final String ROUTE = "bare";

    private static final Map<String, BareTree> TREES = new ConcurrentHashMap<>();

    @Override
    public void setParameter(BeforeEvent event, @WildcardParameter String route) {
        var tree = TREES.computeIfAbsent(route, BareView::walk);
        tree.children().forEach(child -> getElement().appendChild(child.make()));
    }

    private static BareTree walk(String route) {
        return VaadinSession.getCurrent().getUIs().stream()
                .filter(ui -> path(ui).equals(route))
                .findFirst()
                .map(ui -> BareTree.of(outermost(ui)))
                .orElseThrow(() -> new IllegalStateException(route + " is not open in this session"));
    }

    private static Element outermost(UI ui) {
        return ui.getInternals().getActiveRouterTargetsChain().getLast().getElement();
    }

    private static String path(UI ui) {
        return ui.getInternals().getActiveViewLocation().getPath();
    }
}
