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
import io.throughline.shared.CurrentViewer;
import io.throughline.shared.DomainException;
import io.throughline.shared.Ids;
import io.throughline.shared.act.ObjectRef;
import io.throughline.shared.port.ObjectDirectory;
import io.throughline.shared.port.TraceSource.Stop;
import io.throughline.shared.ui.Kit;
import io.throughline.shared.ui.Labels;
import io.throughline.shared.ui.PageHeader;
import io.throughline.trace.Line;
import io.throughline.trace.Lines;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;

/** The line through one object, from the answers that led to it to its acceptance, every stop a link. */
@Route("trace/:kind/:id")
@RolesAllowed({"PROJECT_MANAGER", "MANAGER", "TEAM_MEMBER"})
class LineView extends Composite<Div> implements BeforeEnterObserver, HasDynamicTitle {

    private final transient Lines lines;
    private final transient List<ObjectDirectory> directories;
    private final transient CurrentViewer viewer;

    LineView(Lines lines, List<ObjectDirectory> directories, CurrentViewer viewer) {
        this.lines = lines;
        this.directories = directories;
        this.viewer = viewer;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var parameters = event.getRouteParameters();
        var object = new ObjectRef(
                parameters.get("kind").orElse(""),
                Ids.parse(parameters.get("id").orElse("")));
        var entry = entry(object);
        var line = lines.through(object);
        getContent().removeAll();
        getContent()
                .add(
                        new PageHeader(entry.title())
                                .above(new Span(getTranslation("trace.line")))
                                .below(Kit.link(entry.href(), getTranslation("trace.open"))),
                        StripsOfLines.strip(this, line),
                        stages(line));
    }

    private ObjectDirectory.Entry entry(ObjectRef object) {
        return directories.stream()
                .filter(directory -> directory.kinds().contains(object.kind()))
                .flatMap(directory -> directory.readable(viewer.get(), List.of(object)).values().stream())
                .findFirst()
                .orElseThrow(DomainException::notFound);
    }

    private Component stages(Line line) {
        var stack = Kit.stack();
        line.stops().forEach((stage, at) -> {
            if (!at.isEmpty()) {
                var list = new UnorderedList();
                list.addClassName("tl-list");
                at.forEach(stop -> list.add(new ListItem(named(stop))));
                stack.add(Kit.card(Labels.of(this, stage), list));
            }
        });
        return line.isEmpty() ? Kit.empty(getTranslation("trace.empty"), getTranslation("trace.empty.text")) : stack;
    }

    private Component named(Stop stop) {
        var title = stop.title().isBlank()
                ? getTranslation("trace.answers." + stop.object().kind(), stop.count())
                : stop.title();
        var href = stop.href();
        return href == null ? new Span(title) : Kit.link(href, title);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("trace.line");
    }
}
