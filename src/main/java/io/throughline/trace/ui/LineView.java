package io.throughline.trace.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.throughline.shared.DomainException;
import io.throughline.shared.Ids;
import io.throughline.shared.TypedText;
import io.throughline.shared.act.ObjectRef;
import io.throughline.shared.port.TraceSource.Stage;
import io.throughline.shared.port.TraceSource.Stop;
import io.throughline.shared.ui.Kit;
import io.throughline.shared.ui.Labels;
import io.throughline.shared.ui.PageHeader;
import io.throughline.trace.Line;
import io.throughline.trace.Lines;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Set;

/** The line through one object, from the answers that led to it to its acceptance, every stop a link. */
@Route("trace/:kind/:id")
@RolesAllowed({"PROJECT_MANAGER", "MANAGER", "TEAM_MEMBER"})
class LineView extends Composite<Div> implements BeforeEnterObserver, HasDynamicTitle {

    private final transient Lines lines;
    private String title = "";

    /** Objects whose own line may be walked on. */
    private transient Set<ObjectRef> followed = Set.of();

    LineView(Lines lines) {
        this.lines = lines;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var parameters = event.getRouteParameters();
        var object = new ObjectRef(
                parameters.get("kind").orElse(""),
                Ids.parse(parameters.get("id").orElse("")));
        var entry = lines.readable(List.of(object)).get(object);
        if (entry == null) {
            throw DomainException.notFound();
        }
        title = entry.title();
        var line = lines.through(object);
        followed = lines.readable(line.stops().values().stream()
                        .flatMap(List::stream)
                        .map(Stop::object)
                        .toList())
                .keySet();
        getContent().removeAll();
        getContent()
                .add(
                        new PageHeader(entry.title())
                                .above(new Span(getTranslation("trace.line")))
                                .below(Kit.link(entry.href(), getTranslation("trace.open"))),
                        StripsOfLines.strip(this, line),
                        stages(line));
    }

    private Component stages(Line line) {
        if (line.isEmpty()) {
            return Kit.empty(getTranslation("trace.empty"), getTranslation("trace.empty.text"));
        }
        var grid = Kit.div("tr-stages");
        line.stops().forEach((stage, at) -> grid.add(stage(line, stage, at)));
        return grid;
    }

    private Component stage(Line line, Stage stage, List<Stop> at) {
        if (at.isEmpty()) {
            var missing = Kit.card(Labels.of(this, stage), Kit.dim(getTranslation("trace.missing")));
            missing.getElement().setAttribute("data-missing", true);
            return missing;
        }
        var list = new UnorderedList();
        list.addClassName("tl-list");
        at.forEach(stop -> list.add(new ListItem(named(line, stop))));
        var card = Kit.card(Labels.of(this, stage), list);
        card.getElement().setAttribute("data-here", at.stream().anyMatch(stop -> here(line, stop)));
        return card;
    }

    /** Its name opens it; walking on from it is a link beside. */
    private Component named(Line line, Stop stop) {
        var title = TypedText.showsNothing(stop.title())
                ? getTranslation("trace.answers." + stop.object().kind(), stop.count())
                : stop.title();
        var href = stop.href();
        Component name = href == null ? new Span(title) : Kit.link(href, title);
        if (here(line, stop)) {
            name.getElement().setAttribute("aria-current", "step");
            return name;
        }
        if (TypedText.showsNothing(stop.title()) || !followed.contains(stop.object())) {
            return name;
        }
        var follow = Kit.link(TraceNavigation.lineHref(stop.object()), "⇄");
        follow.setAriaLabel(getTranslation("trace.follow", title));
        follow.setTitle(getTranslation("trace.follow", title));
        return Kit.row(name, follow);
    }

    private static boolean here(Line line, Stop stop) {
        return stop.object().equals(line.here());
    }

    @Override
    public String getPageTitle() {
        return title.isEmpty() ? getTranslation("trace.line") : title;
    }
}
