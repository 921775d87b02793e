package io.throughline.trace.ui;

import com.vaadin.flow.component.Component;
import io.throughline.shared.act.ObjectRef;
import io.throughline.shared.port.TraceSource.Stage;
import io.throughline.shared.port.TraceSource.Stop;
import io.throughline.shared.ui.Labels;
import io.throughline.shared.ui.LineStrips;
import io.throughline.shared.ui.Strip;
import io.throughline.trace.Line;
import io.throughline.trace.Lines;
import java.util.ArrayList;
import java.util.List;

/** One stop a stage: what stands there, or how much. */
@org.springframework.stereotype.Component
class StripsOfLines implements LineStrips {

    private final Lines lines;

    StripsOfLines(Lines lines) {
        this.lines = lines;
    }

    @Override
    public Strip through(Component reader, ObjectRef here) {
        return strip(reader, lines.through(here));
    }

    static Strip strip(Component reader, Line line) {
        var stops = new ArrayList<Strip.Stop>();
        line.stops().forEach((stage, at) -> stops.add(stop(reader, line, stage, at)));
        return new Strip(reader.getTranslation("trace.line"), stops);
    }

    private static Strip.Stop stop(Component reader, Line line, Stage stage, List<Stop> at) {
        if (at.isEmpty()) {
            return new Strip.Stop(Labels.of(reader, stage), null, Strip.Place.MISSING);
        }
        var here = at.stream().filter(stop -> stop.object().equals(line.here())).findFirst();
        if (here.isPresent()) {
            return new Strip.Stop(here.get().title(), here.get().href(), Strip.Place.HERE);
        }
        int count = at.stream().mapToInt(Stop::count).sum();
        // Several stand on the line's own page, each with its link.
        var href = at.size() == 1 ? at.getFirst().href() : TraceNavigation.lineHref(line.here());
        return new Strip.Stop(reader.getTranslation("trace.count." + stage.name(), count), href, Strip.Place.THERE);
    }
}
